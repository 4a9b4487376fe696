package dev.gradus.kernel;

/**
 * Plain loops. The float64 text is the original, as in {@link DoubleKernels}. A row that meets
 * every row is first widened into scratch memory: of another type than the arrays of the float32
 * twin, it keeps the compiler from fearing that they overlap, and the loops become vectors.
 */
@SuppressWarnings("cast")
final class FloatRowKernels extends RowKernels<float[]> {
  private /* wide */ double[] first = new /* wide */ double[0];
  private /* wide */ double[] second = new /* wide */ double[0];
  private final float[] choice = new float[2]; // of a mask: 0, and the factor of what is kept
  private final /* wide */ double[] a = new /* wide */ double[4]; // of four rows at once
  private final /* wide */ double[] b = new /* wide */ double[4];

  private static /* wide */ double[] grown(/* wide */ double[] scratch, int n) {
    return scratch.length < n ? new /* wide */ double[n] : scratch;
  }

  private /* wide */ double[] first(float[] row, int at, int n) {
    first = grown(first, n);
    widen(row, at, first, n);
    return first;
  }

  private /* wide */ double[] second(float[] row, int at, int n) {
    second = grown(second, n);
    widen(row, at, second, n);
    return second;
  }

  private static void widen(float[] row, int at, /* wide */ double[] into, int n) {
    for (int j = 0; j < n; j++) {
      into[j] = row[at + j];
    }
  }

  @Override
  public void scaled(float[] x, int columns, float[] s, int so, float[] y, int from, int to) {
    /* wide */ double[] scale = first(s, so, columns);
    for (int at = from * columns; at < to * columns; at += columns) {
      for (int j = 0; j < columns; j++) {
        y[at + j] = (float) (x[at + j] * scale[j]);
      }
    }
  }

  @Override
  public void addScaled(float[] x, int columns, float[] s, int so, float[] y, int from, int to) {
    /* wide */ double[] scale = first(s, so, columns);
    for (int at = from * columns; at < to * columns; at += columns) {
      for (int j = 0; j < columns; j++) {
        y[at + j] = (float) Math.fma((/* wide */ double) x[at + j], scale[j], y[at + j]);
      }
    }
  }

  @Override
  public void affine(
      float[] x, int columns, float[] s, int so, float[] b, int bo, float[] y, int from, int to) {
    /* wide */ double[] scale = first(s, so, columns);
    /* wide */ double[] start = second(b, bo, columns);
    for (int at = from * columns; at < to * columns; at += columns) {
      for (int j = 0; j < columns; j++) {
        y[at + j] = (float) Math.fma((/* wide */ double) x[at + j], scale[j], start[j]);
      }
    }
  }

