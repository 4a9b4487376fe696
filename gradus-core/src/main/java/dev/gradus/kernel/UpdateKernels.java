package dev.gradus.kernel;

import dev.gradus.kernel.Kernels.AdamScalars;

/**
 * The passes of Adam's relatives, each one over parameters, gradient and memory together: element
 * by element, so that any share {@code [from, to)} gives the same bits. All arrays begin with
 * element 0.
 */
public abstract class UpdateKernels<A> {

  /** {@code v = fma(g, g, v)}, {@code θ = fma(−rate, g / (√v + ε), θ)}. */
  public abstract void adaGrad(A theta, A g, A v, int from, int to, double epsilon, double rate);

  /**
   * {@code m = fma(1 − β₁, g, β₁ m)}, {@code v = fma((1 − β₂) g, g, β₂ v)}, {@code u = max(u, v)},
   * {@code θ = fma(−step, m / fma(√u, root, ε), θ)}.
   */
  public abstract void amsGrad(
      A theta, A g, A m, A v, A u, int from, int to, AdamScalars scalars, double step, double root);

  /** m and v as for Adam, {@code θ = θ − fma(ofMean, m, ofGradient g) / fma(√v, root, ε)}. */
  public abstract void nadam(
      A theta,
      A g,
      A m,
      A v,
      int from,
      int to,
      AdamScalars scalars,
      double ofMean,
      double ofGradient,
      double root);
}
