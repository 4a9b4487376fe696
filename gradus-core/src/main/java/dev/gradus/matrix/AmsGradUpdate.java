package dev.gradus.matrix;

import dev.gradus.kernel.UpdateKernels.AdamScalars;

/**
 * AMSGrad's update in one pass over memory: m and v as in {@link AdamUpdate}, u = max(u, v), θ = θ
 * − step · m / (root · √u + ε).
 */
public final class AmsGradUpdate {
  private final AdamScalars scalars;

  /**
   * Fixes what stays the same in each step.
   *
   * @param beta1 decay of the mean, 0 to below 1
   * @param beta2 decay of the mean square, 0 to below 1
   * @param epsilon added to the root, above 0
   */
  public AmsGradUpdate(double beta1, double beta2, double epsilon) {
    scalars = new AdamScalars(beta1, beta2, epsilon);
  }

  /**
   * What a run remembers, all of θ's shape, and no views inside their arrays.
   *
   * @param mean m
   * @param square v
   * @param top u, the greatest v so far
   */
  public record Moments(Matrix mean, Matrix square, Matrix top) {}

  /**
   * One step.
   *
   * @param theta changed; no view inside its array, like the gradient
   * @param gradient ∂L/∂θ, of θ's shape
   * @param moments changed
   * @param step rate / (1 − β₁ᵗ)
   * @param root 1 / √(1 − β₂ᵗ)
   */
  public void apply(Matrix theta, Matrix gradient, Moments moments, double step, double root) {
    Shapes.elementwise(theta, gradient, "amsgrad");
    Shapes.elementwise(theta, moments.mean, "amsgrad");
    Shapes.elementwise(theta, moments.square, "amsgrad");
    Shapes.elementwise(theta, moments.top, "amsgrad");
    theta
        .compute
        .updatePasses()
        .top(moments.top)
        .amsGrad(scalars, theta, gradient, moments.mean, moments.square, step, root);
  }
}
