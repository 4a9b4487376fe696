package dev.gradus.loss;

/**
 * A square near the target, a line beyond δ: with the residual r = p − t, f = ½ r² for |r| ≤ δ and
 * δ (|r| − δ/2) outside, which is ½ δ² at |r| = δ from both sides.
 *
 * <p>∂f/∂p = r inside and δ sign(r) outside: r cut off at ±δ, where the pieces meet and only the
 * second derivative jumps. {@link StandardLoss#HUBER} is the one with δ = 1; another is {@code
 * Loss.pointwise(new Huber(0.5))}.
 *
 * <p>Huber (1964), Robust Estimation of a Location Parameter.
 *
 * @param delta δ, above 0
 */
public record Huber(double delta) implements PointwiseLoss {

  /** Checks the range. */
  public Huber {
    if (!(delta > 0 && delta <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("delta " + delta + "; wants a finite number above 0");
    }
  }

  @Override
  public double value(double p, double t) {
    double a = Math.abs(p - t);
    return a <= delta ? 0.5 * a * a : delta * (a - 0.5 * delta);
  }

  @Override
  public double derivative(double p, double t) {
    return Math.max(-delta, Math.min(delta, p - t));
  }

  @Override
  public double[] kinks(double t) {
    return new double[] {t - delta, t + delta};
  }
}
