package dev.gradus.network;

import dev.gradus.layer.Block;

/**
 * What large weights cost: ½ · l2 · Σ w² over all weights of all layers, not over biases, and not
 * divided by the number of samples.
 *
 * <p>Each weight stands in one term alone: ∂/∂w (½ · l2 · w²) = l2 · w, which is added to the
 * gradient of the loss.
 *
 * <p>Hoerl, Kennard (1970), Ridge Regression; Krogh, Hertz (1992), A Simple Weight Decay Can
 * Improve Generalization.
 *
 * @param l2 0 or more; 0 is no penalty
 */
public record Penalty(double l2) {
  /** No penalty. */
  public static final Penalty NONE = new Penalty(0);

  /** Checks the range. */
  public Penalty {
    if (!(l2 >= 0 && l2 < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("l2 " + l2 + "; wants a finite number, 0 or more");
    }
  }

  /** ½ · l2 · Σ w², one chain in the order of the parameters. */
  public double value(Parameters theta) {
    if (l2 == 0) {
      return 0;
    }
    double sum = 0;
    for (ParameterBlock part : theta.layout()) {
      if (penalized(part)) {
        for (double w : theta.get(part.name()).toArray()) {
          sum = Math.fma(w, w, sum);
        }
      }
    }
    return 0.5 * l2 * sum;
  }

  /** Adds l2 · w to the gradient of each weight. */
  public void addGradient(Parameters theta, Parameters gradient) {
    if (l2 == 0) {
      return;
    }
    for (ParameterBlock part : theta.layout()) {
      if (penalized(part)) {
        gradient.get(part.name()).addScaled(l2, theta.get(part.name()));
      }
    }
  }

  /** What changes when w becomes w + shift: ½ · l2 · ((w + shift)² − w²). */
  double change(ParameterBlock part, double w, double shift) {
    return penalized(part) ? l2 * shift * (w + shift / 2) : 0;
  }

  private static boolean penalized(ParameterBlock part) {
    return part.block().kind() == Block.Kind.WEIGHT;
  }
}
