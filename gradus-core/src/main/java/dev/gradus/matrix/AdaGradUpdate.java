package dev.gradus.matrix;

/**
 * AdaGrad's update in one pass over memory: v = v + g², θ = θ − rate · g / (√v + ε).
 *
 * @param epsilon added to the root, above 0
 */
public record AdaGradUpdate(double epsilon) {

  /**
   * One step. None of the three may be a view that begins inside its array.
   *
   * @param theta changed
   * @param gradient ∂L/∂θ, of θ's shape
   * @param squares v, of θ's shape; changed
   */
  public void apply(Matrix theta, Matrix gradient, Matrix squares, double rate) {
    Shapes.elementwise(theta, gradient, "adagrad");
    Shapes.elementwise(theta, squares, "adagrad");
    theta.compute.updatePasses().adaGrad(theta, gradient, squares, epsilon, rate);
  }
}
