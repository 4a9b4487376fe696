package dev.gradus.tabular.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a line chart shows, without saying how it is painted.
 *
 * <pre>{@code
 * Chart.titled("Training").xAxis("epoch").logYAxis("loss").line("train", epochs, losses)
 * }</pre>
 *
 * <p>A chart without series, and one whose points are all NaN, are charts too: their pictures have
 * empty axes.
 *
 * @param title above the picture; empty for none
 * @param xLabel what runs to the right, with its unit; empty for none
 * @param yLabel what runs upwards, with its unit; empty for none
 * @param logarithmic whether the y axis is logarithmic; points that are not above 0 are then left
 *     out, and leave a gap
 * @param series in the order of painting, the last on top; at most {@value #MAX_SERIES}
 */
public record Chart(
    String title, String xLabel, String yLabel, boolean logarithmic, List<Series> series) {

  /** More series than this are no chart that anyone can read. */
  public static final int MAX_SERIES = 100;

  /**
   * @throws IllegalArgumentException if there are more than {@value #MAX_SERIES} series
   */
  public Chart {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(xLabel, "xLabel");
    Objects.requireNonNull(yLabel, "yLabel");
    series = List.copyOf(series);
    if (series.size() > MAX_SERIES) {
      throw new IllegalArgumentException(
          "a chart of " + series.size() + " series; at most " + MAX_SERIES);
    }
  }

  /** A chart without series and without labels on its axes. */
  public static Chart titled(String title) {
    return new Chart(title, "", "", false, List.of());
  }

  /** The same chart with this label on the x axis. */
  public Chart xAxis(String label) {
    return new Chart(title, label, yLabel, logarithmic, series);
  }

  /** The same chart with this label on the y axis, which is linear. */
  public Chart yAxis(String label) {
    return new Chart(title, xLabel, label, false, series);
  }

  /** The same chart with this label on the y axis, which is logarithmic. */
  public Chart logYAxis(String label) {
    return new Chart(title, xLabel, label, true, series);
  }

  /**
   * The same chart with a further line on top.
   *
   * @throws IllegalArgumentException as {@link Series#line}
   */
  public Chart line(String name, double[] xs, double[] ys) {
    return with(Series.line(name, xs, ys));
  }

  /**
   * The same chart with further points on top.
   *
   * @throws IllegalArgumentException as {@link Series#points}
   */
  public Chart points(String name, double[] xs, double[] ys) {
    return with(Series.points(name, xs, ys));
  }

  /** The same chart with a further series on top. */
  public Chart with(Series further) {
    List<Series> more = new ArrayList<>(series);
    more.add(further);
    return new Chart(title, xLabel, yLabel, logarithmic, more);
  }

  /** The same chart without a title above it. */
  public Chart withoutTitle() {
    return new Chart("", xLabel, yLabel, logarithmic, series);
  }

  /** Whether there is anything to tell apart: more than one series, or one that has a name. */
  public boolean hasLegend() {
    return series.size() > 1 || series.stream().anyMatch(one -> !one.name().isEmpty());
  }

  /** Whether point {@code i} of a series has a place on this chart's axes. */
  boolean shows(Series one, int i) {
    double y = one.y(i);
    return Double.isFinite(one.x(i)) && Double.isFinite(y) && (!logarithmic || y > 0);
  }

  /** What stands in the legend: the name, or {@code series 2} where there is none. */
  String legendName(int index) {
    String name = series.get(index).name();
    return name.isEmpty() ? "series " + (index + 1) : name;
  }
}
