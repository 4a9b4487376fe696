package dev.gradus.tabular.chart;

import static dev.gradus.tabular.chart.SvgText.number;

import java.util.List;
import java.util.Locale;

/**
 * Bars to the right of their labels, each with a line from one deviation below its end to one
 * above, as a part of an HTML page. The classes {@code bar}, {@code error} and {@code axes} are for
 * the page's style sheet.
 */
public final class Bars {
  private static final int ROW = 26;
  private static final int LABEL = 190;
  private static final int VALUE = 120;
  private static final double BAR = 14;
  private static final int LONGEST = 28;

  /**
   * A bar.
   *
   * @param label shown to the left
   * @param value its length; below 0 it goes to the left
   * @param deviation half the length of the line over its end, 0 or more
   */
  public record Bar(String label, double value, double deviation) {}

  private Bars() {}

  /**
   * The picture.
   *
   * @param title for those who cannot see it
   * @param bars from above
   * @param width in pixels
   */
  public static String inline(String title, List<Bar> bars, int width) {
    double low = 0;
    double high = 0;
    for (Bar bar : bars) {
      low = Math.min(low, bar.value - bar.deviation);
      high = Math.max(high, bar.value + bar.deviation);
    }
    double scale = (width - LABEL - VALUE) / (high > low ? high - low : 1);
    double zero = LABEL - low * scale;
    SvgText svg = new SvgText();
    int height = ROW * bars.size() + 8;
    svg.open("svg")
        .attribute("xmlns", "http://www.w3.org/2000/svg")
        .attribute("width", width)
        .attribute("height", height)
        .attribute("viewBox", "0 0 " + width + " " + height)
        .attribute("role", "img")
        .attribute("class", "chart")
        .inside();
    svg.open("title").text(DisplayText.line(title));
    for (int i = 0; i < bars.size(); i++) {
      row(svg, bars.get(i), 4 + ROW * i + ROW / 2.0, zero, scale, width);
    }
    svg.open("path")
        .attribute("class", "axes")
        .attribute("d", "M" + number(zero) + " 2V" + (height - 2))
        .closed();
    svg.close("svg");
    return svg.toString();
  }

  private static void row(
      SvgText svg, Bar bar, double middle, double zero, double scale, int width) {
    double end = zero + bar.value * scale;
    svg.textAt(LABEL - 10.0, middle + 4.5)
        .attribute("text-anchor", "end")
        .text(DisplayText.line(bar.label, LONGEST));
    svg.open("rect")
        .attribute("class", bar.value < 0 ? "bar below" : "bar")
        .attribute("x", Math.min(zero, end))
        .attribute("y", middle - BAR / 2)
        .attribute("width", Math.abs(end - zero))
        .attribute("height", BAR)
        .attribute("rx", 2)
        .closed();
    svg.open("path")
        .attribute("class", "error")
        .attribute(
            "d",
            String.format(
                Locale.ROOT,
                "M%s %sH%sm0 -4v8M%s %sv8",
                number(end - bar.deviation * scale),
                number(middle),
                number(end + bar.deviation * scale),
                number(end - bar.deviation * scale),
                number(middle - 4)))
        .closed();
    svg.textAt(width - 4.0, middle + 4.5)
        .attribute("text-anchor", "end")
        .attribute("class", "value")
        .text(
            String.format(Locale.ROOT, "%.4f ± %.4f", bar.value, bar.deviation).replace("-", "−"));
  }
}
