package dev.gradus.loss;

import dev.gradus.calculus.KinkSink;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Pairwise;
import dev.gradus.matrix.RowWeights;

/**
 * L = 1/(n·out) Σₖⱼ f(pₖⱼ, tₖⱼ): the mean over all elements of a batch.
 *
 * <p>Only the term of pₖⱼ depends on it, so ∂L/∂pₖⱼ = 1/(n·out) · ∂f/∂p (pₖⱼ, tₖⱼ): the gradient
 * divides by what the loss divides by, the number of elements and not only the batch. With weights
 * row k counts wₖ times, and both divide by Σ w · out.
 */
final class MeanLoss implements Loss {
  private final PointwiseLoss function;
  private final Pairwise loops;

  MeanLoss(PointwiseLoss function) {
    this.function = function;
    this.loops = Pairwise.of(function::value, function::derivative);
  }

  @Override
  public double evaluate(Matrix prediction, Matrix target, Matrix gradient) {
    gradient.setPairGradient(loops, prediction, target, 1.0 / prediction.size());
    return value(prediction, target);
  }

  @Override
  public double value(Matrix prediction, Matrix target) {
    return Matrix.pairSum(loops, prediction, target) / prediction.size();
  }

  /** The same chains of sums, element by element. */
  @Override
  public double value(Matrix prediction, Matrix target, KinkSink sink) {
    double sum = 0;
    for (int i = 0; i < prediction.rows(); i++) {
      double row = 0;
      for (int j = 0; j < prediction.columns(); j++) {
        row += element(prediction, target, i, j, sink);
      }
      sum += row;
    }
    return sum / prediction.size();
  }

  private double element(Matrix prediction, Matrix target, int i, int j, KinkSink sink) {
    double p = prediction.get(i, j);
    double t = target.get(i, j);
    return sink.leaves(i, j, p, function.kinks(t))
        ? sink.held(function.at(t))
        : function.value(p, t);
  }

  @Override
  public Loss weighted(RowWeights weights) {
    return new Weighted(weights);
  }

  /** As the function is called. */
  @Override
  public String toString() {
    return function.toString();
  }

  private final class Weighted implements Loss {
    private final RowWeights weights;

    Weighted(RowWeights weights) {
      this.weights = weights;
    }

    @Override
    public double evaluate(Matrix prediction, Matrix target, Matrix gradient) {
      weights.setPairGradient(gradient, loops, prediction, target, total(prediction));
      return value(prediction, target);
    }

    @Override
    public double value(Matrix prediction, Matrix target) {
      double total = total(prediction);
      return total == 0 ? 0 : weights.pairSum(loops, prediction, target) / total;
    }

    private double total(Matrix prediction) {
      return weights.total(prediction.rows()) * prediction.columns();
    }

    @Override
    public double value(Matrix prediction, Matrix target, KinkSink sink) {
      double sum = 0;
      for (int i = 0; i < prediction.rows(); i++) {
        double row = 0;
        for (int j = 0; j < prediction.columns(); j++) {
          row += element(prediction, target, i, j, sink);
        }
        sum += weights.get(i) == 0 ? 0 : weights.get(i) * row;
      }
      double total = total(prediction);
      return total == 0 ? 0 : sum / total;
    }
  }
}
