package dev.gradus.loss;

import dev.gradus.calculus.KinkSink;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Pairwise;

/**
 * L = 1/(n·out) Σₖⱼ f(pₖⱼ, tₖⱼ): the mean over all elements of a batch.
 *
 * <p>Only the term of pₖⱼ depends on it, so ∂L/∂pₖⱼ = 1/(n·out) · ∂f/∂p (pₖⱼ, tₖⱼ): the gradient
 * divides by what the loss divides by, the number of elements and not only the batch.
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
        double p = prediction.get(i, j);
        double t = target.get(i, j);
        row +=
            sink.leaves(i, j, p, function.kinks(t))
                ? sink.held(function.at(t))
                : function.value(p, t);
      }
      sum += row;
    }
    return sum / prediction.size();
  }
}
