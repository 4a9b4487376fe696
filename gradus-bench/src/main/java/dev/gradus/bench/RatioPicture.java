package dev.gradus.bench;

import java.util.List;
import java.util.Locale;

/**
 * Ours beside the best peer, one bar for each figure, as SVG: on a logarithmic axis, so that twice
 * as good and half as good reach equally far from the line of equals.
 *
 * @param results what was measured
 */
record RatioPicture(Results results) {
  private static final int ROW = 24;
  private static final int TOP = 46;
  private static final int WORDS = 215;
  private static final int WIDTH = 760;
  private static final int RIGHT = 70;

  /** Ratios that the axis is marked at, and its ends. */
  private static final List<Double> MARKS = List.of(0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0);

  private static final String BEHIND = "#b35900";
  private static final String AHEAD = "#1f6fb2";

  /** The picture; figures without a peer are left out. */
  String svg() {
    List<Results.Key> keys =
        results.keys().stream().filter(key -> Double.isFinite(results.ratio(key))).toList();
    int height = TOP + ROW * keys.size() + 16;
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d'",
            WIDTH,
            height));
    svg.append(" font-family='sans-serif' font-size='13'>\n");
    svg.append(
        String.format(
            Locale.ROOT, "<rect width='%d' height='%d' fill='#ffffff'/>\n", WIDTH, height));
    svg.append(
        "<text x='12' y='18' font-weight='bold'>Gradus beside the best peer (medians)</text>\n");
    for (double mark : MARKS) {
      mark(svg, mark, height);
    }
    for (int i = 0; i < keys.size(); i++) {
      bar(svg, keys.get(i), TOP + ROW * i);
    }
    return svg.append("</svg>\n").toString();
  }

  private static void mark(StringBuilder svg, double ratio, int height) {
    String colour = ratio == 1 ? "#333333" : "#cccccc";
    double x = x(ratio);
    svg.append(
        String.format(
            Locale.ROOT, "<line x1='%.1f' y1='%d' x2='%.1f' y2='%d'", x, TOP - 6, x, height - 8));
    svg.append(String.format(Locale.ROOT, " stroke='%s'/>\n", colour));
    svg.append(
        String.format(
            Locale.ROOT, "<text x='%.1f' y='%d' text-anchor='middle' fill='#555555'", x, TOP - 10));
    svg.append(
        String.format(
            Locale.ROOT,
            " font-size='11'>%s</text>\n",
            ratio < 1 ? "½ ×" : Math.round(ratio) + " ×"));
  }

  private void bar(StringBuilder svg, Results.Key key, int top) {
    double ratio = results.ratio(key);
    double from = Math.min(x(1), x(ratio));
    double to = Math.max(x(1), x(ratio));
    String threads = key.threads() == 1 ? "1 thread" : key.threads() + " threads";
    svg.append(
        String.format(
            Locale.ROOT, "<text x='12' y='%d'>%s, %s</text>\n", top + 15, title(key), threads));
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect x='%.1f' y='%d' width='%.1f' height='16'",
            from,
            top + 2,
            to - from));
    svg.append(String.format(Locale.ROOT, " fill='%s'/>\n", ratio < 1 ? BEHIND : AHEAD));
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x='%.1f' y='%d' font-size='11'>%s</text>\n",
            to + 5,
            top + 15,
            Figures.ratio(ratio)));
  }

  private static String title(Results.Key key) {
    return key.metric() == Metric.W4_P99 ? "W4 one row, p99" : key.metric().title();
  }

  private static double x(double ratio) {
    double first = Math.log(MARKS.getFirst());
    double whole = Math.log(MARKS.getLast()) - first;
    double at = Math.clamp((Math.log(ratio) - first) / whole, 0, 1);
    return WORDS + at * (WIDTH - RIGHT - WORDS);
  }
}
