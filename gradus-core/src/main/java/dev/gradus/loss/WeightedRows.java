package dev.gradus.loss;

import dev.gradus.calculus.KinkSink;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.RowWeights;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Σ wᵢ lᵢ / Σ wᵢ of any loss that is a mean over the rows: each row is evaluated as a batch of one.
 *
 * <p>Only lᵢ depends on row i of the prediction, so its gradient is wᵢ / Σ w · ∂lᵢ/∂pᵢ.
 */
final class WeightedRows implements Loss {
  private final Loss loss;
  private final RowWeights weights;
  private final int[] order = new int[1];
  private @Nullable Matrix prediction;
  private @Nullable Matrix target;
  private @Nullable Matrix gradient;

  WeightedRows(Loss loss, RowWeights weights) {
    this.loss = loss;
    this.weights = weights;
  }

  @Override
  public double evaluate(Matrix predictions, Matrix targets, Matrix gradients) {
    double total = weights.total(predictions.rows());
    double sum = 0;
    for (int i = 0; i < predictions.rows(); i++) {
      boolean present = weights.get(i) != 0;
      if (present) {
        take(predictions, targets, i);
        sum += weights.get(i) * loss.evaluate(one(prediction), one(target), one(gradient));
      }
      for (int j = 0; j < gradients.columns(); j++) {
        double slope = present ? weights.get(i) / total * one(gradient).get(0, j) : 0;
        gradients.set(i, j, slope);
      }
    }
    return total == 0 ? 0 : sum / total;
  }

  @Override
  public double value(Matrix predictions, Matrix targets) {
    double total = weights.total(predictions.rows());
    double sum = 0;
    for (int i = 0; i < predictions.rows(); i++) {
      if (weights.get(i) != 0) {
        take(predictions, targets, i);
        sum += weights.get(i) * loss.value(one(prediction), one(target));
      }
    }
    return total == 0 ? 0 : sum / total;
  }

  /** Copies one row; the first time makes the matrices for it. */
  private void take(Matrix predictions, Matrix targets, int row) {
    if (prediction == null) {
      prediction = predictions.like(1, predictions.columns());
      target = predictions.like(1, predictions.columns());
      gradient = predictions.like(1, predictions.columns());
    }
    order[0] = row;
    one(prediction).setFirstRows(predictions, order, 0, 1);
    one(target).setFirstRows(targets, order, 0, 1);
  }

  private static Matrix one(@Nullable Matrix row) {
    return Objects.requireNonNull(row);
  }

  @Override
  public void kinks(Matrix predictions, Matrix targets, KinkSink sink) {
    loss.kinks(predictions, targets, sink);
  }
}
