package dev.gradus.loss;

import dev.gradus.calculus.KinkSink;
import dev.gradus.matrix.Matrix;

/**
 * The mean of a cost over a batch, and its gradient by the prediction. {@link StandardLoss} is the
 * table.
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

  /** Reports the quantities whose signs decide on which smooth piece the loss is. */
  default void kinks(Matrix prediction, Matrix target, KinkSink sink) {}

  /** A loss that is the mean of a function of one prediction and one target. */
  static Loss pointwise(PointwiseLoss function) {
    return new MeanLoss(function);
  }
}
