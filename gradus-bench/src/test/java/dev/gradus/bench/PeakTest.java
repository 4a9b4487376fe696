package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PeakTest {
  @Test
  void bothPrecisionsHaveAPeak() {
    assertThat(new Peak(1, 1).measure(2))
        .containsOnlyKeys("PEAK_FLOAT32", "PEAK_FLOAT64")
        .allSatisfy((name, rate) -> assertThat(rate).isPositive());
  }
}
