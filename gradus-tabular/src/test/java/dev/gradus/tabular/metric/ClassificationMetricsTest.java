package dev.gradus.tabular.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ClassificationMetricsTest {
  @Test
  void figuresWorkedByHandAreFound() {
    double[] p = {0.5, 0.25, 0.25, 0.1, 0.8, 0.1, 0.4, 0.4, 0.2};
    ClassificationMetrics m = ClassificationMetrics.of(new int[] {0, 1, 1}, p, 3);
    assertThat(m.accuracy()).isCloseTo(2.0 / 3, within(1e-15)); // the tie of row 3 goes low
    // −(ln 0.5 + ln 0.8 + ln 0.4) / 3 = −ln 0.16 / 3
    assertThat(m.logLoss()).isCloseTo(-StrictMath.log(0.16) / 3, within(1e-15));
    assertThat(m.confusion().count(1, 0)).isEqualTo(1);
    assertThat(m.confusion().count(1, 1)).isEqualTo(1);
    assertThat(m.confusion().actual(1)).isEqualTo(2);
    assertThat(m.confusion().predicted(0)).isEqualTo(2);
    assertThat(m.confusion().correct()).isEqualTo(2);
  }

  @Test
  void anImpossibleRowCostsThirtySixNats() {
    ClassificationMetrics m = ClassificationMetrics.of(new int[] {0}, new double[] {0, 1}, 2);
    assertThat(m.logLoss()).isCloseTo(52 * StrictMath.log(2), within(1e-12));
  }

  @Test
  void theBaselinePredictsTheSharesOfTheTrainingRows() {
    double[] shares = ClassificationMetrics.shares(new int[] {1, 1, 0, 1}, 2);
    assertThat(shares).containsExactly(0.25, 0.75);
    ClassificationMetrics m = ClassificationMetrics.baseline(new int[] {0, 1}, shares);
    assertThat(m.accuracy()).isEqualTo(0.5);
    assertThat(m.logLoss())
        .isCloseTo(-(StrictMath.log(0.25) + StrictMath.log(0.75)) / 2, within(1e-15));
  }

  @Test
  void labelsAndSizesMustFit() {
    assertThatThrownBy(() -> ClassificationMetrics.of(new int[] {3}, new double[3], 3))
        .hasMessage("label 3 in row 0, but there are 3 classes (0..2)");
    assertThatThrownBy(() -> ClassificationMetrics.of(new int[] {0}, new double[2], 3))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
