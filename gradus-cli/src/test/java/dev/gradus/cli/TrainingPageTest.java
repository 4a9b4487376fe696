package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingPageTest {
  @Test
  void aCheckThatFoundTheGradientWrongIsKnownByItsRecord() {
    assertThat(failed(Map.of("checked", true, "passed", false))).isTrue();
    assertThat(failed(Map.of("checked", true, "passed", true))).isFalse();
    assertThat(failed(Map.of("checked", false))).isFalse();
    assertThat(TrainingPage.failedCheck(Map.of())).isFalse();
  }

  private static boolean failed(Map<String, Object> check) {
    return TrainingPage.failedCheck(Map.of("gradient_check", check));
  }
}
