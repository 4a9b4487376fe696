package dev.gradus.tabular.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TraceTest {

  private static Trace trace(Chart chart) {
    Layout layout = new Layout(chart);
    return Trace.of(chart, chart.series().getFirst(), layout.x, layout.y);
  }

  private static double[] counted(int n) {
    double[] xs = new double[n];
    Arrays.setAll(xs, i -> i);
    return xs;
  }

  private static int points(Trace trace) {
    return trace.runs().stream().mapToInt(Trace.Run::size).sum();
  }

  @Test
  void breaksAtEachPointThatCannotBeDrawn() {
    double[] ys = {Double.NaN, 1, 2, Double.POSITIVE_INFINITY, Double.NaN, 3, Double.NaN};
    Trace trace = trace(Chart.titled("").line("", counted(7), ys));

    assertThat(trace.runs().stream().map(Trace.Run::size)).containsExactly(2, 1);
  }

  @Test
  void keepsEveryPointOfAShortLine() {
    Trace trace = trace(Chart.titled("").line("", counted(2000), new double[2000]));

    assertThat(points(trace)).isEqualTo(2000);
  }

  @Test
  void thinsALongLineButKeepsItsEndsAndItsExtremes() {
    int n = 100_000;
    double[] ys = new double[n];
    Random random = new Random(1);
    Arrays.setAll(ys, i -> random.nextGaussian());
    ys[31_415] = 1000;
    ys[92_653] = -1000;
    Chart chart = Chart.titled("").line("", counted(n), ys);
    Layout layout = new Layout(chart);
    Trace trace = Trace.of(chart, chart.series().getFirst(), layout.x, layout.y);
    Trace.Run run = trace.runs().getFirst();

    assertThat(run.size()).isBetween(Trace.COLUMNS, 4 * Trace.COLUMNS + 4);
    assertThat(run.ys).contains(layout.y.at(1000), layout.y.at(-1000));
    assertThat(run.xs[0]).isEqualTo(layout.x.at(0));
    assertThat(run.xs[run.size() - 1]).isEqualTo(layout.x.at(n - 1));
    assertThat(run.xs).isSorted();
  }

  @Test
  void keepsTheExtremesOfEachColumn() {
    int n = 72_000; // one hundred points in each column
    double[] ys = new double[n];
    Random random = new Random(2);
    Arrays.setAll(ys, i -> random.nextDouble());
    Chart chart = Chart.titled("").line("", counted(n), ys);
    Layout layout = new Layout(chart);
    Trace.Run run =
        Trace.of(chart, chart.series().getFirst(), layout.x, layout.y).runs().getFirst();

    double[] highest = new double[Trace.COLUMNS + 1];
    double[] kept = new double[Trace.COLUMNS + 1];
    for (int i = 0; i < n; i++) {
      int column = (int) (layout.x.share(layout.x.at(i)) * Trace.COLUMNS);
      highest[column] = Math.max(highest[column], layout.y.at(ys[i]));
    }
    for (int i = 0; i < run.size(); i++) {
      int column = (int) (layout.x.share(run.xs[i]) * Trace.COLUMNS);
      kept[column] = Math.max(kept[column], run.ys[i]);
    }
    assertThat(kept).isEqualTo(highest);
  }

  @Test
  void thinsManyPointsToThoseThatCanBeToldApart() {
    int n = 50_000;
    double[] xs = new double[n];
    double[] ys = new double[n];
    Arrays.setAll(xs, i -> i % 10);
    Arrays.setAll(ys, i -> i % 7);
    ys[40_000] = 50;
    Trace trace = trace(Chart.titled("").points("", xs, ys));

    assertThat(points(trace)).isEqualTo(71);
  }
}
