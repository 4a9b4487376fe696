package dev.gradus.tabular.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RangeTest {

  private static Range ofY(double... ys) {
    return Range.ofY(Chart.titled("").line("", new double[ys.length], ys));
  }

  @Test
  void isAsWideAsTheLinesAndATwentiethHigherAndLower() {
    double[] xs = {2, 4};
    Chart chart = Chart.titled("").line("", xs, new double[] {10, 30});

    assertThat(Range.ofX(chart)).isEqualTo(new Range(2, 4));
    assertThat(Range.ofY(chart)).isEqualTo(new Range(9, 31));
    assertThat(Range.ofX(chart.points("", xs, xs))).isEqualTo(new Range(1.95, 4.05));
  }

  @Test
  void doesNotCrossZeroForItsMargin() {
    assertThat(ofY(0.01, 10).low()).isZero();
    assertThat(ofY(-10, -0.01).high()).isZero();
    assertThat(ofY(-10, 10)).isEqualTo(new Range(-11, 11));
  }

  @Test
  void givesOneValueARangeAroundIt() {
    assertThat(ofY(5, 5, 5)).isEqualTo(new Range(4.5, 5.5));
    assertThat(ofY(-5)).isEqualTo(new Range(-5.5, -4.5));
    assertThat(ofY(0, 0)).isEqualTo(new Range(-1, 1));
    assertThat(ofY(1, Math.nextUp(1.0))).isEqualTo(new Range(0.9, Math.nextUp(1.0) + 0.1));
    assertThat(ofY(Double.MIN_VALUE, 0)).isEqualTo(new Range(-1, 1));
  }

  @Test
  void staysFiniteAtTheEndsOfTheDoubles() {
    assertThat(ofY(-Double.MAX_VALUE, Double.MAX_VALUE))
        .isEqualTo(new Range(-Double.MAX_VALUE, Double.MAX_VALUE));
    assertThat(ofY(1e308, 1e308)).isEqualTo(new Range(9e307, 1.1e308));
    assertThat(ofY(Double.MAX_VALUE).high()).isEqualTo(Double.MAX_VALUE);
    assertThat(ofY(1e-300, 3e-300).high()).isCloseTo(3.1e-300, within(1e-310));
  }

  @Test
  void isZeroToOneWithoutPoints() {
    assertThat(ofY()).isEqualTo(new Range(0, 1.05));
    assertThat(ofY(Double.NaN, Double.POSITIVE_INFINITY)).isEqualTo(new Range(0, 1.05));
    assertThat(Range.ofX(Chart.titled(""))).isEqualTo(new Range(0, 1));
  }

  @Test
  void countsOnlyPointsThatAreShown() {
    double[] ys = {1, Double.NaN, 3};
    Chart chart = Chart.titled("").line("", new double[] {1, 100, 3}, ys);

    assertThat(Range.ofX(chart)).isEqualTo(new Range(1, 3));
  }

  @Test
  void isOneOfExponentsOnALogAxis() {
    Chart chart = Chart.titled("").logYAxis("").line("", new double[3], new double[] {0, 1, 1e25});
    Chart one = Chart.titled("").logYAxis("").line("", new double[1], new double[] {100});

    assertThat(Range.ofY(chart)).isEqualTo(new Range(-1, 26));
    assertThat(Range.ofY(one)).isEqualTo(new Range(1.9, 2.1));
  }
}
