package dev.gradus.kernel;

/**
 * Plain loops. The float64 text is the original, as in {@link DoubleKernels}. A row that meets
 * every row is first widened into scratch memory: of another type than the arrays of the float32
 * twin, it keeps the compiler from fearing that they overlap, and the loops become vectors.
 */
@SuppressWarnings("cast")
final class DoubleRowKernels extends RowKernels<double[]> {
  private /* wide */ double[] first = new /* wide */ double[0];
  private /* wide */ double[] second = new /* wide */ double[0];
  private final double[] choice = new double[2]; // of a mask: 0, and the factor of what is kept
  private final /* wide */ double[] a = new /* wide */ double[4]; // of four rows at once
  private final /* wide */ double[] b = new /* wide */ double[4];

  private static /* wide */ double[] grown(/* wide */ double[] scratch, int n) {
    return scratch.length < n ? new /* wide */ double[n] : scratch;
  }

  private /* wide */ double[] first(double[] row, int at, int n) {
    first = grown(first, n);
    widen(row, at, first, n);
    return first;
  }

  private /* wide */ double[] second(double[] row, int at, int n) {
    second = grown(second, n);
    widen(row, at, second, n);
    return second;
  }

  private static void widen(double[] row, int at, /* wide */ double[] into, int n) {
    for (int j = 0; j < n; j++) {
      into[j] = row[at + j];
    }
  }

  @Override
  public void scaled(double[] x, int columns, double[] s, int so, double[] y, int from, int to) {
    /* wide */ double[] scale = first(s, so, columns);
    for (int at = from * columns; at < to * columns; at += columns) {
      for (int j = 0; j < columns; j++) {
        y[at + j] = (double) (x[at + j] * scale[j]);
      }
    }
  }

  @Override
  public void addScaled(double[] x, int columns, double[] s, int so, double[] y, int from, int to) {
    /* wide */ double[] scale = first(s, so, columns);
    for (int at = from * columns; at < to * columns; at += columns) {
      for (int j = 0; j < columns; j++) {
        y[at + j] = (double) Math.fma((/* wide */ double) x[at + j], scale[j], y[at + j]);
      }
    }
  }

  @Override
  public void affine(
      double[] x,
      int columns,
      double[] s,
      int so,
      double[] b,
      int bo,
      double[] y,
      int from,
      int to) {
    /* wide */ double[] scale = first(s, so, columns);
    /* wide */ double[] start = second(b, bo, columns);
    for (int at = from * columns; at < to * columns; at += columns) {
      for (int j = 0; j < columns; j++) {
        y[at + j] = (double) Math.fma((/* wide */ double) x[at + j], scale[j], start[j]);
      }
    }
  }

  @Override
  public void centred(
      double[] x,
      int columns,
      double[] m,
      int mo,
      double[] s,
      int so,
      double[] y,
      int from,
      int to) {
    /* wide */ double[] centre = first(m, mo, columns);
    /* wide */ double[] scale = second(s, so, columns);
    for (int at = from * columns; at < to * columns; at += columns) {
      for (int j = 0; j < columns; j++) {
        y[at + j] = (double) ((x[at + j] - centre[j]) * scale[j]);
      }
    }
  }

  /** The sums of columns {@code [from, to)} begin at 0. */
  private /* wide */ double[] sums(int columns, int from, int to) {
    first = grown(first, columns);
    for (int j = from; j < to; j++) {
      first[j] = 0;
    }
    return first;
  }

  @Override
  public void columnMeans(double[] x, int rows, int columns, double[] means, int from, int to) {
    /* wide */ double[] sum = sums(columns, from, to);
    DoubleColumnSums.add(x, rows, columns, sum, from, to);
    for (int j = from; j < to; j++) {
      means[j] = (double) (sum[j] / rows);
    }
  }

  @Override
  public void columnVariances(
      double[] x, int rows, int columns, double[] means, double[] v, int from, int to) {
    /* wide */ double[] sum = sums(columns, from, to);
    /* wide */ double[] mean = second(means, 0, columns);
    DoubleColumnSums.addSquares(x, mean, rows, columns, sum, from, to);
    for (int j = from; j < to; j++) {
      v[j] = (double) (sum[j] / rows);
    }
  }

  @Override
  public void columnProducts(
      double[] a, double[] b, int rows, int columns, double[] sums, int so, int from, int to) {
    /* wide */ double[] sum = sums(columns, from, to);
    DoubleColumnSums.addProducts(a, b, rows, columns, sum, from, to);
    for (int j = from; j < to; j++) {
      sums[so + j] = (double) sum[j];
    }
  }

