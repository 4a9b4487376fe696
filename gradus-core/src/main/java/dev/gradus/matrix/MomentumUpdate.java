package dev.gradus.matrix;

/**
 * The update of gradient descent with momentum, in one pass over memory: v = μ v + g, then θ = θ −
 * rate · v; with Nesterov's look-ahead θ = θ − rate · (μ v + g).
 *
 * @param momentum μ, 0 to below 1
 * @param nesterov whether to look ahead
 */
public record MomentumUpdate(double momentum, boolean nesterov) {

  /**
   * One step. None of the three may be a view that begins inside its array.
   *
   * @param theta changed
   * @param gradient ∂L/∂θ, of θ's shape
   * @param velocity v, of θ's shape; changed
   */
  public void apply(Matrix theta, Matrix gradient, Matrix velocity, double rate) {
    Shapes.elementwise(theta, gradient, "momentum");
    Shapes.elementwise(theta, velocity, "momentum");
    theta.compute.updatePasses().momentum(this, theta, gradient, velocity, rate);
  }
}
