package dev.gradus.network;

import dev.gradus.calculus.Kink;
import dev.gradus.matrix.Matrix;
import java.util.List;

/**
 * What large weights cost: l1 · Σ |w| + ½ · l2 · Σ w² over all weights of all layers, not over
 * biases, and not divided by the number of samples.
 *
 * <p>Each weight stands in one term of each sum alone, so that to the gradient of the loss is added
 *
 * <pre>
 * ∂/∂w (l1 · |w|)    = l1 · sign(w), with sign(0) = 0: |w| has a kink at 0
 * ∂/∂w (½ · l2 · w²) = l2 · w
 * </pre>
 *
 * <p>Any slope from −l1 to l1 is a subgradient at 0; 0 is the one under which a weight that costs
 * nothing is left where it is. The gradient check is told of the kink.
 *
 * <p>l1: Tibshirani (1996), Regression Shrinkage and Selection via the Lasso. l2: Hoerl, Kennard
 * (1970), Ridge Regression; Krogh, Hertz (1992), A Simple Weight Decay Can Improve Generalization.
 * Both: Zou, Hastie (2005), Regularization and Variable Selection via the Elastic Net.
 *
 * @param l1 0 or more; 0 is no such penalty
 * @param l2 0 or more; 0 is no such penalty
 */
public record Penalty(double l1, double l2) {
  /** No penalty. */
  public static final Penalty NONE = new Penalty(0, 0);

  /** Checks the ranges. */
  public Penalty {
    require("l1", l1);
    require("l2", l2);
  }

  private static void require(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " " + value + "; wants a finite number, 0 or more");
    }
  }

  /** l1 · Σ |w| alone. */
  public static Penalty l1(double l1) {
    return new Penalty(l1, 0);
  }

  /** ½ · l2 · Σ w² alone. */
  public static Penalty l2(double l2) {
    return new Penalty(0, l2);
  }

  /** Whether nothing is penalized. */
  public boolean isNone() {
    return l1 == 0 && l2 == 0;
  }

  /** l1 · Σ |w| + ½ · l2 · Σ w²; both sums are one chain in the order of the parameters. */
  public double value(Parameters theta) {
    if (isNone()) {
      return 0;
    }
    double absolute = 0;
    double squared = 0;
    for (ParameterBlock part : theta.layout()) {
      if (part.isWeight()) {
        for (double w : theta.get(part.name()).toArray()) {
          absolute += Math.abs(w);
          squared = Math.fma(w, w, squared);
        }
      }
    }
    return l1 * absolute + 0.5 * l2 * squared;
  }

  /** Adds l1 · sign(w) + l2 · w to the gradient of each weight. */
  public void addGradient(Parameters theta, Parameters gradient) {
    List<ParameterBlock> layout = theta.layout();
    for (int i = 0; i < layout.size(); i++) { // in each step: no iterator
      ParameterBlock part = layout.get(i);
      if (part.isWeight()) {
        Matrix w = theta.get(part.name());
        if (l1 > 0) {
          gradient.get(part.name()).addScaledSigns(l1, w);
        }
        if (l2 > 0) {
          gradient.get(part.name()).addScaled(l2, w);
        }
      }
    }
  }

  /**
   * What changes when w = θ(at) becomes w + shift: l1 · (|w + shift| − |w|) + ½ · l2 · ((w +
   * shift)² − w²). Where the kink at 0 is crossed, or w stands on it, the crossings are told; if
   * they hold, |w| goes on with the slope that it has at w.
   */
  double change(ParameterBlock part, int at, double w, double shift, Crossings crossings) {
    return part.isWeight()
        ? l1 * changeOfAbsolute(part, at, w, shift, crossings) + l2 * shift * (w + shift / 2)
        : 0;
  }

  private double changeOfAbsolute(
      ParameterBlock part, int at, double w, double shift, Crossings crossings) {
    boolean crosses = l1 > 0 && Math.signum(w) != Math.signum(w + shift);
    if (crosses) {
      crossings.add(Kink.of(part.elementName(at)));
    }
    return crosses && !crossings.holding()
        ? Math.abs(w + shift) - Math.abs(w)
        : Math.signum(w) * shift;
  }
}
