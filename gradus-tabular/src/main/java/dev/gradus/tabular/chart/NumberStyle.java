package dev.gradus.tabular.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * How the ticks of one axis are written: all with the same number of decimals, and all plain or all
 * with the same power of ten, so that they can be compared at a glance. ASCII digits and a point in
 * any locale; the minus sign is the typographic one.
 *
 * @param scientific whether a power of ten is written
 * @param exponent that power
 * @param decimals at least so many digits after the point
 */
record NumberStyle(boolean scientific, int exponent, int decimals) {

  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final int SHORT = 7;

  /** The style for these ticks: plain while that is short, else whichever is shorter. */
  static NumberStyle of(List<BigDecimal> ticks, BigDecimal step) {
    BigDecimal largest = BigDecimal.ZERO;
    for (BigDecimal tick : ticks) {
      largest = largest.max(tick.abs());
    }
    int exponent = exponent(largest.max(step));
    int scale = step.stripTrailingZeros().scale();
    NumberStyle plain = new NumberStyle(false, 0, Math.max(0, scale));
    NumberStyle powers = new NumberStyle(true, exponent, Math.max(0, exponent + scale));
    int length = plain.longest(ticks);
    return length <= SHORT || length <= powers.longest(ticks) ? plain : powers;
  }

  /** ⌊log₁₀ value⌋ of a value above 0, exactly. */
  static int exponent(BigDecimal value) {
    return value.precision() - value.scale() - 1;
  }

  private int longest(List<BigDecimal> ticks) {
    return ticks.stream().mapToInt(tick -> format(tick).length()).max().orElse(0);
  }

  /** {@code 0.25}, {@code −3}, {@code 1.5×10⁻³⁰⁰}. */
  String format(BigDecimal value) {
    if (value.signum() == 0) {
      return BigDecimal.ZERO.setScale(scientific ? 0 : decimals).toPlainString();
    }
    BigDecimal digits = value.scaleByPowerOfTen(-exponent);
    int scale = Math.max(decimals, digits.stripTrailingZeros().scale());
    String text = digits.setScale(scale, RoundingMode.UNNECESSARY).toPlainString();
    return text.replace('-', '−') + (scientific ? "×" + power(exponent) : "");
  }

  /** {@code 10⁻³}. */
  static String power(int exponent) {
    StringBuilder text = new StringBuilder("10");
    for (char c : Integer.toString(exponent).toCharArray()) {
      text.append(c == '-' ? '⁻' : SUPERSCRIPTS.charAt(c - '0'));
    }
    return text.toString();
  }
}