  @Override
  public void centred(
      float[] x, int columns, float[] m, int mo, float[] s, int so, float[] y, int from, int to) {
    /* wide */ double[] centre = first(m, mo, columns);
    /* wide */ double[] scale = second(s, so, columns);
    for (int at = from * columns; at < to * columns; at += columns) {
      for (int j = 0; j < columns; j++) {
        y[at + j] = (float) ((x[at + j] - centre[j]) * scale[j]);
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
  public void columnMeans(float[] x, int rows, int columns, float[] means, int from, int to) {
    /* wide */ double[] sum = sums(columns, from, to);
    FloatColumnSums.add(x, rows, columns, sum, from, to);
    for (int j = from; j < to; j++) {
      means[j] = (float) (sum[j] / rows);
    }
  }

  @Override
  public void columnVariances(
      float[] x, int rows, int columns, float[] means, float[] v, int from, int to) {
    /* wide */ double[] sum = sums(columns, from, to);
    /* wide */ double[] mean = second(means, 0, columns);
    FloatColumnSums.addSquares(x, mean, rows, columns, sum, from, to);
    for (int j = from; j < to; j++) {
      v[j] = (float) (sum[j] / rows);
    }
  }

  @Override
  public void columnProducts(
      float[] a, float[] b, int rows, int columns, float[] sums, int so, int from, int to) {
    /* wide */ double[] sum = sums(columns, from, to);
    FloatColumnSums.addProducts(a, b, rows, columns, sum, from, to);
    for (int j = from; j < to; j++) {
      sums[so + j] = (float) sum[j];
    }
  }

  /** Where four rows at once fit: their chains overlap in time, which hides the adder's latency. */
  private static int fours(int from, int to) {
    return from + (to - from) / 4 * 4;
  }

  @Override
  public void standardizedRows(
      float[] x,
      int columns,
      /* wide */ double epsilon,
      float[] y,
      float[] inverse,
      int from,
      int to) {
    int i = from;
    for (; i < fours(from, to); i += 4) {
      FloatRowSums.meansOfFour(x, i * columns, columns, a);
      FloatRowSums.variancesOfFour(x, i * columns, columns, a, b);
      for (int k = 0; k < 4; k++) {
        standardize(x, (i + k) * columns, columns, a[k], b[k] + epsilon, y, inverse, i + k);
      }
    }
    for (; i < to; i++) {
      /* wide */ double m = FloatRowSums.mean(x, i * columns, columns);
      /* wide */ double v = FloatRowSums.variance(x, i * columns, columns, m);
      standardize(x, i * columns, columns, m, v + epsilon, y, inverse, i);
    }
  }

  private static void standardize(
      float[] x,
      int at,
      int n,
      /* wide */ double mean,
      /* wide */ double variance,
      float[] y,
      float[] inverse,
      int row) {
    /* wide */ double r = 1 / Math.sqrt(variance);
    inverse[row] = (float) r;
    for (int j = at; j < at + n; j++) {
      y[j] = (float) ((x[j] - mean) * r);
    }
  }

  @Override
  public void standardizedRowsGradient(
      float[] dy, float[] y, int columns, float[] inverse, float[] dx, int from, int to) {
    int i = from;
    for (; i < fours(from, to); i += 4) {
      FloatRowSums.meansOfFour(dy, i * columns, columns, a);
      FloatRowSums.productsOfFour(dy, y, i * columns, columns, b);
      for (int k = 0; k < 4; k++) {
        back(dy, y, (i + k) * columns, columns, a[k], b[k] / columns, inverse[i + k], dx);
      }
    }
    for (; i < to; i++) {
      /* wide */ double m = FloatRowSums.mean(dy, i * columns, columns);
      /* wide */ double p = FloatRowSums.product(dy, y, i * columns, columns) / columns;
      back(dy, y, i * columns, columns, m, p, inverse[i], dx);
    }
  }

  private static void back(
      float[] dy,
      float[] y,
      int at,
      int n,
      /* wide */ double a,
      /* wide */ double b,
      /* wide */ double inverse,
      float[] dx) {
    for (int j = at; j < at + n; j++) {
      dx[j] = (float) (inverse * ((dy[j] - a) - y[j] * b));
    }
  }

  @Override
  public void softmax(float[] x, int columns, float[] y, int from, int to) {
    first = grown(first, columns);
    /* wide */ double[] e = first;
    for (int at = from * columns; at < to * columns; at += columns) {
      /* wide */ double top = Float.NEGATIVE_INFINITY;
      for (int j = 0; j < columns; j++) {
        top = Math.max(top, x[at + j]);
      }
      /* wide */ double sum = 0;
      for (int j = 0; j < columns; j++) {
        e[j] = Elementary.exp(x[at + j] - top);
        sum += e[j];
      }
      for (int j = 0; j < columns; j++) {
        y[at + j] = (float) (e[j] / sum);
      }
    }
  }

  @Override
  public void softmaxGradient(float[] dy, float[] y, int columns, float[] dx, int from, int to) {
    for (int at = from * columns; at < to * columns; at += columns) {
      /* wide */ double d = FloatRowSums.product(dy, y, at, columns);
      for (int j = at; j < at + columns; j++) {
        dx[j] = (float) (y[j] * (dy[j] - d));
      }
    }
  }

  @Override
  public void mask(long seed, /* wide */ double rate, float[] mask, int from, int to) {
    long below = (long) (rate * 0x1p32);
    choice[1] = (float) (1 / (1 - rate));
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
