package dev.gradus.tabular.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {
  @Test
  void twoEditsAreTheMost() {
    assertThat(NearestName.to("trian", List.of("train", "test"))).contains("train");
    assertThat(NearestName.to("Price", List.of("b", "price"))).contains("price");
    assertThat(NearestName.to("train", List.of("predict"))).isEmpty();
    assertThat(NearestName.to("abc", List.of("abcdef"))).isEmpty();
  }

  @Test
  void ofSeveralTheFirstInOrder() {
    assertThat(NearestName.to("ax", List.of("ac", "ab"))).contains("ab");
  }

  @Test
  void aNameOfOneLetterIsNotNearToAnyOther() {
    assertThat(NearestName.to("z", List.of("a", "b"))).isEmpty();
    assertThat(NearestName.to("", List.of("a"))).isEmpty();
  }
}
