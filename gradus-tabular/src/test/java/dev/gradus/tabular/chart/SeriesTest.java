package dev.gradus.tabular.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SeriesTest {

  @Test
  void copiesItsArraysOnTheWayInAndOut() {
    double[] xs = {1, 2};
    double[] ys = {3, 4};
    Series series = Series.line("a", xs, ys);
    xs[0] = 9;
    series.ys()[1] = 9;

    assertThat(series.xs()).containsExactly(1, 2);
    assertThat(series.ys()).containsExactly(3, 4);
  }

  @Test
  void refusesUnequalSizes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Series.points("a", new double[2], new double[3]))
        .withMessage("series \"a\": 2 xs and 3 ys");
  }

  @Test
  void isEqualByValue() {
    double[] xs = {1, Double.NaN};
    Series one = Series.line("a", xs, xs);

    assertThat(one).isEqualTo(Series.line("a", xs, xs)).hasSameHashCodeAs(Series.line("a", xs, xs));
    assertThat(one).isNotEqualTo(Series.points("a", xs, xs));
    assertThat(one).isNotEqualTo(Series.line("b", xs, xs));
    assertThat(one).isNotEqualTo(Series.line("a", xs, new double[] {1, 2}));
    assertThat(one).hasToString("series \"a\" of 2 points");
  }
}
