package dev.gradus.optimize;

import dev.gradus.matrix.AmsGradUpdate;
import dev.gradus.matrix.Matrix;

/**
 * AMSGrad: Adam with a mean square that never falls.
 *
 * <pre>
 * m ← β₁ m + (1 − β₁) g
 * v ← β₂ v + (1 − β₂) g²
 * u ← max(u, v)
 * θ ← θ − η m̂ / (√û + ε)      m̂ = m / (1 − β₁ᵗ), û = u / (1 − β₂ᵗ)
 * </pre>
 *
 * <p>Why: Adam may forget a rare large gradient before it meets the next one, and then takes long
 * steps on the small ones in between, the wrong way; its proof of convergence needs η / √v̂ never
 * to grow. With the greatest v so far it cannot.
 *
 * <p>Reddi, Kale, Kumar (2018), On the Convergence of Adam and Beyond, algorithm 2; with Adam's
 * corrections of the bias, which they leave out for simplicity and libraries have, so that the
 * first steps are Adam's. Defaults as {@link Adam}.
 *
 * @param beta1 0 to below 1
 * @param beta2 0 to below 1
 * @param epsilon at least 1e-30
 */
public record AmsGrad(double beta1, double beta2, double epsilon) implements Optimizer {
  /** Checks the ranges. */
  public AmsGrad {
    Hyperparameter.requireDecay("beta1", beta1);
    Hyperparameter.requireDecay("beta2", beta2);
    Hyperparameter.requireEpsilon(epsilon);
  }

  /** β₁ = 0.9, β₂ = 0.999, ε = 1e-8. */
  public static AmsGrad amsGrad() {
    return new AmsGrad(0.9, 0.999, 1e-8);
  }

  @Override
  public String name() {
    return "amsgrad";
  }

  @Override
  public Run start(Matrix theta) {
    return new Moments(theta);
  }

  private final class Moments implements Run {
    private final AmsGradUpdate update = new AmsGradUpdate(beta1, beta2, epsilon);
    private final AdamMeans means;
    private final AmsGradUpdate.Moments moments; // with u

    Moments(Matrix theta) {
      means = new AdamMeans(theta, beta1, beta2);
      moments =
          new AmsGradUpdate.Moments(
              means.mean(), means.square(), theta.like(theta.rows(), theta.columns()));
    }

    @Override
    public void step(Matrix theta, Matrix gradient, double learningRate) {
      means.advance();
      update.apply(theta, gradient, moments, learningRate / means.bias(), means.root());
    }

    @Override
    public void exchange(Memory memory) {
      means.exchange(memory);
      memory.vector("u", moments.top());
    }
  }
}
