package dev.gradus.tabular.chart;

import static dev.gradus.tabular.chart.SvgText.number;

/**
 * A chart as a self-contained SVG 1.1 document: no script, no style sheet, no reference, no id, so
 * that it can stand alone, in a paper and within an HTML page.
 *
 * <p>The same chart gives the same text, on any machine and in any locale. Each series is one
 * {@code path}, in the order of the chart, an empty one where there is nothing to draw.
 */
public final class SvgWriter {
  private static final double LINE_WIDTH = 1.7;
  private static final double DOT = 5;

  private final Chart chart;
  private final Layout layout;
  private final SvgText svg = new SvgText();

  private final boolean inline;

  private SvgWriter(Chart chart, Layout layout, boolean inline) {
    this.chart = chart;
    this.layout = layout;
    this.inline = inline;
  }

  /** The document, to be stored as UTF-8. */
  public static String write(Chart chart) {
    return new SvgWriter(chart, new Layout(chart), false).document();
  }

  /**
   * The same as a part of an HTML page, without background, and with classes by which the page's
   * style sheet sets other colours: {@code chart} on the whole, {@code grid}, {@code axes}, and
   * {@code s0}, {@code s1}, … on the series and their samples in the legend.
   *
   * @param width of the picture in pixels
   * @param plotHeight between the ends of the y axis
   */
  public static String inline(Chart chart, int width, int plotHeight) {
    return new SvgWriter(chart, new Layout(chart, width, plotHeight), true).document();
  }

  private String document() {
    head();
    grid();
    tickLabels();
    series();
    frame();
    titles();
    legend();
    svg.close("svg");
    return svg.toString();
  }

  private void head() {
    if (!inline) {
      svg.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    }
    svg.open("svg")
        .attribute("xmlns", "http://www.w3.org/2000/svg")
        .attribute("version", "1.1")
        .attribute("width", layout.width)
        .attribute("height", layout.height)
        .attribute("viewBox", "0 0 " + layout.width + " " + layout.height)
        .attribute("role", "img")
        .attribute("font-family", "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif")
        .attribute("font-size", Layout.FONT)
        .attribute("fill", Palette.hex(Palette.INK));
    if (inline) {
      svg.attribute("class", "chart");
    }
    svg.inside();
    svg.open("title").text(DisplayText.line(chart.title()));
    if (!inline) {
      svg.open("rect")
          .attribute("width", layout.width)
          .attribute("height", layout.height)
          .attribute("fill", "#ffffff")
          .closed();
    }
  }

  private void grid() {
    StringBuilder path = new StringBuilder();
    for (Axis.Tick tick : layout.x.ticks()) {
      path.append('M').append(number(layout.px(tick.at()))).append(' ').append(number(layout.top));
      path.append('V').append(number(layout.bottom));
    }
    for (Axis.Tick tick : layout.y.ticks()) {
      path.append('M').append(number(layout.left)).append(' ').append(number(layout.py(tick.at())));
      path.append('H').append(number(layout.right));
    }
    svg.open("path")
        .attribute("class", "grid")
        .attribute("fill", "none")
        .attribute("stroke", Palette.hex(Palette.GRID))
        .attribute("d", path)
        .closed();
  }

  private void frame() {
    svg.open("path")
        .attribute("class", "axes")
        .attribute("fill", "none")
        .attribute("stroke", Palette.hex(Palette.AXIS))
        .attribute(
            "d",
            "M"
                + number(layout.left)
                + " "
                + number(layout.top)
                + "V"
                + number(layout.bottom)
                + "H"
                + number(layout.right))
        .closed();
  }

  private void tickLabels() {
    svg.open("g").attribute("class", "x-ticks").attribute("text-anchor", "middle").inside();
    for (Axis.Tick tick : layout.x.ticks()) {
      svg.textAt(layout.px(tick.at()), layout.bottom + 18).text(tick.label());
    }
    svg.close("g");
    svg.open("g").attribute("class", "y-ticks").attribute("text-anchor", "end").inside();
    for (Axis.Tick tick : layout.y.ticks()) {
      svg.textAt(layout.left - 8, layout.py(tick.at()) + 4.2).text(tick.label());
    }
    svg.close("g");
  }

