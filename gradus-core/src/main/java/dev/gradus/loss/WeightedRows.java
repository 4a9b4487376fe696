package dev.gradus.loss;

import dev.gradus.calculus.KinkSink;
import dev.gradus.calculus.ScalarFunction;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.RowWeights;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
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
    return sum(predictions, targets, row -> loss.value(one(prediction), one(target)));
  }

  @Override
  public double value(Matrix predictions, Matrix targets, KinkSink sink) {
    return sum(
        predictions,
        targets,
        row -> loss.value(one(prediction), one(target), new OfRow(sink, row)));
  }

  /** Σ wᵢ lᵢ / Σ wᵢ, with the loss of the row that was taken. */
  private double sum(Matrix predictions, Matrix targets, IntToDoubleFunction ofRow) {
    double total = weights.total(predictions.rows());
    double sum = 0;
    for (int i = 0; i < predictions.rows(); i++) {
      if (weights.get(i) != 0) {
        take(predictions, targets, i);
        sum += weights.get(i) * ofRow.applyAsDouble(i);
      }
    }
    return total == 0 ? 0 : sum / total;
  }

  /** The batch's sink, told of a row that was evaluated as a batch of one. */
  private record OfRow(KinkSink sink, int row) implements KinkSink {
    @Override
    public void quantity(int sample, int unit, double distance) {
      sink.quantity(row, unit, distance);
    }

    @Override
    public boolean leaves(int sample, int unit, double x, double[] kinks) {
      return sink.leaves(row, unit, x, kinks);
    }

    @Override
    public double held(ScalarFunction f) {
      return sink.held(f);
    }
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
}
