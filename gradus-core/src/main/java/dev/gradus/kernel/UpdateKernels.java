package dev.gradus.kernel;

/**
 * The optimizers' passes, each one over parameters, gradient and memory together: element by
 * element, so that any share {@code [from, to)} gives the same bits. All arrays begin with element
 * 0.
 */
public abstract class UpdateKernels<A> {
  /** What stays the same in each step of Adam. */
  public record AdamScalars(double beta1, double beta2, double epsilon) {}

  /** {@code v = fma(μ, v, g)}, {@code θ = fma(−rate, v, θ)}. */
  public abstract void momentum(A theta, A g, A v, int from, int to, double momentum, double rate);

  /** {@code v = fma(μ, v, g)}, {@code θ = fma(−rate, fma(μ, v, g), θ)}. */
  public abstract void nesterov(A theta, A g, A v, int from, int to, double momentum, double rate);

  /**
   * {@code m = fma(1 − β₁, g, β₁ m)}, {@code v = fma((1 − β₂) g, g, β₂ v)}, {@code θ = fma(−step, m
   * / fma(√v, root, ε), θ)}.
   */
  public abstract void adam(
      A theta, A g, A m, A v, int from, int to, AdamScalars scalars, double step, double root);

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
