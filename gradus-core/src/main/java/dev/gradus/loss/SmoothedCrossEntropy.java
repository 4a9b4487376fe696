package dev.gradus.loss;

import dev.gradus.matrix.Elementary;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.ShapeException;

/**
 * Cross-entropy of the softmax of logits with smoothed labels: of k classes, each target t becomes
 * t′ = (1 − ε) t + ε/k, so that no class is ever certain and no logit wants to be infinite.
 *
 * <p>L = −1/n Σᵢ Σⱼ t′ᵢⱼ ln sᵢⱼ; t′ sums to 1 as t does, so by {@link StandardLoss#SOFTMAX_CE} the
 * gradient is (s − t′)/n. Targets are one-hot rows or probabilities [n × k].
 *
 * <p>Szegedy, Vanhoucke, Ioffe, Shlens, Wojna (2016), Rethinking the Inception Architecture.
 *
 * @param smoothing ε, from 0 (which is softmax_ce) to below 1
 */
public record SmoothedCrossEntropy(double smoothing) implements Loss {

  /** Checks the range. */
  public SmoothedCrossEntropy {
    if (!(smoothing >= 0 && smoothing < 1)) {
      throw new IllegalArgumentException(
          "label smoothing " + smoothing + "; wants a number from 0 to below 1");
    }
  }

  @Override
  public double evaluate(Matrix prediction, Matrix target, Matrix gradient) {
    require(prediction, target);
    require(prediction, gradient);
    for (int i = 0; i < target.rows(); i++) {
      for (int j = 0; j < target.columns(); j++) {
        gradient.set(i, j, smoothed(target, i, j));
      }
    }
    gradient.setSoftmaxCrossEntropyGradient(prediction, gradient, 1.0 / prediction.rows());
    return value(prediction, target);
  }

  @Override
  public double value(Matrix prediction, Matrix target) {
    require(prediction, target);
    double sum = 0;
    for (int i = 0; i < prediction.rows(); i++) {
      sum += row(prediction, target, i);
    }
    return sum / prediction.rows();
  }

  /** Σⱼ t′ⱼ ((z_top − zⱼ) + ln Σ e^(z − z_top)), all terms positive. */
  private double row(Matrix z, Matrix target, int i) {
    int top = 0;
    for (int j = 1; j < z.columns(); j++) {
      top = z.get(i, j) > z.get(i, top) ? j : top;
    }
    double rest = 0;
    for (int j = 0; j < z.columns(); j++) {
      rest += j == top ? 0 : Elementary.exp(z.get(i, j) - z.get(i, top));
    }
    double logSum = Elementary.log1p(rest);
    double loss = 0;
    for (int j = 0; j < z.columns(); j++) {
      double share = smoothed(target, i, j);
      loss += share == 0 ? 0 : share * ((z.get(i, top) - z.get(i, j)) + logSum);
    }
    return loss;
  }

  private static void require(Matrix prediction, Matrix other) {
    if (prediction.rows() != other.rows() || prediction.columns() != other.columns()) {
      throw new ShapeException(
          "softmax cross-entropy: " + prediction.describe() + " and " + other.describe());
    }
  }

  private double smoothed(Matrix target, int i, int j) {
    return Math.fma(1 - smoothing, target.get(i, j), smoothing / target.columns());
  }
}
