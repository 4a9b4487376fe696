package dev.gradus.tabular.chart;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is drawn of one series: its unbroken runs, in units of the axes, thinned where there are
 * more points than a picture can show.
 *
 * <ul>
 *   <li>Of the neighbours in a long line that fall into one column of pixels stay the first, the
 *       lowest, the highest and the last, in their order: the line covers the same pixels as
 *       before.
 *   <li>Of many points that fall into one half-pixel square stays the first.
 * </ul>
 *
 * @param runs none of them empty
 */
record Trace(List<Run> runs) {

  /** Columns of pixels that are told apart. */
  static final int COLUMNS = 720;

  /** Up to four points in each column are kept anyway. */
  private static final int MANY = 4 * COLUMNS;

  /** Points that follow each other without a gap; as many xs as ys. Shares its arrays. */
  static final class Run {
    final double[] xs;
    final double[] ys;

    Run(double[] xs, double[] ys) {
      this.xs = xs;
      this.ys = ys;
    }

    int size() {
      return xs.length;
    }
  }

  static Trace of(Chart chart, Series series, Axis x, Axis y) {
    List<Run> runs = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= series.size(); i++) {
      if (i == series.size() || !chart.shows(series, i)) {
        if (i > start) {
          runs.add(run(series, start, i, x, y));
        }
        start = i + 1;
      }
    }
    boolean many = series.size() > MANY;
    if (many && series.mark() == Series.Mark.POINTS) {
      return new Trace(withoutHidden(runs, x, y));
    }
    return new Trace(many ? runs.stream().map(run -> thinned(run, x)).toList() : runs);
  }

  private static Run run(Series series, int from, int to, Axis x, Axis y) {
    double[] xs = new double[to - from];
    double[] ys = new double[to - from];
    for (int i = from; i < to; i++) {
      xs[i - from] = x.at(series.x(i));
      ys[i - from] = y.at(series.y(i));
    }
    return new Run(xs, ys);
  }

  private static Run thinned(Run run, Axis x) {
    List<Integer> kept = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= run.size(); i++) {
      if (i == run.size() || column(run.xs[i], x) != column(run.xs[start], x)) {
        keepExtremes(run, start, i, kept);
        start = i;
      }
    }
    return chosen(run, kept);
  }

  private static long column(double at, Axis x) {
    return (long) Math.floor(x.share(at) * COLUMNS);
  }

  private static void keepExtremes(Run run, int from, int to, List<Integer> kept) {
    int lowest = from;
    int highest = from;
    for (int i = from; i < to; i++) {
      lowest = run.ys[i] < run.ys[lowest] ? i : lowest;
      highest = run.ys[i] > run.ys[highest] ? i : highest;
    }
    int[] order = {from, Math.min(lowest, highest), Math.max(lowest, highest), to - 1};
    for (int i : order) {
      if (kept.isEmpty() || kept.getLast() < i) {
        kept.add(i);
      }
    }
  }

  private static List<Run> withoutHidden(List<Run> runs, Axis x, Axis y) {
    Set<Long> seen = new HashSet<>();
    List<Run> left = new ArrayList<>();
    for (Run run : runs) {
      List<Integer> kept = new ArrayList<>();
      for (int i = 0; i < run.size(); i++) {
        long square = Math.round(x.share(run.xs[i]) * 2 * COLUMNS) << 32;
        if (seen.add(square + Math.round(y.share(run.ys[i]) * 2 * COLUMNS))) {
          kept.add(i);
        }
      }
      if (!kept.isEmpty()) {
        left.add(chosen(run, kept));
      }
    }
    return left;
  }

  private static Run chosen(Run run, List<Integer> kept) {
    return new Run(
        kept.stream().mapToDouble(i -> run.xs[i]).toArray(),
        kept.stream().mapToDouble(i -> run.ys[i]).toArray());
  }
}
