package dev.gradus.kernel;

/**
 * Sums of the columns {@code [from, to)} over all rows, in float64, each one chain in increasing
 * row order. Four rows are taken in one pass over the sums, which saves loads and stores and
 * changes no chain; two of squares, since with four the compiler makes no vectors of them.
 */
@SuppressWarnings("cast")
final class FloatColumnSums {
  private FloatColumnSums() {}

  /** {@code sum(j) += x(i, j)} for i = 0, 1, …. */
  static void add(float[] x, int rows, int columns, /* wide */ double[] sum, int from, int to) {
    int i = 0;
    for (; i + 4 <= rows; i += 4) {
      int r0 = i * columns;
      int r1 = r0 + columns;
      int r2 = r1 + columns;
      int r3 = r2 + columns;
      for (int j = from; j < to; j++) {
        sum[j] = (((sum[j] + x[r0 + j]) + x[r1 + j]) + x[r2 + j]) + x[r3 + j];
      }
    }
    for (; i < rows; i++) {
      int r = i * columns;
      for (int j = from; j < to; j++) {
        sum[j] += x[r + j];
      }
    }
  }

  /** {@code sum(j) = fma(d, d, sum(j))} with {@code d = x(i, j) − mean(j)} for i = 0, 1, …. */
  static void addSquares(
      float[] x,
      /* wide */ double[] mean,
      int rows,
      int columns,
      /* wide */ double[] sum,
      int from,
      int to) {
    int i = 0;
    for (; i + 2 <= rows; i += 2) {
      int r0 = i * columns;
      int r1 = r0 + columns;
      for (int j = from; j < to; j++) {
        /* wide */ double d0 = x[r0 + j] - mean[j];
        /* wide */ double d1 = x[r1 + j] - mean[j];
        sum[j] = Math.fma(d1, d1, Math.fma(d0, d0, sum[j]));
      }
    }
    for (; i < rows; i++) {
      int r = i * columns;
      for (int j = from; j < to; j++) {
        /* wide */ double d = x[r + j] - mean[j];
        sum[j] = Math.fma(d, d, sum[j]);
      }
    }
  }

  /** {@code sum(j) = fma(a(i, j), b(i, j), sum(j))} for i = 0, 1, …. */
  static void addProducts(
      float[] a, float[] b, int rows, int columns, /* wide */ double[] sum, int from, int to) {
    int i = 0;
    for (; i + 4 <= rows; i += 4) {
      int r0 = i * columns;
      int r1 = r0 + columns;
      int r2 = r1 + columns;
      int r3 = r2 + columns;
      for (int j = from; j < to; j++) {
        /* wide */ double s = Math.fma((/* wide */ double) a[r0 + j], b[r0 + j], sum[j]);
        s = Math.fma((/* wide */ double) a[r1 + j], b[r1 + j], s);
        s = Math.fma((/* wide */ double) a[r2 + j], b[r2 + j], s);
        sum[j] = Math.fma((/* wide */ double) a[r3 + j], b[r3 + j], s);
      }
    }
    for (; i < rows; i++) {
      int r = i * columns;
      for (int j = from; j < to; j++) {
        sum[j] = Math.fma((/* wide */ double) a[r + j], b[r + j], sum[j]);
      }
    }
  }
}
