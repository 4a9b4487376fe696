package dev.gradus.tabular.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Equal steps of one or more decades; place 0 is the value 1. Where fewer than three decades are in
 * sight there are ticks at 2 and 5 as well, and in less than that at linear steps.
 */
final class LogAxis implements Axis {
  private static final int MOST_DECADES = 8;

  private final Range exponents;
  private final int decades;
  private final boolean plain;
  private final List<Tick> ticks;

  /**
   * @param exponents the range of log₁₀ of the values
   */
  LogAxis(Range exponents) {
    this.exponents = exponents;
    int first = (int) Math.ceil(exponents.low());
    int last = (int) Math.floor(exponents.high());
    decades = Math.max(1, Math.ceilDiv(last - first + 1, MOST_DECADES));
    plain = exponents.low() > -4.5 && exponents.high() < 6;
    List<Tick> found = at125(first, last, decades);
    ticks = List.copyOf(found.size() < 3 ? linear() : found);
  }

  private List<Tick> at125(int first, int last, int every) {
    int[] digits = last - first + 1 < 3 ? new int[] {1, 2, 5} : new int[] {1};
    List<Tick> found = new ArrayList<>();
    for (int k = Math.ceilDiv(first - 1, every) * every; k <= last; k += every) {
      for (int digit : digits) {
        double exponent = k + StrictMath.log10(digit);
        if (exponent >= exponents.low() && exponent <= exponents.high()) {
          found.add(tick(exponent, BigDecimal.valueOf(digit).scaleByPowerOfTen(k)));
        }
      }
    }
    return found;
  }

  private List<Tick> linear() {
    int shift = (int) Math.floor(exponents.low()); // 10^low itself may be no double
    BigDecimal from = new BigDecimal(StrictMath.pow(10, exponents.low() - shift));
    BigDecimal to = new BigDecimal(StrictMath.pow(10, exponents.high() - shift));
    BigDecimal wanted = to.subtract(from).divide(BigDecimal.valueOf(5), MathContext.DECIMAL64);
    List<Tick> found = new ArrayList<>();
    for (BigDecimal value : Axis.multiples(Axis.niceStep(wanted), from, to)) {
      double exponent = StrictMath.log10(value.doubleValue()) + shift;
      found.add(tick(exponent, value.scaleByPowerOfTen(shift)));
    }
    return found;
  }

  private Tick tick(double exponent, BigDecimal value) {
    return new Tick(exponent / decades, text(value));
  }

  private String text(BigDecimal value) {
    BigDecimal digits = value.stripTrailingZeros();
    if (plain) {
      return digits.toPlainString();
    }
    int exponent = NumberStyle.exponent(digits);
    BigDecimal leading = digits.scaleByPowerOfTen(-exponent);
    String power = NumberStyle.power(exponent);
    return leading.compareTo(BigDecimal.ONE) == 0 ? power : leading.toPlainString() + "×" + power;
  }

  @Override
  public double at(double value) {
    return StrictMath.log10(value) / decades;
  }

  @Override
  public double low() {
    return exponents.low() / decades;
  }

  @Override
  public double high() {
    return exponents.high() / decades;
  }

  @Override
  public List<Tick> ticks() {
    return ticks;
  }
}
