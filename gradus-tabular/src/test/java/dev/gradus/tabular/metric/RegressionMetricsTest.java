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

  @Test
  void finiteNumbersGiveFiniteMetrics() {
    for (double unit : new double[] {1e200, 1e-200, 1e307, 1}) {
      RegressionMetrics m =
          RegressionMetrics.of(
              new double[] {unit, 3 * unit, 5 * unit, 7 * unit},
              new double[] {2 * unit, 3 * unit, 3 * unit, 7 * unit});
      assertThat(m.r2()).isCloseTo(0.75, within(1e-12));
      assertThat(m.mae() / unit).isCloseTo(0.75, within(1e-12));
      assertThat(m.rmse() / unit).isCloseTo(Math.sqrt(1.25), within(1e-12));
    }
    double max = Double.MAX_VALUE;
    RegressionMetrics far =
        RegressionMetrics.of(new double[] {max, -max}, new double[] {-max, max});
    assertThat(far.rmse()).isEqualTo(max);
    assertThat(far.r2()).isCloseTo(-3, within(1e-12));
  }
}
