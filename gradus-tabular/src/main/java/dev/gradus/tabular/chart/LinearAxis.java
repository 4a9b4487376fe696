package dev.gradus.tabular.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Equal steps of 1, 2 or 5 times a power of ten; place 0 is the first tick. */
final class LinearAxis implements Axis {
  private final BigDecimal first;
  private final BigDecimal step;
  private final double origin;
  private final double unit;
  private final double low;
  private final double high;
  private final NumberStyle style;
  private final List<Tick> ticks;

  /** An axis with about {@code wanted} ticks, at least three. */
  LinearAxis(Range range, int wanted) {
    BigDecimal from = new BigDecimal(range.low());
    BigDecimal to = new BigDecimal(range.high());
    BigDecimal span = to.subtract(from);
    step = Axis.niceStep(span.divide(BigDecimal.valueOf(wanted), MathContext.DECIMAL64));
    List<BigDecimal> values = Axis.multiples(step, from, to);
    first = values.getFirst();
    origin = first.doubleValue();
    unit = step.doubleValue();
    low = at(range.low());
    high = at(range.high());
    style = NumberStyle.of(values, step);
    List<Tick> found = new ArrayList<>();
    for (BigDecimal value : values) {
      found.add(new Tick(found.size(), style.format(value)));
    }
    ticks = List.copyOf(found);
  }

  @Override
  public double at(double value) {
    double distance = value - origin;
    return Double.isInfinite(distance) ? value / unit - origin / unit : distance / unit;
  }

  @Override
  public double low() {
    return low;
  }

  @Override
  public double high() {
    return high;
  }

  @Override
  public List<Tick> ticks() {
    return ticks;
  }

  /** What a tick at any place would say, to the thousandth part of a step. */
  String label(double at) {
    BigDecimal steps = BigDecimal.valueOf(at).setScale(3, RoundingMode.HALF_EVEN);
    return style.format(first.add(step.multiply(steps)));
  }
}
