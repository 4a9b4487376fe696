package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MetricTest {
  @Test
  void aRatioAboveOneIsBetterWhicheverWayTheUnitPoints() {
    assertThat(Metric.W1_STEP.ratio(1, 36)).isEqualTo(36);
    assertThat(Metric.W2_ROWS.ratio(180_000, 120_000)).isEqualTo(1.5);
  }

  @Test
  void operationsPerSecondFollowFromTheValue() {
    // 53,248 flop in 1 µs
    assertThat(Metric.W1_STEP.gigaflops(1)).isCloseTo(53.248, within(1e-9));
    // 1.007104 Mflop a row · 255,000 rows/s
    assertThat(Metric.W2_ROWS.gigaflops(255_000)).isCloseTo(256.81152, within(1e-9));
    assertThat(Metric.W4_BATCH.gigaflops(548_000)).isCloseTo(257.288192, within(1e-9));
    assertThat(Metric.W4_MEDIAN.gigaflops(469.504)).isCloseTo(1, within(1e-12));
    assertThat(Metric.W1W_PROCESS.gigaflops(0.2)).isNaN();
  }

  @Test
  void targetsAreForOneAndTwoThreads() {
    assertThat(Metric.W2_ROWS.target(1)).isEqualTo("≥ 180,000, then 210,000");
    assertThat(Metric.W2_ROWS.target(2)).isEqualTo("≥ 340,000, then 400,000");
    assertThat(Metric.W2_ROWS.target(3)).isEmpty();
  }
}
