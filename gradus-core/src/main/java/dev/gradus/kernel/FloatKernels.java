package dev.gradus.kernel;

import java.util.Arrays;

/**
 * Plain loops. The float64 text is the original; the float32 twin is made from it by exchanging the
 * types, and a test keeps them in step. What stays double in both is marked {@code wide}; a cast
 * that is redundant here is needed there.
 */
@SuppressWarnings("cast")
class FloatKernels extends Kernels<float[]> {
  private static final int DOT_CHAINS = 256;

  private final /* wide */ double[] chains = new /* wide */ double[DOT_CHAINS];
  private final FloatRowKernels rows = new FloatRowKernels();
  private final FloatUpdateKernels updates = new FloatUpdateKernels();
  private final FloatColumnNorms columnNorms = new FloatColumnNorms();

  @SuppressWarnings(
      "ThisEscapedInObjectConstruction") // called back only when a gradient is computed
  private final FloatCrossEntropy crossEntropy = new FloatCrossEntropy(this::exponentials);

  @Override
  public RowKernels<float[]> rows() {
    return rows;
  }

  @Override
  public UpdateKernels<float[]> updates() {
    return updates;
  }

  @Override
  public float[] allocate(int length) {
    return new float[length];
  }

  @Override
  public int length(float[] a) {
    return a.length;
  }

  @Override
  public /* wide */ double get(float[] a, int at) {
    return a[at];
  }

  @Override
  public void set(float[] a, int at, /* wide */ double value) {
    a[at] = (float) value;
  }

  @Override
  public void read(float[] a, int at, /* wide */ double[] into, int from, int n) {
    for (int i = 0; i < n; i++) {
      into[from + i] = a[at + i];
    }
  }

  @Override
  public void write(float[] a, int at, /* wide */ double[] values, int from, int n) {
    for (int i = 0; i < n; i++) {
      a[at + i] = (float) values[from + i];
    }
  }

  @Override
  public void copy(float[] from, int at, float[] to, int into, int n) {
    System.arraycopy(from, at, to, into, n);
  }

  @Override
  public void clear(float[] a, int at, int n) {
    Arrays.fill(a, at, at + n, 0);
  }

  @Override
  public void product(
      int m,
      int n,
      int k,
      float[] a,
      int ao,
      int aRow,
      int aInner,
      float[] b,
      int bo,
      int bInner,
      int bColumn,
      float[] s,
      int so,
      int sRow,
      float[] c,
      int co,
      int cRow) {
    int i = 0;
    for (; i + 4 <= m; i += 4) {
      int j = 0;
      for (; j + 4 <= n; j += 4) {
        FloatTiles.tile4x4(
            k,
            a,
            ao + i * aRow,
            aRow,
            aInner,
            b,
            bo + j * bColumn,
            bInner,
            bColumn,
            s,
            so + i * sRow + j,
            sRow,
            c,
            co + i * cRow + j,
            cRow);
      }
      for (; j < n; j++) {
        FloatTiles.tile4x1(
            k,
            a,
            ao + i * aRow,
            aRow,
            aInner,
            b,
            bo + j * bColumn,
            bInner,
            s,
            so + i * sRow + j,
            sRow,
            c,
            co + i * cRow + j,
            cRow);
      }
    }
    for (; i < m; i++) {
      int j = 0;
      for (; j + 4 <= n; j += 4) {
        FloatTiles.tile1x4(
            k,
            a,
            ao + i * aRow,
            aInner,
            b,
            bo + j * bColumn,
            bInner,
            bColumn,
            s,
            so + i * sRow + j,
            c,
            co + i * cRow + j);
      }
      for (; j < n; j++) {
        FloatTiles.tile1x1(
            k,
            a,
            ao + i * aRow,
            aInner,
            b,
            bo + j * bColumn,
            bInner,
            s,
            so + i * sRow + j,
            c,
            co + i * cRow + j);
      }
    }
  }

  @Override
  public void columnSums(float[] x, int xo, int rows, int columns, float[] sums, int so) {
    Arrays.fill(sums, so, so + columns, 0);
    for (int i = 0; i < rows; i++) {
      int at = xo + i * columns;
      for (int j = 0; j < columns; j++) {
        sums[so + j] += x[at + j];
      }
    }
  }

