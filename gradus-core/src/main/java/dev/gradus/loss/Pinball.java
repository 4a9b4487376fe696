package dev.gradus.loss;

/**
 * The loss whose minimum is a quantile: with r = t − p, f = τ r for r ≥ 0 and (τ − 1) r below, in
 * one: max(τ r, (τ − 1) r). Too low costs τ, too high 1 − τ for each unit, so the mean is least
 * where the share τ of the targets lies below p.
 *
 * <p>∂f/∂p = −τ for p &lt; t and 1 − τ for p &gt; t; at the kink 0 by convention. τ = ½ is half the
 * absolute error.
 *
 * <p>Koenker, Bassett (1978), Regression Quantiles.
 *
 * @param level τ, between 0 and 1
 */
public record Pinball(double level) implements PointwiseLoss {

  /** Checks the range. */
  public Pinball {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + "; wants a number between 0 and 1");
    }
  }

  @Override
  public double value(double p, double t) {
    return Math.max(level * (t - p), (level - 1) * (t - p));
  }

  @Override
  public double derivative(double p, double t) {
    double sign = Math.signum(p - t);
    return sign == 0 ? 0 : 0.5 * (1 + sign) - level;
  }

  @Override
  public double[] kinks(double t) {
    return new double[] {t};
  }
}
