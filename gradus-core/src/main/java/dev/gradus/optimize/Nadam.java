package dev.gradus.optimize;

import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.NadamUpdate;

/**
 * Nadam: Adam with Nesterov's look-ahead.
 *
 * <pre>
 * μₜ = β₁ (1 − ½ · 0.96^(t/250)),   Πₜ = μ₁ μ₂ … μₜ
 * m ← β₁ m + (1 − β₁) g
 * v ← β₂ v + (1 − β₂) g²            v̂ = v / (1 − β₂ᵗ)
 * m̄ = μₜ₊₁ m / (1 − Πₜ₊₁) + (1 − μₜ) g / (1 − Πₜ)
 * θ ← θ − η m̄ / (√v̂ + ε)
 * </pre>
 *
 * <p>Why: Adam's step is β₁ m₍ₜ₋₁₎ + (1 − β₁) g, the momentum of the step before and the gradient.
 * Nesterov would take the gradient after that momentum's move; equivalently, the momentum of the
 * next step can be applied already now: m₍ₜ₋₁₎ is exchanged for m. μ warms up from β₁/2, since
 * early momentum points where the start was bad.
 *
 * <p>Dozat (2016), Incorporating Nesterov Momentum into Adam, algorithm 2 with the schedule of μ of
 * its section on experiments; defaults as {@link Adam}.
 *
 * @param beta1 0 to below 1
 * @param beta2 0 to below 1
 * @param epsilon at least 1e-30
 */
public record Nadam(double beta1, double beta2, double epsilon) implements Optimizer {
  private static final double WARMING = 0.96;
  private static final double PACE = 250;

  /** Checks the ranges. */
  public Nadam {
    Hyperparameter.requireDecay("beta1", beta1);
    Hyperparameter.requireDecay("beta2", beta2);
    Hyperparameter.requireEpsilon(epsilon);
  }

  /** β₁ = 0.9, β₂ = 0.999, ε = 1e-8. */
  public static Nadam nadam() {
    return new Nadam(0.9, 0.999, 1e-8);
  }

  @Override
  public String name() {
    return "nadam";
  }

  @Override
  public Run start(Matrix theta) {
    return new Moments(theta);
  }

  private double mu(long t) {
    return beta1 * (1 - 0.5 * StrictMath.pow(WARMING, t / PACE));
  }

  private final class Moments implements Run {
    private final NadamUpdate update = new NadamUpdate(beta1, beta2, epsilon);
    private final AdamMeans means;
    private long t;
    private double product = 1; // Πₜ

    Moments(Matrix theta) {
      means = new AdamMeans(theta, beta1, beta2);
    }

    @Override
    public void step(Matrix theta, Matrix gradient, double learningRate) {
      t++;
      double now = mu(t);
      double next = mu(t + 1);
      product *= now;
      means.advance();
      update.setWeights(
          learningRate * next / (1 - product * next),
          learningRate * (1 - now) / (1 - product),
          means.root());
      update.apply(theta, gradient, means.mean(), means.square());
    }

    @Override
    public void exchange(Memory memory) {
      means.exchange(memory);
      t = (long) memory.number("t", (double) t);
      product = memory.number("product", product);
    }
  }
}
