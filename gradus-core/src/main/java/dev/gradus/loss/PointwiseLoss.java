package dev.gradus.loss;

import dev.gradus.calculus.ScalarFunction;

/**
 * The cost of one prediction p for one target t, with its derivative by p. Three facts: the mean
 * over a batch, its gradient and their check follow.
 */
public interface PointwiseLoss {

  /** f(p, t). */
  double value(double p, double t);

  /** ∂f/∂p; at a corner the documented convention. */
  double derivative(double p, double t);

  /**
   * The predictions at which two smooth pieces of f(·, t) meet, ascending: at a corner, and also
   * where only ∂f/∂p has one.
   */
  default double[] kinks(double t) {
    return NONE;
  }

  /** As a function of the prediction, for one target. */
  default ScalarFunction at(double t) {
    PointwiseLoss loss = this;
    return new ScalarFunction() {
      @Override
      public double value(double p) {
        return loss.value(p, t);
      }

      @Override
      public double derivative(double p, double y) {
        return loss.derivative(p, t);
      }

      @Override
      public double[] kinks() {
        return loss.kinks(t);
      }
    };
  }

  /** No kinks. */
  double[] NONE = {};
}
