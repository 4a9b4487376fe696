package dev.gradus.data;

import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.RowWeights;
import dev.gradus.matrix.ShapeException;

/**
 * A weight for each class as weights of the rows, so that every loss knows them: a row of class j
 * counts cⱼ times, wᵢ = Σⱼ cⱼ tᵢⱼ. Rows are one-hot or probabilities [n × k]; a single column [n ×
 * 1] is the probability of the second of two classes.
 */
public final class ClassWeights {
  private ClassWeights() {}

  /**
   * The weights of the rows.
   *
   * @param target [n × k], or [n × 1]
   * @param classes k weights, or 2; each 0 or more
   */
  public static RowWeights of(Matrix target, double... classes) {
    int k = classes(target);
    if (classes.length != k) {
      throw new ShapeException(classes.length + " class weights for a target of " + k + " classes");
    }
    double[] weights = new double[target.rows()];
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < k; j++) {
        weights[i] += classes[j] * share(target, i, j);
      }
    }
    return RowWeights.of(weights);
  }

  /** Each class counts as much as any other, and all together n: cⱼ = n / (k nⱼ). */
  public static RowWeights balanced(Matrix target) {
    int k = classes(target);
    double[] classes = new double[k];
    for (int j = 0; j < k; j++) {
      double count = 0;
      for (int i = 0; i < target.rows(); i++) {
        count += share(target, i, j);
      }
      classes[j] = count == 0 ? 0 : target.rows() / (k * count);
    }
    return of(target, classes);
  }

  private static int classes(Matrix target) {
    return target.columns() == 1 ? 2 : target.columns();
  }

  private static double share(Matrix target, int row, int j) {
    if (target.columns() > 1) {
      return target.get(row, j);
    }
    return j == 0 ? 1 - target.get(row, 0) : target.get(row, 0);
  }
}
