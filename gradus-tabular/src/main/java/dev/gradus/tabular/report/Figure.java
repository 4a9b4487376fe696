package dev.gradus.tabular.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers for a reader, the same in every locale. */
final class Figure {
  private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

  private Figure() {}

  /** Up to six digits: {@code 0.25}, {@code 500,001}, {@code 1.5e-9}. */
  static String text(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    double size = Math.abs(value);
    if (value != 0 && (size < 1e-4 || size >= 1e9)) {
      return String.format(Locale.ROOT, "%.4e", value).replaceFirst("\\.?0+e", "e");
    }
    String plain =
        rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
    return size >= 10_000 ? grouped(plain) : plain;
  }

  /** A count: {@code 20,640}. */
  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static String grouped(String plain) {
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    return count(Long.parseLong(whole)) + (point < 0 ? "" : plain.substring(point));
  }
}
