package dev.gradus.loss;

import dev.gradus.calculus.ScalarFunction;

/**
 * The cost of one prediction p for one target t, with its derivative by p. Three facts: the mean
 * over a batch, its gradient and their check follow.
 */
public interface PointwiseLoss {

  /** f(p, t). */
  double value(double p, double t);

  /** ∂f/∂p; at a kink the documented convention. */
  double derivative(double p, double t);

  /** The residuals p − t at which ∂f/∂p or its derivative jumps, ascending. */
  default double[] kinks() {
    return NONE;
  }

  /** As a function of the residual r = p − t, for one target. */
  default ScalarFunction ofResidual(double t) {
    PointwiseLoss loss = this;
    return new ScalarFunction() {
      @Override
      public double value(double r) {
        return loss.value(t + r, t);
      }

      @Override
      public double derivative(double r, double y) {
        return loss.derivative(t + r, t);
      }

      @Override
      public double[] kinks() {
        return loss.kinks();
      }
    };
  }

  /** No kinks. */
  double[] NONE = {};
}