  @Override
  public void map(Loop f, float[] x, float[] y, int from, int to) {
    f.map(x, y, from, to);
  }

  @Override
  public void mapGradient(Loop f, float[] x, float[] y, float[] dy, float[] dx, int from, int to) {
    f.gradient(x, y, dy, dx, from, to);
  }

  @Override
  public void combine(PairLoop g, float[] a, float[] b, float[] c, int from, int to) {
    g.combine(a, b, c, from, to);
  }

  @Override
  public /* wide */ double pairSum(PairLoop f, float[] p, float[] t, int from, int to) {
    return f.sum(p, t, from, to);
  }

  @Override
  public void pairGradient(
      PairLoop f, float[] p, float[] t, float[] dp, /* wide */ double scale, int from, int to) {
    f.gradient(p, t, dp, scale, from, to);
  }

  @Override
  public /* wide */ double softmaxCrossEntropy(float[] z, float[] t, int at, int n) {
    return FloatCrossEntropy.value(z, t, at, n);
  }

  @Override
  public /* wide */ double softmaxCrossEntropyGradient(
      float[] z, float[] t, float[] dz, /* wide */ double scale, int at, int n) {
    return crossEntropy.gradient(z, t, dz, scale, at, n);
  }

  /** e = eᵉ, for the first n. */
  void exponentials(/* wide */ double[] e, int n) {
    for (int j = 0; j < n; j++) {
      e[j] = Elementary.exp(e[j]);
    }
  }

  @Override
  public /* wide */ double dot(float[] x, int xo, float[] y, int yo, int n) {
    Arrays.fill(chains, 0);
    int i = 0;
    for (; i + DOT_CHAINS <= n; i += DOT_CHAINS) {
      addProducts(x, xo + i, y, yo + i, chains, DOT_CHAINS);
    }
    addProducts(x, xo + i, y, yo + i, chains, n - i);
    for (int half = DOT_CHAINS / 2; half > 0; half /= 2) {
      for (int j = 0; j < half; j++) {
        chains[j] += chains[j + half];
      }
    }
    return chains[0];
  }

  private static void addProducts(
      float[] x, int xo, float[] y, int yo, /* wide */ double[] chains, int n) {
    for (int j = 0; j < n; j++) {
      chains[j] = Math.fma((/* wide */ double) x[xo + j], (/* wide */ double) y[yo + j], chains[j]);
    }
  }

  @Override
  public /* wide */ double magnitude(float[] x, int xo, int n) {
    float greatest = 0;
    for (int i = xo; i < xo + n; i++) {
      greatest = Math.max(greatest, Math.abs(x[i])); // NaN stays
    }
    return greatest;
  }

  @Override
  public void limitColumns(float[] x, int xo, int rows, int columns, /* wide */ double limit) {
    columnNorms.limit(x, xo, rows, columns, limit);
  }

  @Override
  public void addScaled(
      /* wide */ double s, float[] u, int uo, float[] y, int yo, int from, int to) {
    float factor = (float) s;
    if ((uo | yo) == 0) {
      add(factor, u, y, from, to);
      return;
    }
    for (int i = from; i < to; i++) {
      y[yo + i] = Math.fma(factor, u[uo + i], y[yo + i]);
    }
  }

  // Loops with one index for all their arrays are methods of their own: the compiler vectorizes
  // them, and
  // not the same loop with offsets, of which it cannot know that they are 0.

  private static void add(float s, float[] u, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = Math.fma(s, u[i], y[i]);
    }
  }

  @Override
  public void addScaledSigns(
      /* wide */ double s, float[] u, int uo, float[] y, int yo, int from, int to) {
    float factor = (float) s;
    if ((uo | yo) == 0) {
      addSigns(factor, u, y, from, to);
      return;
    }
    for (int i = from; i < to; i++) {
      y[yo + i] = Math.fma(factor, Math.signum(u[uo + i]), y[yo + i]);
    }
  }

  private static void addSigns(float s, float[] u, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = Math.fma(s, Math.signum(u[i]), y[i]);
    }
  }
}
