package dev.gradus.tabular.chart;

import java.util.Locale;

/**
 * The colours of the series: those that Okabe and Ito chose to be told apart with any colour
 * vision, ordered so that the first ones are also far apart in lightness on white, yellow last.
 * After eight series the colours return with broken lines.
 *
 * <p>Source: M. Okabe and K. Ito, "Color Universal Design", 2008, jfly.uni-koeln.de/color.
 */
final class Palette {
  static final int INK = 0x222222;
  static final int AXIS = 0x555555;
  static final int GRID = 0xe4e4e4;

  private static final int[] COLOURS = {
    0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x000000, 0xF0E442
  };
  private static final float[][] DASHES = {{}, {7, 4}, {2, 4}, {9, 4, 2, 4}};

  private Palette() {}

  static int colour(int series) {
    return COLOURS[series % COLOURS.length];
  }

  /** Lengths of dash and gap; none for a solid line. */
  static float[] dash(int series) {
    return DASHES[series / COLOURS.length % DASHES.length].clone();
  }

  /** {@code #0072b2}. */
  static String hex(int rgb) {
    return String.format(Locale.ROOT, "#%06x", rgb);
  }
}
