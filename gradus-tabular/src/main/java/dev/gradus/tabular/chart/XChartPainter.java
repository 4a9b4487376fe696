package dev.gradus.tabular.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Paints with XChart. It is handed places in units of the {@link Axis} instead of values: its own
 * search for ticks counts in doubles with ten decimals and would lose 10⁻³⁰⁰ and overflow at 10³⁰⁸.
 * In units the steps of the axis are the whole numbers, which it then finds as well.
 *
 * <p>The only class that touches AWT: where that is missing, loading this one fails.
 */
final class XChartPainter {
  private static final double LEGEND_ROOM = 600;
  private static final int LEGEND_ROW = 22;
  private static final int PLOT_WIDTH = 620;
  private static final int PLOT_HEIGHT = 350;

  private final Chart chart;
  private final Layout layout;
  private final XYChart painted;
  private final boolean wideLegend;

  private XChartPainter(Chart chart) {
    this.chart = chart;
    layout = new Layout(chart);
    wideLegend = layout.legend.stream().mapToDouble(XChartPainter::width).sum() > LEGEND_ROOM;
    int rows = wideLegend ? layout.legend.size() : 0;
    painted = new XYChart(Layout.WIDTH, Math.max(450, LEGEND_ROW * rows + 100));
  }

  private static double width(Layout.Entry entry) {
    return DisplayText.width(entry.name(), Layout.FONT) + 50;
  }

  static Png.Image paint(Chart chart) {
    XChartPainter painter = new XChartPainter(chart);
    painter.texts();
    painter.colours();
    painter.axes();
    painter.logGrid();
    for (int i = 0; i < chart.series().size(); i++) {
      painter.series(i);
    }
    painter.addRuns("nothing", List.of()).setShowInLegend(false); // XChart wants one at least
    return painter.image();
  }

  private void texts() {
    painted.setTitle(layout.title);
    painted.setXAxisTitle(layout.xLabel);
    painted.setYAxisTitle(layout.yLabel);
    XYStyler style = painted.getStyler();
    style.setChartTitleVisible(!layout.title.isBlank());
    style.setXAxisTitleVisible(!layout.xLabel.isBlank());
    style.setYAxisTitleVisible(!layout.yLabel.isBlank());
    style.setChartTitleFont(font(Layout.TITLE_FONT));
    style.setAxisTitleFont(font(Layout.FONT + 1));
    style.setAxisTickLabelsFont(font(Layout.FONT));
    style.setLegendFont(font(Layout.FONT));
    style.setLegendVisible(!layout.legend.isEmpty());
    style.setLegendPosition(wideLegend ? LegendPosition.OutsideE : LegendPosition.OutsideS);
    style.setLegendLayout(wideLegend ? LegendLayout.Vertical : LegendLayout.Horizontal);
    style.setLegendSeriesLineLength((int) Layout.SAMPLE);
  }

  private static Font font(double size) {
    return new Font(Font.SANS_SERIF, Font.PLAIN, (int) size);
  }

  private void colours() {
    XYStyler style = painted.getStyler();
    style.setChartBackgroundColor(Color.WHITE);
    style.setPlotBackgroundColor(Color.WHITE);
    style.setChartTitleBoxVisible(false);
    style.setPlotBorderVisible(false);
    style.setLegendBorderColor(Color.WHITE);
    style.setLegendBackgroundColor(Color.WHITE);
    style.setChartFontColor(new Color(Palette.INK));
    style.setAxisTickLabelsColor(new Color(Palette.INK));
    style.setAxisTickMarksColor(new Color(Palette.AXIS));
    style.setAxisTickMarksStroke(new BasicStroke(1));
    style.setPlotGridLinesColor(new Color(Palette.GRID));
    style.setPlotGridLinesStroke(new BasicStroke(1));
    style.setAxisTicksMarksVisible(false);
    style.setPlotMargin(0);
    style.setPlotContentSize(1);
    style.setChartPadding(20);
    style.setChartTitlePadding(10);
    style.setMarkerSize(5);
    style.setAntiAlias(true);
    style.setTextAntiAlias(true);
  }

  private void axes() {
    XYStyler style = painted.getStyler();
    // XChart leaves out a tick that lies on the end of its axis, and where all data including the
    // ends lie at equal distances it sets its ticks at them, be they round numbers or not: the ends
    // move by a hair.
    double xHair = (layout.x.high() - layout.x.low()) * 1e-6;
    double yHair = (layout.y.high() - layout.y.low()) * 1e-6;
    style.setXAxisMin(layout.x.low() - xHair);
    style.setXAxisMax(layout.x.high() + xHair);
    style.setYAxisMin(layout.y.low() - yHair);
    style.setYAxisMax(layout.y.high() + yHair);
    style.setYAxisLabelAlignment(AxesChartStyler.TextAlignment.Right);
    style.setXAxisTickMarkSpacingHint(spacing(layout.x, PLOT_WIDTH));
    style.setYAxisTickMarkSpacingHint(spacing(layout.y, PLOT_HEIGHT));
    style.setXAxisTickLabelsFormattingFunction(layout.x::label);
    switch (layout.y) {
      case LinearAxis linear -> style.setYAxisTickLabelsFormattingFunction(linear::label);
      case LogAxis log -> reserveLogTicks(log);
    }
  }

