package dev.gradus.tabular.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where the parts of a chart lie in the SVG picture, in pixels from its upper left corner. The
 * picture grows downwards with the legend, so that neither names nor plot have to give way.
 */
final class Layout {
  static final int WIDTH = 720;
  static final double FONT = 12;
  static final double TITLE_FONT = 16;

  /** Length of the sample of a line in the legend. */
  static final double SAMPLE = 22;

  private static final int PLOT_HEIGHT = 350;
  private static final int LEGEND_ROW = 19;
  private static final int RIGHT_MARGIN = 24;
  private static final int MOST_CHARACTERS = 60;

  /**
   * An entry of the legend.
   *
   * @param series whose
   * @param name as shown
   * @param x left end of its sample
   * @param y middle of its row
   */
  record Entry(int series, String name, double x, double y) {}

  final String title;
  final String xLabel;
  final String yLabel;
  final LinearAxis x;
  final Axis y;
  final int width;
  final double left;
  final double right;
  final double top;
  final double bottom;
  final int height;
  final List<Entry> legend;

  Layout(Chart chart) {
    this(chart, WIDTH, PLOT_HEIGHT);
  }

  /**
   * Of another size.
   *
   * @param width of the whole picture
   * @param plotHeight between the axes' ends
   */
  Layout(Chart chart, int width, int plotHeight) {
    this.width = width;
    right = width - RIGHT_MARGIN;
    title = DisplayText.line(chart.title(), MOST_CHARACTERS);
    xLabel = DisplayText.line(chart.xLabel(), MOST_CHARACTERS);
    yLabel = DisplayText.line(chart.yLabel(), MOST_CHARACTERS * 2 / 3);
    y = yAxis(chart);
    left = Math.ceil((yLabel.isEmpty() ? 18 : 40) + widest(y) + 8);
    x = xAxis(chart, right - left);
    double below = title.isEmpty() ? 16 : 42;
    legend = chart.hasLegend() ? legend(chart, left, right, below) : List.of();
    top = below + (legend.isEmpty() ? 0 : legend.getLast().y - below + LEGEND_ROW - 3);
    bottom = top + plotHeight;
    height = (int) Math.ceil(bottom + (xLabel.isEmpty() ? 34 : 56));
  }

  static Axis yAxis(Chart chart) {
    Range range = Range.ofY(chart);
    return chart.logarithmic() ? new LogAxis(range) : new LinearAxis(range, 6);
  }

  /** The axis with the most ticks whose labels do not touch. */
  private static LinearAxis xAxis(Chart chart, double room) {
    Range range = Range.ofX(chart);
    for (int wanted = 8; wanted > 3; wanted--) {
      LinearAxis axis = new LinearAxis(range, wanted);
      if ((widest(axis) + FONT) * axis.ticks().size() < room) {
        return axis;
      }
    }
    return new LinearAxis(range, 3);
  }

  private static double widest(Axis axis) {
    return axis.ticks().stream()
        .mapToDouble(tick -> DisplayText.width(tick.label(), FONT))
        .max()
        .orElse(0);
  }

  /** The label on the y axis that takes the most room. */
  String widestY() {
    return y.ticks().stream()
        .map(Axis.Tick::label)
        .max(Comparator.comparingDouble(label -> DisplayText.width(label, FONT)))
        .orElse("");
  }

  private static List<Entry> legend(Chart chart, double left, double right, double top) {
    List<Entry> entries = new ArrayList<>();
    double x = left;
    double y = top + LEGEND_ROW / 2.0;
    for (int i = 0; i < chart.series().size(); i++) {
      String name = legendName(chart, i);
      double width = SAMPLE + 7 + DisplayText.width(name, FONT);
      if (x > left && x + width > right) {
        x = left;
        y += LEGEND_ROW;
      }
      entries.add(new Entry(i, name, x, y));
      x += width + 16;
    }
    return List.copyOf(entries);
  }

  static String legendName(Chart chart, int series) {
    return DisplayText.line(chart.legendName(series), MOST_CHARACTERS * 2 / 3);
  }

  /** Where a place on the x axis lies. */
  double px(double at) {
    return left + x.share(at) * (right - left);
  }

  /** Where a place on the y axis lies. */
  double py(double at) {
    return bottom - y.share(at) * (bottom - top);
  }
}
