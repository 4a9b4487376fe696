package dev.gradus.tabular.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RowWeightingTest {
  private static final double[] ACTUAL = {1, 2, 4, 8};
  private static final double[] PREDICTED = {2, 2, 5, 4};

  @Test
  void onlyRatiosMatterHoweverLargeTheWeightsAre() {
    assertThat(RowWeighting.inUnit(new double[] {2, 2}, 2)).containsExactly(1, 1);
    RegressionMetrics small =
        RegressionMetrics.of(ACTUAL, PREDICTED, new double[] {0.25, 0.5, 0, 1});
    RegressionMetrics large =
        RegressionMetrics.of(ACTUAL, PREDICTED, new double[] {0x1p1020, 0x1p1021, 0, 0x1p1022});
    assertThat(large).isEqualTo(small);
    assertThat(small.rmse()).isFinite();
  }

  @Test
  void aRowOfWeightTwoCountsAsIfItStoodTwiceAndOneOfWeightZeroNotAtAll() {
    RegressionMetrics weighted = RegressionMetrics.of(ACTUAL, PREDICTED, new double[] {1, 2, 0, 1});
    RegressionMetrics twice =
        RegressionMetrics.of(new double[] {1, 2, 2, 8}, new double[] {2, 2, 2, 4});
    assertThat(weighted.r2()).isCloseTo(twice.r2(), within(1e-15));
    assertThat(weighted.rmse()).isCloseTo(twice.rmse(), within(1e-15));
    assertThat(weighted.mae()).isCloseTo(twice.mae(), within(1e-15));
    assertThat(weighted.medianAbsoluteError()).isEqualTo(twice.medianAbsoluteError());
  }

  /** Thirds would put the lower half of 1, 2, 3 a little below the upper one. */
  @Test
  void halfOfTheWeightIsSeenAsHalf() {
    double[] actual = {0, 0, 0};
    double[] predicted = {1, 2, 3};
    for (int k = 1; k < 200; k++) {
      double[] weights = {k, 2 * k, 3 * k};
      assertThat(RegressionMetrics.of(actual, predicted, weights).medianAbsoluteError())
          .isEqualTo(2.5);
    }
  }

  @Test
  void weightsThatAreNoneAreRefused() {
    for (double[] weights : new double[][] {{0, 0}, {-1, 2}, {Double.NaN, 1}, {1}}) {
      assertThatThrownBy(() -> RowWeighting.inUnit(weights, 2))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
