package dev.gradus.layer;

import dev.gradus.calculus.ScalarFunction;
import dev.gradus.matrix.Elementary;

/**
 * f(x) = x for x &gt; 0, α (eˣ − 1) below: a line that levels off at −α.
 *
 * <p>f′ = 1 above 0 and α eˣ below. At 0 the slopes from the two sides are 1 and α, so with α ≠ 1
 * there is a corner, where f′(0) = α by convention; with α = 1 only f″ jumps. {@link
 * Activation#ELU} is the one with α = 1; another is {@code pointwise(new Elu(0.5))}.
 *
 * <p>Clevert, Unterthiner, Hochreiter (2016), Fast and Accurate Deep Network Learning by
 * Exponential Linear Units (ELUs).
 *
 * @param alpha how far down it goes, above 0
 */
public record Elu(double alpha) implements ScalarFunction {
  /** With α = 1, which has no corner at 0. */
  public static final Elu STANDARD = new Elu(1);

  /** Checks the range. */
  public Elu {
    if (!(alpha > 0 && alpha <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("alpha " + alpha + "; wants a finite number above 0");
    }
  }

  @Override
  public double value(double x) {
    return x > 0 ? x : alpha * Elementary.expm1(x);
  }

  @Override
  public double derivative(double x, double y) {
    return x > 0 ? 1 : alpha * Elementary.exp(x);
  }

  @Override
  public double[] kinks() {
    return new double[] {0};
  }
}
