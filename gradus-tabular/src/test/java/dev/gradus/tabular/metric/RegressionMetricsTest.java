package dev.gradus.tabular.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RegressionMetricsTest {
  @Test
  void errorsWorkedByHandAreFound() {
    // errors −1, 0, 2, 0: squares 5; mean of y is 4, its spread 9 + 1 + 1 + 9 = 20
    RegressionMetrics m =
        RegressionMetrics.of(new double[] {1, 3, 5, 7}, new double[] {2, 3, 3, 7});
    assertThat(m.rows()).isEqualTo(4);
    assertThat(m.r2()).isEqualTo(0.75);
    assertThat(m.rmse()).isCloseTo(Math.sqrt(1.25), within(1e-15));
    assertThat(m.mae()).isEqualTo(0.75);
    assertThat(m.medianAbsoluteError()).isEqualTo(0.5);
  }

  @Test
  void theBaselinePredictsTheTrainingMean() {
    RegressionMetrics m = RegressionMetrics.baseline(new double[] {1, 3}, 2);
    assertThat(m).isEqualTo(new RegressionMetrics(2, 0, 1, 1, 1));
    assertThat(RegressionMetrics.baseline(new double[] {1, 3}, 5).r2()).isNegative();
  }

  @Test
  void aConstantTargetHasADefinedR2() {
    assertThat(RegressionMetrics.baseline(new double[] {2, 2}, 2).r2()).isEqualTo(1);
    assertThat(RegressionMetrics.baseline(new double[] {2, 2}, 3).r2()).isZero();
  }

  @Test
  void sizesMustFit() {
    assertThatThrownBy(() -> RegressionMetrics.of(new double[2], new double[3]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RegressionMetrics.of(new double[0], new double[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
