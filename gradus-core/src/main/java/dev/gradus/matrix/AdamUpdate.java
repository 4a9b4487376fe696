package dev.gradus.matrix;

import dev.gradus.kernel.UpdateKernels.AdamScalars;

/**
 * Adam's update in one pass over memory: m = β₁ m + (1 − β₁) g, v = β₂ v + (1 − β₂) g², θ = θ −
 * step · m / (root · √v + ε), where step = rate / (1 − β₁ᵗ) and root = 1 / √(1 − β₂ᵗ) correct the
 * bias of the first steps.
 */
public final class AdamUpdate {
  private final AdamScalars scalars;

  /**
   * Fixes what stays the same in each step.
   *
   * @param beta1 decay of the mean, 0 to below 1
   * @param beta2 decay of the mean square, 0 to below 1
   * @param epsilon added to the root, above 0
   */
  public AdamUpdate(double beta1, double beta2, double epsilon) {
    scalars = new AdamScalars(beta1, beta2, epsilon);
  }

  /**
   * One step. None of the four may be a view that begins inside its array.
   *
   * @param theta changed
   * @param gradient ∂L/∂θ, of θ's shape
   * @param mean m, of θ's shape; changed
   * @param square v, of θ's shape; changed
   */
  public void apply(
      Matrix theta, Matrix gradient, Matrix mean, Matrix square, double step, double root) {
    Shapes.elementwise(theta, gradient, "adam");
    Shapes.elementwise(theta, mean, "adam");
    Shapes.elementwise(theta, square, "adam");
    theta.compute.updatePasses().adam(scalars, theta, gradient, mean, square, step, root);
  }
}
