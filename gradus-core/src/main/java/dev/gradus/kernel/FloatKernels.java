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
  private /* wide */ double[] scratch = new /* wide */ double[0];

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
    int top = greatest(z, at, n);
    /* wide */ double rest = 0;
    for (int j = 0; j < n; j++) {
      rest += j == top ? 0 : Elementary.exp((/* wide */ double) z[at + j] - z[at + top]);
    }
    return crossEntropy(z, t, at, n, top, Elementary.log1p(rest));
  }

  @Override
  public /* wide */ double softmaxCrossEntropyGradient(
      float[] z, float[] t, float[] dz, /* wide */ double scale, int at, int n) {
    /* wide */ double[] e = scratch(n);
    int top = greatest(z, at, n);
    /* wide */ double rest = 0;
    /* wide */ double total = 0;
    for (int j = 0; j < n; j++) {
      e[j] = (/* wide */ double) z[at + j] - z[at + top];
    }
    exponentials(e, n);
    for (int j = 0; j < n; j++) {
      rest += j == top ? 0 : e[j];
      total += t[at + j];
    }
    /* wide */ double loss = crossEntropy(z, t, at, n, top, Elementary.log1p(rest));
    /* wide */ double sum = 1 + rest;
    for (int j = 0; j < n; j++) {
      // T s − t = ((T − t) e − t Σ' e) / Σ e, Σ' without the own e: a confident class cancels
      // nothing.
      /* wide */ double tj = t[at + j];
      /* wide */ double others = j == top ? rest : sum - e[j];
      dz[at + j] = (float) (scale * (((total - tj) * e[j] - tj * others) / sum));
    }
    return loss;
  }

  private /* wide */ double[] scratch(int n) {
    if (scratch.length < n) {
      scratch = new /* wide */ double[n];
    }
    return scratch;
  }

  /** e = eᵉ, for the first n. */
  void exponentials(/* wide */ double[] e, int n) {
    for (int j = 0; j < n; j++) {
      e[j] = Elementary.exp(e[j]);
    }
  }

  /** The index of the greatest logit; ties go low. */
  private static int greatest(float[] z, int at, int n) {
    int top = 0;
    for (int j = 1; j < n; j++) {
      top = z[at + j] > z[at + top] ? j : top;
    }
    return top;
  }

  /**
   * {@code Σ tⱼ ((z_top − zⱼ) + ln Σᵢ e^(zᵢ − z_top))}: the logarithm is given, as ln(1 + the
   * rest), so that a small loss keeps all its digits beside large logits. A class that the target
   * excludes adds nothing, even at z = −∞.
   */
  private static /* wide */ double crossEntropy(
      float[] z, float[] t, int at, int n, int top, /* wide */ double logSum) {
    /* wide */ double loss = 0;
    for (int j = 0; j < n; j++) {
      if (t[at + j] != 0) {
        loss += t[at + j] * (((/* wide */ double) z[at + top] - z[at + j]) + logSum);
      }
    }
    return loss;
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
    /* wide */ double[] factors = scratch(columns); // squares first
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

  @Override
  public void momentum(
      float[] theta,
      int thetaAt,
      float[] g,
      int gAt,
      float[] v,
      int from,
      int to,
      /* wide */ double momentum,
      boolean nesterov,
      /* wide */ double rate) {
    float mu = (float) momentum;
    float minusRate = (float) -rate;
    for (int i = from; i < to; i++) {
      float vi = Math.fma(mu, v[i], g[gAt + i]);
      float d = nesterov ? Math.fma(mu, vi, g[gAt + i]) : vi;
      v[i] = vi;
      theta[thetaAt + i] = Math.fma(minusRate, d, theta[thetaAt + i]);
    }
  }

  @Override
  public void adam(
      float[] theta,
      int thetaAt,
      float[] g,
      int gAt,
      float[] m,
      float[] v,
      int from,
      int to,
      AdamScalars scalars,
      /* wide */ double step,
      /* wide */ double root) {
    float minusStep = (float) -step;
    if ((thetaAt | gAt) == 0) {
      adamAligned(theta, g, m, v, from, to, scalars, minusStep, (float) root);
    } else {
      adamOffset(theta, thetaAt, g, gAt, m, v, from, to, scalars, minusStep, (float) root);
    }
  }

  private static void adamAligned(
      float[] theta,
      float[] g,
      float[] m,
      float[] v,
      int from,
      int to,
      AdamScalars scalars,
      float minusStep,
      float root) {
    float b1 = (float) scalars.beta1();
    float b2 = (float) scalars.beta2();
    float c1 = (float) (1 - scalars.beta1());
    float c2 = (float) (1 - scalars.beta2());
    float epsilon = (float) scalars.epsilon();
    for (int i = from; i < to; i++) {
      float gi = g[i];
      float mi = Math.fma(c1, gi, b1 * m[i]);
      float vi = Math.fma(c2 * gi, gi, b2 * v[i]);
      m[i] = mi;
      v[i] = vi;
      float scaled = mi / Math.fma((float) Math.sqrt(vi), root, epsilon);
      theta[i] = Math.fma(minusStep, scaled, theta[i]);
    }
  }

  private static void adamOffset(
      float[] theta,
      int thetaAt,
      float[] g,
      int gAt,
      float[] m,
      float[] v,
      int from,
      int to,
      AdamScalars scalars,
      float minusStep,
      float root) {
    float b1 = (float) scalars.beta1();
    float b2 = (float) scalars.beta2();
    float c1 = (float) (1 - scalars.beta1());
    float c2 = (float) (1 - scalars.beta2());
    float epsilon = (float) scalars.epsilon();
    for (int i = from; i < to; i++) {
      float gi = g[gAt + i];
      float mi = Math.fma(c1, gi, b1 * m[i]);
      float vi = Math.fma(c2 * gi, gi, b2 * v[i]);
      m[i] = mi;
      v[i] = vi;
      float scaled = mi / Math.fma((float) Math.sqrt(vi), root, epsilon);
      theta[thetaAt + i] = Math.fma(minusStep, scaled, theta[thetaAt + i]);
    }
  }
}
