package dev.gradus.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums of columns as {@link Kernels#columnSums}: a lane for each column, so that each sum is the
 * same chain, kept in a register from the first row to the last. Plain loops store and load it at
 * each row, and are not vectorized, since sums and addends could be one array.
 */
final class DoubleVectorSums {
  private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = S.length();

  private DoubleVectorSums() {}

  static void columns(double[] x, int xo, int rows, int columns, double[] sums, int so) {
    int j = 0;
    for (; j + 4 * LANES <= columns; j += 4 * LANES) {
      four(x, xo + j, rows, columns, sums, so + j);
    }
    for (; j + LANES <= columns; j += LANES) {
      one(x, xo + j, rows, columns, sums, so + j);
    }
    for (; j < columns; j++) {
      sums[so + j] = column(x, xo + j, rows, columns);
    }
  }

  private static void four(double[] x, int xo, int rows, int stride, double[] sums, int so) {
    DoubleVector s0 = DoubleVector.zero(S);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    for (int i = 0; i < rows; i++) {
      int at = xo + i * stride;
      s0 = s0.add(DoubleVector.fromArray(S, x, at));
      s1 = s1.add(DoubleVector.fromArray(S, x, at + LANES));
      s2 = s2.add(DoubleVector.fromArray(S, x, at + 2 * LANES));
      s3 = s3.add(DoubleVector.fromArray(S, x, at + 3 * LANES));
    }
    s0.intoArray(sums, so);
    s1.intoArray(sums, so + LANES);
    s2.intoArray(sums, so + 2 * LANES);
    s3.intoArray(sums, so + 3 * LANES);
  }

  private static void one(double[] x, int xo, int rows, int stride, double[] sums, int so) {
    DoubleVector s = DoubleVector.zero(S);
    for (int i = 0; i < rows; i++) {
      s = s.add(DoubleVector.fromArray(S, x, xo + i * stride));
    }
    s.intoArray(sums, so);
  }

  private static double column(double[] x, int xo, int rows, int stride) {
    double s = 0;
    for (int i = 0; i < rows; i++) {
      s += x[xo + i * stride];
    }
    return s;
  }
}