  /** Where four rows at once fit: their chains overlap in time, which hides the adder's latency. */
  private static int fours(int from, int to) {
    return from + (to - from) / 4 * 4;
  }

  @Override
  public void standardizedRows(
      double[] x,
      int columns,
      /* wide */ double epsilon,
      double[] y,
      double[] inverse,
      int from,
      int to) {
    int i = from;
    for (; i < fours(from, to); i += 4) {
      DoubleRowSums.meansOfFour(x, i * columns, columns, a);
      DoubleRowSums.variancesOfFour(x, i * columns, columns, a, b);
      for (int k = 0; k < 4; k++) {
        standardize(x, (i + k) * columns, columns, a[k], b[k] + epsilon, y, inverse, i + k);
      }
    }
    for (; i < to; i++) {
      /* wide */ double m = DoubleRowSums.mean(x, i * columns, columns);
      /* wide */ double v = DoubleRowSums.variance(x, i * columns, columns, m);
      standardize(x, i * columns, columns, m, v + epsilon, y, inverse, i);
    }
  }

  private static void standardize(
      double[] x,
      int at,
      int n,
      /* wide */ double mean,
      /* wide */ double variance,
      double[] y,
      double[] inverse,
      int row) {
    /* wide */ double r = 1 / Math.sqrt(variance);
    inverse[row] = (double) r;
    for (int j = at; j < at + n; j++) {
      y[j] = (double) ((x[j] - mean) * r);
    }
  }

  @Override
  public void standardizedRowsGradient(
      double[] dy, double[] y, int columns, double[] inverse, double[] dx, int from, int to) {
    int i = from;
    for (; i < fours(from, to); i += 4) {
      DoubleRowSums.meansOfFour(dy, i * columns, columns, a);
      DoubleRowSums.productsOfFour(dy, y, i * columns, columns, b);
      for (int k = 0; k < 4; k++) {
        back(dy, y, (i + k) * columns, columns, a[k], b[k] / columns, inverse[i + k], dx);
      }
    }
    for (; i < to; i++) {
      /* wide */ double m = DoubleRowSums.mean(dy, i * columns, columns);
      /* wide */ double p = DoubleRowSums.product(dy, y, i * columns, columns) / columns;
      back(dy, y, i * columns, columns, m, p, inverse[i], dx);
    }
  }

  private static void back(
      double[] dy,
      double[] y,
      int at,
      int n,
      /* wide */ double a,
      /* wide */ double b,
      /* wide */ double inverse,
      double[] dx) {
    for (int j = at; j < at + n; j++) {
      dx[j] = (double) (inverse * ((dy[j] - a) - y[j] * b));
    }
  }

  @Override
  public void softmax(double[] x, int columns, double[] y, int from, int to) {
    first = grown(first, columns);
    /* wide */ double[] e = first;
    for (int at = from * columns; at < to * columns; at += columns) {
      /* wide */ double top = Double.NEGATIVE_INFINITY;
      for (int j = 0; j < columns; j++) {
        top = Math.max(top, x[at + j]);
      }
      /* wide */ double sum = 0;
      for (int j = 0; j < columns; j++) {
        e[j] = Elementary.exp(x[at + j] - top);
        sum += e[j];
      }
      for (int j = 0; j < columns; j++) {
        y[at + j] = (double) (e[j] / sum);
      }
    }
  }

  @Override
  public void softmaxGradient(double[] dy, double[] y, int columns, double[] dx, int from, int to) {
    for (int at = from * columns; at < to * columns; at += columns) {
      /* wide */ double d = DoubleRowSums.product(dy, y, at, columns);
      for (int j = at; j < at + columns; j++) {
        dx[j] = (double) (y[j] * (dy[j] - d));
      }
    }
  }

  @Override
  public void mask(long seed, /* wide */ double rate, double[] mask, int from, int to) {
    long below = (long) (rate * 0x1p32);
    choice[1] = (double) (1 / (1 - rate));
    for (int i = from; i < to; i += 2) {
      long u = SplitMix.number(seed, i >> 1);
      mask[i] = choice[kept(u & 0xffffffffL, below)];
      if (i + 1 < to) {
        mask[i + 1] = choice[kept(u >>> 32, below)];
      }
    }
  }

  /** 0 if u is below, else 1: without a branch, which would be guessed wrong half of the time. */
  private static int kept(long u, long below) {
    return 1 + (int) ((u - below) >> 63);
  }
}
