package dev.gradus.optimize;

import dev.gradus.matrix.AdaGradUpdate;
import dev.gradus.matrix.Matrix;

/**
 * AdaGrad: each parameter's gradient is divided by the root of the sum of all its squares so far.
 *
 * <pre>
 * v ← v + g²
 * θ ← θ − η g / (√v + ε)
 * </pre>
 *
 * <p>Why: with steps η / √(Σ g²) the regret of a convex online problem is at most of the order of
 * √(Σ g²), as good as the best fixed rate in hindsight for each coordinate; rare features, whose
 * sum is small, keep a large rate. On other problems the sum never forgets, and the rate dies.
 *
 * <p>Duchi, Hazan, Singer (2011), Adaptive Subgradient Methods for Online Learning and Stochastic
 * Optimization, fig. 1 with the diagonal matrix; ε (their δ) = 1e-10 keeps the first division from
 * 0 / 0 without being felt.
 *
 * @param epsilon ε, at least 1e-30
 */
public record AdaGrad(double epsilon) implements Optimizer {
  /** Checks the range. */
  public AdaGrad {
    Hyperparameter.requireEpsilon(epsilon);
  }

  /** ε = 1e-10. */
  public static AdaGrad adaGrad() {
    return new AdaGrad(1e-10);
  }

  @Override
  public String name() {
    return "adagrad";
  }

  @Override
  public Run start(Matrix theta) {
    AdaGradUpdate update = new AdaGradUpdate(epsilon);
    Matrix squares = theta.like(theta.rows(), theta.columns());
    return new Remembering(
        (x, gradient, learningRate) -> update.apply(x, gradient, squares, learningRate),
        new Remembering.Piece("v", squares));
  }
}