  /**
   * The ticks of a logarithmic axis are not at equal distances, where XChart would put them: it
   * only makes room for their labels, which {@link #paintLogTicks} paints.
   */
  private void reserveLogTicks(LogAxis axis) {
    XYStyler style = painted.getStyler();
    String widest = layout.widestY();
    style.setYAxisTickLabelsFormattingFunction(at -> at > axis.low() ? widest : "");
    style.setYAxisTickLabelsColor(new Color(0, 0, 0, 0));
    style.setPlotGridHorizontalLinesVisible(false);
  }

  /** The distance of the whole numbers, but never so large that XChart gives up. */
  private static int spacing(Axis axis, int pixels) {
    return (int) (pixels / Math.max(2, axis.high() - axis.low()));
  }

  /** The lines of the grid across a logarithmic axis, as series under all others. */
  private void logGrid() {
    List<Axis.Tick> ticks = layout.y instanceof LogAxis ? layout.y.ticks() : List.of();
    for (Axis.Tick tick : ticks) {
      double[] xs = {layout.x.low(), layout.x.high()};
      XYSeries line =
          painted.addSeries("grid " + tick.label(), xs, new double[] {tick.at(), tick.at()});
      line.setShowInLegend(false);
      line.setMarker(SeriesMarkers.NONE);
      line.setLineColor(new Color(Palette.GRID));
      line.setLineStyle(new BasicStroke(1));
    }
  }

  private void paintLogTicks(Graphics2D graphics) {
    List<Axis.Tick> ticks = layout.y instanceof LogAxis ? layout.y.ticks() : List.of();
    double axis = painted.getScreenXFromChart(layout.x.low());
    graphics.setColor(new Color(Palette.INK));
    graphics.setFont(font(Layout.FONT));
    for (Axis.Tick tick : ticks) {
      double width = graphics.getFontMetrics().stringWidth(tick.label());
      double y = painted.getScreenYFromChart(tick.at());
      graphics.drawString(tick.label(), (float) (axis - width - 7), (float) y + 4.2f);
    }
  }

  private void series(int index) {
    Series one = chart.series().get(index);
    List<Trace.Run> runs = Trace.of(chart, one, layout.x, layout.y).runs();
    boolean line = one.mark() == Series.Mark.LINE;
    float[] dash = line ? Palette.dash(index) : new float[0];
    XYSeries added = addRuns("series " + index, dash.length == 0 ? runs : List.of());
    added.setLabel(legendText(index));
    style(added, index, line, dash);
    if (dash.length > 0) {
      List<Trace.Run> cut = runs.stream().flatMap(run -> dashes(run, dash).stream()).toList();
      XYSeries dashes = addRuns("dashes " + index, cut);
      dashes.setShowInLegend(false);
      style(dashes, index, true, new float[0]);
    }
    List<Trace.Run> lonely = runs.stream().filter(run -> run.size() == 1).toList();
    if (line && !lonely.isEmpty()) { // a line of one point has no length and would not be seen
      XYSeries alone = addRuns("alone " + index, lonely);
      alone.setShowInLegend(false);
      style(alone, index, false, dash);
    }
  }

  private List<Trace.Run> dashes(Trace.Run run, float[] dash) {
    double xPixels = PLOT_WIDTH / (layout.x.high() - layout.x.low());
    double yPixels = PLOT_HEIGHT / (layout.y.high() - layout.y.low());
    return Dashes.of(run, dash, xPixels, yPixels);
  }

  /** A blank name has no outline, which XChart cannot lay out. */
  private String legendText(int index) {
    String name = Layout.legendName(chart, index);
    return name.isBlank() ? "series " + (index + 1) : name;
  }

  private static void style(XYSeries added, int index, boolean line, float[] dash) {
    Color colour = new Color(Palette.colour(index));
    added.setLineColor(colour);
    added.setMarkerColor(colour);
    added.setMarker(line ? SeriesMarkers.NONE : SeriesMarkers.CIRCLE);
    added.setXYSeriesRenderStyle(
        line ? XYSeries.XYSeriesRenderStyle.Line : XYSeries.XYSeriesRenderStyle.Scatter);
    int round = BasicStroke.CAP_ROUND;
    int join = BasicStroke.JOIN_ROUND;
    added.setLineStyle(
        dash.length == 0
            ? new BasicStroke(1.7f, round, join)
            : new BasicStroke(1.7f, round, join, 10, dash, 0));
  }

  /** The runs one after the other, with a NaN, which XChart takes for a gap, after each. */
  private XYSeries addRuns(String key, List<Trace.Run> runs) {
    double[] xs = new double[1 + runs.stream().mapToInt(run -> run.size() + 1).sum()];
    double[] ys = new double[xs.length];
    Arrays.fill(ys, Double.NaN);
    int next = 0;
    for (Trace.Run run : runs) {
      System.arraycopy(run.xs, 0, xs, next, run.size());
      System.arraycopy(run.ys, 0, ys, next, run.size());
      next += run.size() + 1;
    }
    return painted.addSeries(key, xs, ys);
  }

  private Png.Image image() {
    int width = painted.getWidth() * PngWriter.SCALE;
    int height = painted.getHeight() * PngWriter.SCALE;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.scale(PngWriter.SCALE, PngWriter.SCALE);
      painted.paint(graphics, painted.getWidth(), painted.getHeight());
      paintLogTicks(graphics);
    } finally {
      graphics.dispose();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) { // needs no disk
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException("encoding the PNG failed", e);
    }
    return new Png.Image(bytes.toByteArray(), width, height);
  }
}
