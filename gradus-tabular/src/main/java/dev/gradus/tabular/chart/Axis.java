package dev.gradus.tabular.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * One axis: where a value lies on it, and its ticks. Places are counted in <em>units</em>, the
 * distance from one tick to the next (on a logarithmic axis one or more decades), so that ranges
 * around 10³⁰⁸, around 10⁻³⁰⁰ and narrow ones far from 0 are all small numbers to whoever paints.
 */
sealed interface Axis permits LinearAxis, LogAxis {

  /**
   * A tick.
   *
   * @param at where, in units
   * @param label what it says
   */
  record Tick(double at, String label) {}

  /** Where a value lies, in units. */
  double at(double value);

  /** The lower end, in units. */
  double low();

  /** The upper end, in units. */
  double high();

  /** The ticks between the ends, in increasing order: at least two. */
  List<Tick> ticks();

  /** A place as a share of the axis: 0 at its lower end, 1 at its upper end. */
  default double share(double at) {
    return (at - low()) / (high() - low());
  }

  /** The step nearest to {@code wanted} among 1, 2 and 5 times a power of ten. */
  static BigDecimal niceStep(BigDecimal wanted) {
    int exponent = NumberStyle.exponent(wanted);
    double digit = wanted.scaleByPowerOfTen(-exponent).doubleValue();
    int nice = digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10;
    return BigDecimal.valueOf(nice).scaleByPowerOfTen(exponent);
  }

  /** The multiples of a step within the range, exactly. */
  static List<BigDecimal> multiples(BigDecimal step, BigDecimal low, BigDecimal high) {
    List<BigDecimal> found = new ArrayList<>();
    BigDecimal tick = low.divide(step, 0, RoundingMode.CEILING).multiply(step);
    for (; tick.compareTo(high) <= 0; tick = tick.add(step)) {
      found.add(tick);
    }
    return found;
  }
}
