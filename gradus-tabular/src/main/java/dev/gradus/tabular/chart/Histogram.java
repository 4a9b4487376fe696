package dev.gradus.tabular.chart;

/**
 * Counts as small bars side by side, without axes: a picture within a line of text, part of an HTML
 * page.
 */
public final class Histogram {
  private static final int WIDTH = 120;
  private static final int HEIGHT = 26;

  private Histogram() {}

  /**
   * The picture.
   *
   * @param title for those who cannot see it, and for the pointer that rests on it
   * @param counts from the left, each 0 or more; a count above 0 is at least a line
   */
  public static String inline(String title, long... counts) {
    SvgText svg = new SvgText();
    svg.open("svg")
        .attribute("xmlns", "http://www.w3.org/2000/svg")
        .attribute("width", WIDTH)
        .attribute("height", HEIGHT)
        .attribute("viewBox", "0 0 " + WIDTH + " " + HEIGHT)
        .attribute("role", "img")
        .attribute("class", "histogram")
        .inside();
    svg.open("title").text(DisplayText.line(title));
    long most = 1;
    for (long count : counts) {
      most = Math.max(most, count);
    }
    double step = Math.min((double) WIDTH / Math.max(1, counts.length), 24);
    for (int i = 0; i < counts.length; i++) {
      double height = counts[i] == 0 ? 0 : Math.max(1, (HEIGHT - 1.0) * counts[i] / most);
      svg.open("rect")
          .attribute("x", i * step)
          .attribute("y", HEIGHT - height)
          .attribute("width", Math.max(step - 1, 0.5))
          .attribute("height", height)
          .closed();
    }
    svg.close("svg");
    return svg.toString();
  }
}
