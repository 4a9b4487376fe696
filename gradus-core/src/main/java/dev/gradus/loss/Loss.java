package dev.gradus.loss;

import dev.gradus.calculus.KinkSink;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.RowWeights;

/**
 * The mean of a cost over a batch, and its gradient by the prediction. {@link StandardLoss} is the
 * table; with a parameter there are {@link Huber}, {@link Quantile} and {@link
 * SmoothedCrossEntropy}; one of your own is a {@link PointwiseLoss}, or, where the outputs of a
 * sample count together, a class that implements this interface.
 *
 * <p>Gradient and value divide by the same count. Sums run in float64: one chain along each row,
 * then one over the rows.
 */
public interface Loss {

  /**
   * The mean loss; writes ∂L/∂prediction into the gradient as well.
   *
   * @param prediction ŷ [n × out]
   * @param target y [n × out]
   * @param gradient ∂L/∂ŷ [n × out], overwritten
   */
  double evaluate(Matrix prediction, Matrix target, Matrix gradient);

  /** The mean loss alone: for validation. */
  double value(Matrix prediction, Matrix target);

  /**
   * The mean loss, with each quantity told that decides on which smooth piece the loss is, and the
   * piece held where the sink wants it: for gradient checks. A loss with kinks overrides it; {@link
   * #pointwise} does.
   */
  default double value(Matrix prediction, Matrix target, KinkSink sink) {
    return value(prediction, target);
  }

  /**
   * The weighted mean Σ wᵢ lᵢ / Σ wᵢ, where lᵢ is the loss of row i alone; 0 if all weights are.
   * The weights are shared: whoever set them anew before a batch has them counted. Serves one
   * thread.
   *
   * <p>This form goes row by row, which is right for every loss that is a mean over the rows.
   */
  default Loss weighted(RowWeights weights) {
    return new WeightedRows(this, weights);
  }

  /** A loss that is the mean of a function of one prediction and one target. */
  static Loss pointwise(PointwiseLoss function) {
    return new MeanLoss(function);
  }
}