  private void titles() {
    double middle = (layout.left + layout.right) / 2;
    if (!layout.title.isEmpty()) {
      svg.textAt(middle, 27)
          .attribute("class", "title")
          .attribute("text-anchor", "middle")
          .attribute("font-size", Layout.TITLE_FONT)
          .text(layout.title);
    }
    if (!layout.xLabel.isEmpty()) {
      svg.textAt(middle, layout.bottom + 42)
          .attribute("class", "x-label")
          .attribute("text-anchor", "middle")
          .attribute("font-size", Layout.FONT + 1)
          .text(layout.xLabel);
    }
    if (!layout.yLabel.isEmpty()) {
      svg.textAt(0, 0)
          .attribute("class", "y-label")
          .attribute("text-anchor", "middle")
          .attribute("font-size", Layout.FONT + 1)
          .attribute(
              "transform",
              "translate(22 " + number((layout.top + layout.bottom) / 2) + ") rotate(-90)")
          .text(layout.yLabel);
    }
  }

  private void series() {
    svg.open("g")
        .attribute("class", "series")
        .attribute("fill", "none")
        .attribute("stroke-linecap", "round")
        .attribute("stroke-linejoin", "round")
        .inside();
    boolean nothing = true;
    for (int i = 0; i < chart.series().size(); i++) {
      Series one = chart.series().get(i);
      Trace trace = Trace.of(chart, one, layout.x, layout.y);
      nothing &= trace.runs().isEmpty();
      stroked(i)
          .attribute("d", one.mark() == Series.Mark.LINE ? line(trace) : dots(trace))
          .closed();
    }
    svg.close("g");
    if (nothing) {
      nothingToShow();
    }
  }

  private void nothingToShow() {
    svg.textAt((layout.left + layout.right) / 2, (layout.top + layout.bottom) / 2)
        .attribute("class", "nothing")
        .attribute("text-anchor", "middle")
        .attribute("fill", "#777777")
        .text("nothing to show");
  }

  /** Opens a path with the colour and the stroke of a series. */
  private SvgText stroked(int index) {
    boolean line = chart.series().get(index).mark() == Series.Mark.LINE;
    svg.open("path")
        .attribute("stroke", Palette.hex(Palette.colour(index)))
        .attribute("stroke-width", line ? LINE_WIDTH : DOT);
    if (inline) {
      svg.attribute("class", (line ? "line s" : "dots s") + index);
    }
    StringBuilder dash = new StringBuilder();
    for (float length : Palette.dash(index)) {
      dash.append(dash.isEmpty() ? "" : " ").append(number(length));
    }
    return line && !dash.isEmpty() ? svg.attribute("stroke-dasharray", dash) : svg;
  }

  private StringBuilder line(Trace trace) {
    StringBuilder path = new StringBuilder();
    for (Trace.Run run : trace.runs()) {
      for (int i = 0; i < run.size(); i++) {
        point(path, i == 0 ? 'M' : 'L', run, i);
      }
      if (run.size() == 1) { // a point between two gaps: a ring as wide as its stroke, so a disc
        path.append("m-1.3 0a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0 -2.6 0");
      }
    }
    return path;
  }

  /** Each point a line too short to be seen, with round ends as wide as the dot. */
  private StringBuilder dots(Trace trace) {
    StringBuilder path = new StringBuilder();
    for (Trace.Run run : trace.runs()) {
      for (int i = 0; i < run.size(); i++) {
        point(path, 'M', run, i);
        path.append("h.01");
      }
    }
    return path;
  }

  private void point(StringBuilder path, char command, Trace.Run run, int i) {
    path.append(command).append(number(layout.px(run.xs[i])));
    path.append(' ').append(number(layout.py(run.ys[i])));
  }

  private void legend() {
    if (layout.legend.isEmpty()) {
      return;
    }
    svg.open("g").attribute("class", "legend").attribute("stroke-linecap", "round").inside();
    for (Layout.Entry entry : layout.legend) {
      boolean line = chart.series().get(entry.series()).mark() == Series.Mark.LINE;
      double start = line ? entry.x() : entry.x() + Layout.SAMPLE / 2;
      stroked(entry.series())
          .attribute(
              "d",
              "M" + number(start) + " " + number(entry.y()) + "h" + (line ? Layout.SAMPLE : ".01"))
          .closed();
      svg.textAt(entry.x() + Layout.SAMPLE + 7, entry.y() + 4.2).text(entry.name());
    }
    svg.close("g");
  }
}
