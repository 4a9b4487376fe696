package dev.gradus.bench;

import java.util.Locale;

/** Numbers as a table shows them, the same in every locale. */
final class Figures {
  private static final int DIGITS = 4;

  private Figures() {}

  /** Four significant digits, thousands set apart, no exponent: 0.5123, 16.37, 155,200. */
  static String plain(double value) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    int before = value == 0 ? 1 : (int) Math.floor(Math.log10(Math.abs(value))) + 1;
    if (before >= DIGITS) {
      double unit = Math.pow(10, before - DIGITS);
      return String.format(Locale.ROOT, "%,.0f", Math.rint(value / unit) * unit);
    }
    return String.format(Locale.ROOT, "%." + (DIGITS - before) + "f", value);
  }

  /** With the ends: {@code 155,200 (153,800 – 157,000)}. */
  static String spread(Spread spread) {
    if (spread.runs() == 1) {
      return plain(spread.median());
    }
    return plain(spread.median()) + " (" + plain(spread.min()) + " – " + plain(spread.max()) + ")";
  }

  /** {@code 1.43 ×}. */
  static String ratio(double ratio) {
    return Double.isFinite(ratio) ? String.format(Locale.ROOT, "%.2f ×", ratio) : "–";
  }

  /** {@code 63 %}; with a digit more below ten. */
  static String percent(double share) {
    if (!Double.isFinite(share)) {
      return "–";
    }
    return String.format(Locale.ROOT, share < 0.1 ? "%.1f %%" : "%.0f %%", 100 * share);
  }
}
