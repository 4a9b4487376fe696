package dev.gradus.tabular.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearMissTest {
  @Test
  void theDistanceCountsInsertionsDeletionsAndReplacements() {
    assertThat(NearMiss.distance("", "abc")).isEqualTo(3);
    assertThat(NearMiss.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(NearMiss.distance("rleu", "relu")).isEqualTo(2);
  }

  @Test
  void theNearestWithinTwoIsMeant() {
    List<String> known = List.of("relu", "selu", "elu", "tanh");
    assertThat(NearMiss.of("rleu", known)).contains("relu");
    assertThat(NearMiss.of("slu", known)).contains("selu");
    assertThat(NearMiss.of("sigmoid", known)).isEmpty();
    assertThat(NearMiss.of("x", known)).isEmpty();
    assertThat(NearMiss.of("", known)).isEmpty();
  }
}
