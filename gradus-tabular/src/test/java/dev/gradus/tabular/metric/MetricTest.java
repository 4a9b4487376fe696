package dev.gradus.tabular.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricTest {
  @Test
  void namesAreForProgramsAndForReaders() {
    assertThat(Metric.BALANCED_ACCURACY.key()).isEqualTo("balanced_accuracy");
    assertThat(Metric.label("r2")).isEqualTo("R²");
    assertThat(Metric.label("pinball")).isEqualTo("pinball");
    assertThat(Metric.R2.isBetterHigh()).isTrue();
    assertThat(Metric.LOG_LOSS.isBetterHigh()).isFalse();
  }

  @Test
  void largeFiguresHaveFewerDigits() {
    assertThat(Metric.text(0.98765)).isEqualTo("0.9877");
    assertThat(Metric.text(123.456)).isEqualTo("123.46");
    assertThat(Metric.text(54_980.4)).isEqualTo("54980");
    assertThat(Metric.text(1e10)).isEqualTo("1.000e+10");
    assertThat(Metric.text(-1e-9)).isEqualTo("0.0000");
  }
}
