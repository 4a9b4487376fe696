package dev.gradus.train;

import dev.gradus.matrix.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that no step leaves parameters that are not finite.
 *
 * <p>That costs one pass over the gradient, as long as all is of moderate size: at a rate of 1 or
 * less the optimizers' steps are at most some powers of ten longer than the greatest gradient, so
 * that from numbers below 2⁵⁰ none gets near the 2¹²⁸ of float32. Beyond that θ is kept before the
 * step and looked at after it.
 */
final class Safeguard {
  private static final double MODERATE = 0x1p50;

  private final Matrix theta;
  private @Nullable Matrix good;
  private boolean parametersAreLarge;
  private boolean watched;

  /**
   * @param theta finite now
   */
  Safeguard(Matrix theta) {
    this.theta = theta;
    this.parametersAreLarge = theta.magnitude() > MODERATE;
  }

  /** Before a step along a gradient of this greatest element. */
  void before(double magnitude, double rate) {
    watched = parametersAreLarge || magnitude > MODERATE || rate > 1;
    if (watched) {
      if (good == null) {
        good = theta.like(theta.rows(), theta.columns());
      }
      good.set(theta);
    }
  }

  /** Whether the step was harmless. */
  boolean passes() {
    if (!watched) {
      return true;
    }
    double magnitude = theta.magnitude();
    parametersAreLarge = magnitude > MODERATE;
    watched = !Double.isFinite(magnitude);
    return !watched;
  }

  /** Takes the step back, if it was bad: what was not watched was not. */
  void restore() {
    if (watched && good != null) {
      theta.set(good);
      watched = false;
    }
  }
}
