package dev.gradus.kernel;

import java.util.Arrays;

/**
 * The Euclidean norms of columns; the squares are summed in float64, one chain in increasing row
 * order. The float64 text is the original, as in {@link DoubleKernels}.
 */
@SuppressWarnings("cast")
final class FloatColumnNorms {
  private /* wide */ double[] scratch = new /* wide */ double[0];

  private /* wide */ double[] grown(int n) {
    if (scratch.length < n) {
      scratch = new /* wide */ double[n];
    }
    return scratch;
  }

  /** Scales each column whose norm is above the limit down to it. */
  void limit(float[] x, int xo, int rows, int columns, /* wide */ double limit) {
    /* wide */ double[] factors = grown(columns); // squares first
    Arrays.fill(factors, 0, columns, 0);
    for (int i = 0; i < rows; i++) {
      addSquares(x, xo + i * columns, factors, columns);
    }
    boolean within = true;
    for (int j = 0; j < columns; j++) {
      boolean far = factors[j] == Float.POSITIVE_INFINITY;
      /* wide */ double factor =
          far ? farOut(x, xo + j, rows, columns, limit) : limit / Math.sqrt(factors[j]);
      boolean above = far ? factor < 1 : factors[j] > limit * limit;
      factors[j] = above ? factor : 1;
      within &= !above;
    }
    for (int i = 0; i < rows && !within; i++) {
      multiply(x, xo + i * columns, factors, columns);
    }
  }

  /**
   * The factor of a column whose squares overflow: those of its elements by the greatest do not.
   */
  private static /* wide */ double farOut(
      float[] x, int at, int rows, int columns, /* wide */ double limit) {
    /* wide */ double greatest = 0;
    for (int i = 0; i < rows; i++) {
      greatest = Math.max(greatest, Math.abs(x[at + i * columns]));
    }
    /* wide */ double squares = 0;
    for (int i = 0; i < rows; i++) {
      /* wide */ double v = x[at + i * columns] / greatest;
      squares = Math.fma(v, v, squares);
    }
    return limit / greatest / Math.sqrt(squares);
  }

  private static void addSquares(float[] x, int xo, /* wide */ double[] squares, int n) {
    for (int j = 0; j < n; j++) {
      /* wide */ double v = x[xo + j];
      squares[j] = Math.fma(v, v, squares[j]);
    }
  }

  private static void multiply(float[] x, int xo, /* wide */ double[] factors, int n) {
    for (int j = 0; j < n; j++) {
      x[xo + j] = (float) (x[xo + j] * factors[j]);
    }
  }
}
