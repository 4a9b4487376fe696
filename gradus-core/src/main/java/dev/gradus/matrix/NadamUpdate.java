package dev.gradus.matrix;

import dev.gradus.kernel.UpdateKernels.AdamScalars;

/**
 * Nadam's update in one pass over memory: m and v as in {@link AdamUpdate}, θ = θ − (ofMean · m +
 * ofGradient · g) / (root · √v + ε). Of one run: it holds the weights of the next step.
 */
public final class NadamUpdate {
  private final AdamScalars scalars;
  private double ofMean;
  private double ofGradient;
  private double root;

  /**
   * Fixes what stays the same in each step.
   *
   * @param beta1 decay of the mean, 0 to below 1
   * @param beta2 decay of the mean square, 0 to below 1
   * @param epsilon added to the root, above 0
   */
  public NadamUpdate(double beta1, double beta2, double epsilon) {
    scalars = new AdamScalars(beta1, beta2, epsilon);
  }

  /**
   * What changes from step to step.
   *
   * @param ofMean rate · μₜ₊₁ / (1 − Πₜ₊₁)
   * @param ofGradient rate · (1 − μₜ) / (1 − Πₜ)
   * @param root 1 / √(1 − β₂ᵗ)
   */
  public void setWeights(double ofMean, double ofGradient, double root) {
    this.ofMean = ofMean;
    this.ofGradient = ofGradient;
    this.root = root;
  }

  /**
   * One step. No operand may be a view that begins inside its array.
   *
   * @param theta changed
   * @param gradient ∂L/∂θ, of θ's shape
   * @param mean m, of θ's shape; changed
   * @param square v, of θ's shape; changed
   */
  public void apply(Matrix theta, Matrix gradient, Matrix mean, Matrix square) {
    Shapes.elementwise(theta, gradient, "nadam");
    Shapes.elementwise(theta, mean, "nadam");
    Shapes.elementwise(theta, square, "nadam");
    theta
        .compute
        .updatePasses()
        .weights(ofMean, ofGradient, root)
        .nadam(scalars, theta, gradient, mean, square);
  }
}
