package dev.gradus.optimize;

import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.MomentumUpdate;

/**
 * Stochastic gradient descent, plain or with momentum.
 *
 * <pre>
 * plain       θ ← θ − η g
 * momentum    v ← μ v + g,   θ ← θ − η v
 * Nesterov    v ← μ v + g,   θ ← θ − η (g + μ v)
 * </pre>
 *
 * <p>Why −g: L(θ + d) ≈ L(θ) + gᵀd, and of all d of one length the one along −g makes gᵀd least.
 *
 * <p>Momentum: Polyak (1964). Nesterov's form as in Sutskever, Martens, Dahl, Hinton (2013), On the
 * importance of initialization and momentum in deep learning, with the velocity in units of the
 * gradient, so that a changing rate scales the whole step.
 *
 * @param momentum μ, 0 to below 1; 0 is plain descent
 * @param nesterov whether to look ahead; needs momentum
 */
public record Sgd(double momentum, boolean nesterov) implements Optimizer {

  /** Checks the range. */
  public Sgd {
    Hyperparameter.requireDecay("momentum", momentum);
    if (nesterov && momentum == 0) {
      throw new IllegalArgumentException("nesterov: wants a momentum above 0");
    }
  }

  /** Plain descent. */
  public static Sgd sgd() {
    return new Sgd(0, false);
  }

  /** With momentum μ. */
  public static Sgd momentum(double momentum) {
    return new Sgd(momentum, false);
  }

  /** With Nesterov's momentum μ. */
  public static Sgd nesterov(double momentum) {
    return new Sgd(momentum, true);
  }

  @Override
  public String name() {
    return "sgd";
  }

  @Override
  public Run start(Matrix theta) {
    if (momentum == 0) {
      return new Remembering((x, gradient, learningRate) -> x.addScaled(-learningRate, gradient));
    }
    Matrix velocity = theta.like(theta.rows(), theta.columns());
    MomentumUpdate update = new MomentumUpdate(momentum, nesterov);
    return new Remembering(
        (x, gradient, learningRate) -> update.apply(x, gradient, velocity, learningRate),
        new Remembering.Piece("v", velocity));
  }
}
