package dev.gradus.loss;

import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.RowWeights;

/**
 * Softmax and cross-entropy together, from logits: L = −1/n Σₖ Σⱼ tₖⱼ ln sₖⱼ with s = softmax(z),
 * sⱼ = e^zⱼ / Σᵢ e^zᵢ; the mean over the batch.
 *
 * <p>For one sample, with ln sⱼ = zⱼ − ln Σᵢ e^zᵢ: the derivative of the second term by z_c is
 * e^z_c / Σᵢ e^zᵢ = s_c, so ∂ln sⱼ/∂z_c = [j = c] − s_c (the full Jacobian of the softmax, divided
 * by s), and
 *
 * <pre>∂/∂z_c (−Σⱼ tⱼ ln sⱼ) = −Σⱼ tⱼ ([j = c] − s_c) = s_c Σⱼ tⱼ − t_c,</pre>
 *
 * which is s_c − t_c where the target sums to 1. Computed as (max − zⱼ) + ln(1 + Σ' e^(zᵢ − max)),
 * the sum without the greatest, which neither overflows nor loses a small loss beside large logits.
 */
final class SoftmaxCrossEntropy implements Loss {

  @Override
  public double evaluate(Matrix prediction, Matrix target, Matrix gradient) {
    int n = prediction.rows();
    return gradient.setSoftmaxCrossEntropyGradient(prediction, target, 1.0 / n) / n;
  }

  @Override
  public double value(Matrix prediction, Matrix target) {
    return Matrix.softmaxCrossEntropySum(prediction, target) / prediction.rows();
  }

  @Override
  public Loss weighted(RowWeights weights) {
    return new Weighted(weights);
  }

  private record Weighted(RowWeights weights) implements Loss {
    @Override
    public double evaluate(Matrix prediction, Matrix target, Matrix gradient) {
      double total = weights.total(prediction.rows());
      double sum = weights.setSoftmaxCrossEntropyGradient(gradient, prediction, target, total);
      return total == 0 ? 0 : sum / total;
    }

    @Override
    public double value(Matrix prediction, Matrix target) {
      double total = weights.total(prediction.rows());
      return total == 0 ? 0 : weights.softmaxCrossEntropySum(prediction, target) / total;
    }
  }
}
