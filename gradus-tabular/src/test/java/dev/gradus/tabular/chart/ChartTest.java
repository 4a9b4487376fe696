package dev.gradus.tabular.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ChartTest {
  private static final double[] TWO = {1, 2};

  @Test
  void readsAsProse() {
    Chart chart =
        Chart.titled("t").xAxis("x").logYAxis("y").line("a", TWO, TWO).points("b", TWO, TWO);

    assertThat(chart)
        .isEqualTo(
            new Chart(
                "t",
                "x",
                "y",
                true,
                java.util.List.of(Series.line("a", TWO, TWO), Series.points("b", TWO, TWO))));
    assertThat(chart.yAxis("z").logarithmic()).isFalse();
  }

  @Test
  void aFurtherSeriesLeavesTheChartAsItWas() {
    Chart empty = Chart.titled("t");
    empty.line("a", TWO, TWO);

    assertThat(empty.series()).isEmpty();
  }

  @Test
  void hasALegendForTwoSeriesOrForAName() {
    Chart nameless = Chart.titled("t").line("", TWO, TWO);

    assertThat(Chart.titled("t").hasLegend()).isFalse();
    assertThat(nameless.hasLegend()).isFalse();
    assertThat(nameless.line("", TWO, TWO).hasLegend()).isTrue();
    assertThat(Chart.titled("t").line("a", TWO, TWO).hasLegend()).isTrue();
    assertThat(nameless.line("b", TWO, TWO).legendName(0)).isEqualTo("series 1");
  }

  @Test
  void refusesMoreSeriesThanAnyoneCanRead() {
    Chart full = Chart.titled("t");
    for (int i = 0; i < Chart.MAX_SERIES; i++) {
      full = full.line("", TWO, TWO);
    }
    Chart most = full;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> most.line("", TWO, TWO))
        .withMessage("a chart of 101 series; at most 100");
  }

  @Test
  void showsFinitePointsAndOnALogAxisOnlyPositiveOnes() {
    double[] ys = {1, 0, -1, Double.NaN, Double.NEGATIVE_INFINITY};
    Series series = Series.line("", new double[] {0, 0, 0, 0, 0}, ys);
    Chart linear = Chart.titled("");
    Chart log = linear.logYAxis("");

    boolean[] onLinear = {true, true, true, false, false};
    boolean[] onLog = {true, false, false, false, false};
    for (int i = 0; i < ys.length; i++) {
      assertThat(linear.shows(series, i)).as("linear %s", ys[i]).isEqualTo(onLinear[i]);
      assertThat(log.shows(series, i)).as("log %s", ys[i]).isEqualTo(onLog[i]);
    }
  }
}
