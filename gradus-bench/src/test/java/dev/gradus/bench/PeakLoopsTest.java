package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PeakLoopsTest {
  @Test
  void eachOfTheTwelveChainsTakesItsSteps() {
    // c ← c/2 + 1/2 from i/2, i = 1 … 12: after one step Σ i/4 + 6 = 25.5
    assertThat(PeakLoops.float32(1)).isEqualTo(25.5);
    assertThat(PeakLoops.float64(1)).isEqualTo(25.5);
    assertThat(PeakLoops.float64(60)).isEqualTo(12);
  }
}
