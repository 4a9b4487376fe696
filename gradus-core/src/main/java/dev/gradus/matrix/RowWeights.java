package dev.gradus.matrix;

import java.util.Arrays;

/**
 * A weight for each row of a batch, and the sums and gradients of a loss that count rows by them. A
 * row of weight 0 counts as absent, whatever it holds; one of weight 2 as if it stood twice. With
 * weights of 1 all results have the bits of the unweighted operations of {@link Matrix}.
 *
 * <p>Weights are kept in float64 and may be set anew at any time; a matrix of fewer rows uses the
 * first ones.
 */
public final class RowWeights {
  private final double[] weights;

  private RowWeights(double[] weights) {
    this.weights = weights;
  }

  /** Weights of 1. */
  public static RowWeights ones(int rows) {
    double[] ones = new double[rows];
    Arrays.fill(ones, 1);
    return new RowWeights(ones);
  }

  /**
   * A copy of these.
   *
   * @throws IllegalArgumentException if one is negative or not finite, or all are 0
   */
  public static RowWeights of(double... weights) {
    boolean all0 = true;
    for (int i = 0; i < weights.length; i++) {
      require(i, weights[i]);
      all0 &= weights[i] == 0;
    }
    if (all0) {
      throw new IllegalArgumentException("all sample weights are 0");
    }
    return new RowWeights(weights.clone());
  }

  private static void require(int row, double weight) {
    if (!(weight >= 0 && weight <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "row " + row + ": weight " + weight + "; wants a finite number, 0 or more");
    }
  }

  /** How many rows have one. */
  public int rows() {
    return weights.length;
  }

  /** The weight of a row. */
  public double get(int row) {
    return weights[row];
  }

  /**
   * Sets the weight of a row.
   *
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public void set(int row, double weight) {
    require(row, weight);
    weights[row] = weight;
  }

  /**
   * Σ wᵢ of the first rows: one chain.
   *
   * @throws ShapeException if there are more rows than weights
   */
  public double total(int rows) {
    if (rows > weights.length) {
      throw new ShapeException(rows + " rows; there are " + weights.length + " sample weights");
    }
    double total = 0;
    for (int i = 0; i < rows; i++) {
      total += weights[i];
    }
    return total;
  }

  /** Σᵢ wᵢ Σⱼ f(pᵢⱼ, tᵢⱼ), in float64: one chain along each row, then over the rows. */
  public double pairSum(Pairwise f, Matrix p, Matrix t) {
    Shapes.elementwise(p, t, "f(p, t)");
    requireRows(p);
    int n = p.columns();
    double sum = 0;
    for (int i = 0; i < p.rows(); i++) {
      if (weights[i] != 0) {
        double row = p.compute.kernels().pairSum(f.loop(), p.array, t.array, i * n, (i + 1) * n);
        sum += weights[i] * row;
      }
    }
    return sum;
  }

  /** dp = wᵢ / total · ∂f/∂p (p, t), elementwise; computed in double, rounded once. */
  public void setPairGradient(Matrix dp, Pairwise f, Matrix p, Matrix t, double total) {
    Shapes.elementwise(dp, p, "∂f/∂p");
    Shapes.elementwise(dp, t, "∂f/∂p");
    requireRows(dp);
    int n = p.columns();
    for (int i = 0; i < p.rows(); i++) {
      int at = i * n;
      if (weights[i] == 0) {
        clear(dp, at, n);
      } else {
        double scale = weights[i] / total;
        dp.compute.kernels().pairGradient(f.loop(), p.array, t.array, dp.array, scale, at, at + n);
      }
    }
  }

  /** Σᵢ wᵢ times the cross-entropy of row i, as {@link Matrix#softmaxCrossEntropySum}. */
  public double softmaxCrossEntropySum(Matrix z, Matrix t) {
    Shapes.elementwise(z, t, "softmax cross-entropy");
    requireRows(z);
    int n = z.columns();
    double sum = 0;
    for (int i = 0; i < z.rows(); i++) {
      if (weights[i] != 0) {
        double row = z.compute.kernels().softmaxCrossEntropy(z.array, t.array, i * n, n);
        sum += weights[i] * row;
      }
    }
    return sum;
  }

  /** The same sum, and dz = wᵢ / total · (softmax(z) Σⱼ tⱼ − t). */
  public double setSoftmaxCrossEntropyGradient(Matrix dz, Matrix z, Matrix t, double total) {
    Shapes.elementwise(dz, z, "softmax cross-entropy");
    Shapes.elementwise(dz, t, "softmax cross-entropy");
    requireRows(dz);
    int n = z.columns();
    double sum = 0;
    for (int i = 0; i < z.rows(); i++) {
      int at = i * n;
      if (weights[i] == 0) {
        clear(dz, at, n);
      } else {
        double row =
            dz.compute
                .kernels()
                .softmaxCrossEntropyGradient(z.array, t.array, dz.array, weights[i] / total, at, n);
        sum += weights[i] * row;
      }
    }
    return sum;
  }

  private void requireRows(Matrix batch) {
    if (batch.rows() > weights.length) {
      throw new ShapeException(batch.describe() + " and " + weights.length + " sample weights");
    }
  }

  private static void clear(Matrix matrix, int at, int n) {
    matrix.compute.kernels().clear(matrix.array, at, n);
  }
}
