package dev.gradus.optimize;

import dev.gradus.matrix.AdamUpdate;
import dev.gradus.matrix.Matrix;

/**
 * Adam: each parameter's step is its mean gradient over the root of its mean squared gradient.
 *
 * <pre>
 * m ← β₁ m + (1 − β₁) g          m̂ = m / (1 − β₁ᵗ)
 * v ← β₂ v + (1 − β₂) g²         v̂ = v / (1 − β₂ᵗ)
 * θ ← θ − η m̂ / (√v̂ + ε)
 * </pre>
 *
 * <p>Why the correction: with m₀ = 0 and a steady g, m after t steps is (1 − β₁) Σᵢ₌₀ᵗ⁻¹ β₁ⁱ g = (1
 * − β₁ᵗ) g by the geometric sum; dividing gives g back. The same holds for v.
 *
 * <p>Kingma, Ba (2015), Adam: A Method for Stochastic Optimization, algorithm 1, whose defaults are
 * {@link #adam()}'s.
 *
 * @param beta1 0 to below 1
 * @param beta2 0 to below 1
 * @param epsilon at least 1e-30
 */
public record Adam(double beta1, double beta2, double epsilon) implements Optimizer {

  /** Checks the ranges. */
  public Adam {
    Hyperparameter.requireDecay("beta1", beta1);
    Hyperparameter.requireDecay("beta2", beta2);
    Hyperparameter.requireEpsilon(epsilon);
  }

  /** β₁ = 0.9, β₂ = 0.999, ε = 1e-8: the paper's. */
  public static Adam adam() {
    return new Adam(0.9, 0.999, 1e-8);
  }

  @Override
  public String name() {
    return "adam";
  }

  @Override
  public Run start(Matrix theta) {
    return new Moments(theta);
  }

  private final class Moments implements Run {
    private final AdamUpdate update = new AdamUpdate(beta1, beta2, epsilon);
    private final AdamMeans means;

    Moments(Matrix theta) {
      means = new AdamMeans(theta, beta1, beta2);
    }

    @Override
    public void step(Matrix theta, Matrix gradient, double learningRate) {
      means.advance();
      update.apply(
          theta, gradient, means.mean(), means.square(), learningRate / means.bias(), means.root());
    }

    @Override
    public void exchange(Memory memory) {
      means.exchange(memory);
    }
  }
}
