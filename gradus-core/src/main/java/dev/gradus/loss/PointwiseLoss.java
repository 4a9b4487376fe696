package dev.gradus.loss;

/**
 * The cost of one prediction p for one target t, with its derivative by p. Three facts: the mean
 * over a batch, its gradient and their check follow.
 */
public interface PointwiseLoss {

  /** f(p, t). */
  double value(double p, double t);

  /** ∂f/∂p; at a kink the documented convention. */
  double derivative(double p, double t);

  /** The residuals p − t at which f is not differentiable. */
  default double[] kinks() {
    return NONE;
  }

  /** No kinks. */
  double[] NONE = {};
}
