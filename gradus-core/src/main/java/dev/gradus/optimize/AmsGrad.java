package dev.gradus.optimize;

import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Pairwise;

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
 * <p>Five passes over memory.
 *
 * @param beta1 0 to below 1
 * @param beta2 0 to below 1
 * @param epsilon at least 1e-30
 */
public record AmsGrad(double beta1, double beta2, double epsilon) implements Optimizer {
  private static final Pairwise MAX = Pairwise.of(Math::max);

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
    private final AdamMeans means;
    private final Matrix top; // u
    private final Matrix ratio;

    Moments(Matrix theta) {
      means = new AdamMeans(theta, beta1, beta2, epsilon);
      top = theta.like(theta.rows(), theta.columns());
      ratio = theta.like(theta.rows(), theta.columns());
    }

    @Override
    public void step(Matrix theta, Matrix gradient, double learningRate) {
      means.follow(gradient);
      top.setCombined(MAX, top, means.square());
      means.setRatio(ratio, means.mean(), top);
      theta.addScaled(-learningRate / (1 - means.power1()), ratio);
    }

    @Override
    public void exchange(Memory memory) {
      means.exchange(memory);
      memory.vector("u", top);
    }
  }
}
