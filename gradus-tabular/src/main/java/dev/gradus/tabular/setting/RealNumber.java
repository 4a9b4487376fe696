package dev.gradus.tabular.setting;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A finite decimal number in a range, each end of which belongs to it or does not.
 *
 * @param low the lower end
 * @param lowBelongs whether the lower end is taken
 * @param high the upper end
 * @param highBelongs whether the upper end is taken
 */
public record RealNumber(double low, boolean lowBelongs, double high, boolean highBelongs)
    implements Form<Double> {
  /** Double.parseDouble takes 1d, 0x1p3 and NaN too, which no user means. */
  private static final Pattern SYNTAX =
      Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

  private static final int LONGEST = 1000;

  /** Numbers greater than {@code low}; say up to where with {@link #to} or {@link #below}. */
  public static RealNumber above(double low) {
    return new RealNumber(low, false, Double.MAX_VALUE, true);
  }

  /** Numbers from {@code low} on; say up to where with {@link #to} or {@link #below}. */
  public static RealNumber from(double low) {
    return new RealNumber(low, true, Double.MAX_VALUE, true);
  }

  /** This range up to {@code high}, which belongs to it. */
  public RealNumber to(double high) {
    return new RealNumber(low, lowBelongs, high, true);
  }

  /** This range up to {@code high}, which does not belong to it. */
  public RealNumber below(double high) {
    return new RealNumber(low, lowBelongs, high, false);
  }

  @Override
  public String wanted() {
    if (high == Double.MAX_VALUE) {
      return "a number " + (lowBelongs ? "of at least " : "above ") + shown(low);
    }
    if (lowBelongs) {
      return "a number from " + shown(low) + (highBelongs ? " to " : " to below ") + shown(high);
    }
    String end = highBelongs ? " and at most " : " and below ";
    return "a number above " + shown(low) + end + shown(high);
  }

  @Override
  public String inShort() {
    return "a number";
  }

  @Override
  public Double read(String text) throws Misfit {
    if (text.length() <= LONGEST && SYNTAX.matcher(text).matches()) {
      double number = Double.parseDouble(text);
      boolean highEnough = lowBelongs ? number >= low : number > low;
      boolean lowEnough = highBelongs ? number <= high : number < high;
      if (highEnough && lowEnough) {
        return number;
      }
    }
    throw new Misfit("wants " + wanted());
  }

  @Override
  public String written(Double value) {
    return Double.isFinite(value) ? shown(value) : value.toString();
  }

  /** 0.2, 1000, 1e6, 1e-8: as a person writes it. */
  public static String shown(double number) {
    BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
    int exponent = exact.precision() - exact.scale() - 1;
    if (number == 0 || (exponent >= -3 && exponent < 6)) {
      return exact.toPlainString();
    }
    return exact.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
  }
}
