package dev.gradus.loss;

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
   * The predictions at which two smooth pieces of f(·, t) meet: at a corner, and also where only
   * ∂f/∂p has one.
   */
  default double[] kinks(double t) {
    return NONE;
  }

  /** No kinks. */
  double[] NONE = {};
}
