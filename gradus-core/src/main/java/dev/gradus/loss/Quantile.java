package dev.gradus.loss;

import dev.gradus.calculus.KinkSink;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.ShapeException;
import java.util.Arrays;
import java.util.List;

/**
 * Several quantiles at once: column j of the prediction [n × k] is the quantile of level τⱼ; L =
 * 1/(n k) Σᵢⱼ f_τⱼ(pᵢⱼ, tᵢⱼ) with {@link Pinball}, whose derivative it has. The target stands in
 * all k columns.
 *
 * <p>Quantiles that are learned column by column may cross. A network that ends in {@code
 * Increasing} cannot let them.
 */
public final class Quantile implements Loss {
  private final List<Pinball> levels;

  private Quantile(List<Pinball> levels) {
    this.levels = levels;
  }

  /**
   * The loss of these levels.
   *
   * @param levels between 0 and 1, ascending, at least one
   */
  public static Quantile of(double... levels) {
    for (int j = 1; j < levels.length; j++) {
      if (!(levels[j - 1] < levels[j])) {
        throw new IllegalArgumentException(
            "levels " + Arrays.toString(levels) + "; wants them ascending");
      }
    }
    if (levels.length == 0) {
      throw new IllegalArgumentException("no levels; wants at least one");
    }
    return new Quantile(Arrays.stream(levels).mapToObj(Pinball::new).toList());
  }

  @Override
  public double evaluate(Matrix prediction, Matrix target, Matrix gradient) {
    require(prediction, target);
    require(prediction, gradient);
    double scale = 1.0 / prediction.size();
    for (int i = 0; i < prediction.rows(); i++) {
      for (int j = 0; j < levels.size(); j++) {
        double slope = levels.get(j).derivative(prediction.get(i, j), target.get(i, j));
        gradient.set(i, j, scale * slope);
      }
    }
    return value(prediction, target);
  }

  @Override
  public double value(Matrix prediction, Matrix target) {
    require(prediction, target);
    double sum = 0;
    for (int i = 0; i < prediction.rows(); i++) {
      double row = 0;
      for (int j = 0; j < levels.size(); j++) {
        row += levels.get(j).value(prediction.get(i, j), target.get(i, j));
      }
      sum += row;
    }
    return sum / prediction.size();
  }

  private void require(Matrix prediction, Matrix other) {
    if (prediction.columns() != levels.size()) {
      throw new ShapeException(
          levels.size() + " levels for a prediction of " + prediction.describe());
    }
    if (prediction.rows() != other.rows() || prediction.columns() != other.columns()) {
      throw new ShapeException("quantile: " + prediction.describe() + " and " + other.describe());
    }
  }

  @Override
  public double value(Matrix prediction, Matrix target, KinkSink sink) {
    require(prediction, target);
    double sum = 0;
    for (int i = 0; i < prediction.rows(); i++) {
      double row = 0;
      for (int j = 0; j < levels.size(); j++) {
        double p = prediction.get(i, j);
        double t = target.get(i, j);
        Pinball level = levels.get(j);
        row += sink.leaves(i, j, p, level.kinks(t)) ? sink.held(level.at(t)) : level.value(p, t);
      }
      sum += row;
    }
    return sum / prediction.size();
  }

  /** {@code quantile 0.1, 0.5, 0.9}. */
  @Override
  public String toString() {
    return "quantile " + String.join(", ", levels.stream().map(p -> "" + p.level()).toList());
  }
}
