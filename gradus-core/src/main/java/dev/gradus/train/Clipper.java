package dev.gradus.train;

import dev.gradus.matrix.Elementwise;
import dev.gradus.matrix.Matrix;
import java.util.function.DoubleUnaryOperator;

/** Clips gradients, and counts how often. */
final class Clipper {
  /** The squares of greater numbers could overflow in float64. */
  private static final double HUGE = 0x1p500;

  private final Clipping limits;
  private final Elementwise clamp;
  private final Elementwise scale;
  private double factor;
  private long clipped;

  Clipper(Clipping limits) {
    this.limits = limits;
    double most = limits.value();
    this.clamp = map(g -> Math.max(-most, Math.min(g, most)));
    this.scale = map(g -> g * factor);
  }

  private static Elementwise map(DoubleUnaryOperator f) {
    return Elementwise.of(f, (x, y) -> Double.NaN);
  }

  /**
   * Clips, where it must be.
   *
   * @param gradient all finite; changed
   * @param magnitude of its greatest element
   */
  void clip(Matrix gradient, double magnitude) {
    boolean tooLarge = magnitude > limits.value();
    if (tooLarge) {
      gradient.setMap(clamp, gradient);
    }
    boolean tooLong =
        limits.norm() < Double.POSITIVE_INFINITY
            && shorten(gradient, Math.min(magnitude, limits.value()));
    clipped += tooLarge || tooLong ? 1 : 0;
  }

  private boolean shorten(Matrix gradient, double magnitude) {
    if (magnitude > HUGE) {
      scale(gradient, 1 / HUGE); // a power of two; the norm that is wanted does not depend on it
      scale(gradient, limits.norm() / norm(gradient));
      return true;
    }
    double norm = norm(gradient);
    if (norm > limits.norm()) {
      scale(gradient, limits.norm() / norm);
      return true;
    }
    return false;
  }

  private static double norm(Matrix gradient) {
    return Math.sqrt(Matrix.dot(gradient, gradient));
  }

  private void scale(Matrix gradient, double by) {
    factor = by;
    gradient.setMap(scale, gradient);
  }

  /** In how many steps it clipped since it was asked last. */
  long takeCount() {
    long count = clipped;
    clipped = 0;
    return count;
  }
}
