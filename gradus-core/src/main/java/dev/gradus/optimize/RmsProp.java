package dev.gradus.optimize;

import dev.gradus.matrix.AdamUpdate;
import dev.gradus.matrix.Matrix;

/**
 * RMSprop: each parameter's gradient is divided by the root of its running mean square.
 *
 * <pre>
 * v ← ρ v + (1 − ρ) g²
 * θ ← θ − η g / (√v + ε)
 * </pre>
 *
 * <p>Why: the sizes of gradients differ by orders of magnitude between parameters and over time;
 * one rate can serve all only if each is measured in units of its own size. The mean forgets at the
 * pace 1 / (1 − ρ) steps, so that, unlike in {@link AdaGrad}, the rate does not die.
 *
 * <p>This is Adam with β₁ = 0 and without corrections of the bias, and is computed so: one pass,
 * and one vector of memory more than the formula needs.
 *
 * <p>Hinton (2012), Neural Networks for Machine Learning, lecture 6e, with its ρ = 0.9; ε, which
 * the lecture does not have, is Adam's.
 *
 * @param decay ρ, 0 to below 1
 * @param epsilon ε, at least 1e-30
 */
public record RmsProp(double decay, double epsilon) implements Optimizer {

  /** Checks the ranges. */
  public RmsProp {
    Hyperparameter.requireDecay("decay", decay);
    Hyperparameter.requireEpsilon(epsilon);
  }

  /** ρ = 0.9, ε = 1e-8. */
  public static RmsProp rmsProp() {
    return new RmsProp(0.9, 1e-8);
  }

  @Override
  public String name() {
    return "rmsprop";
  }

  @Override
  public Run start(Matrix theta) {
    AdamUpdate update = new AdamUpdate(0, decay, epsilon);
    Matrix latest = theta.like(theta.rows(), theta.columns()); // m, which is g
    Matrix square = theta.like(theta.rows(), theta.columns());
    return new Remembering(
        (x, gradient, learningRate) -> update.apply(x, gradient, latest, square, learningRate, 1),
        new Remembering.Piece("m", latest),
        new Remembering.Piece("v", square));
  }
}
