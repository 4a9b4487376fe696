package dev.gradus.kernel;

import java.util.Arrays;

/**
 * Plain loops. The float64 text is the original; the float32 twin is made from it by exchanging the
 * types, and a test keeps them in step. What stays double in both is marked {@code wide}; a cast
 * that is redundant here is needed there.
 */
@SuppressWarnings("cast")
class DoubleKernels extends Kernels<double[]> {
  private static final int DOT_CHAINS = 256;

  private final /* wide */ double[] chains = new /* wide */ double[DOT_CHAINS];
  private final DoubleRowKernels rows = new DoubleRowKernels();
  private final DoubleUpdateKernels updates = new DoubleUpdateKernels();
  private /* wide */ double[] scratch = new /* wide */ double[0];

  @Override
  public RowKernels<double[]> rows() {
    return rows;
  }

  @Override
  public UpdateKernels<double[]> updates() {
    return updates;
  }

  @Override
  public double[] allocate(int length) {
    return new double[length];
  }

  @Override
  public int length(double[] a) {
    return a.length;
  }

  @Override
  public /* wide */ double get(double[] a, int at) {
    return a[at];
  }

  @Override
  public void set(double[] a, int at, /* wide */ double value) {
    a[at] = (double) value;
  }

  @Override
  public void read(double[] a, int at, /* wide */ double[] into, int from, int n) {
    for (int i = 0; i < n; i++) {
      into[from + i] = a[at + i];
    }
  }

  @Override
  public void write(double[] a, int at, /* wide */ double[] values, int from, int n) {
    for (int i = 0; i < n; i++) {
      a[at + i] = (double) values[from + i];
    }
  }

  @Override
  public void copy(double[] from, int at, double[] to, int into, int n) {
    System.arraycopy(from, at, to, into, n);
  }

  @Override
  public void product(
      int m,
      int n,
      int k,
      double[] a,
      int ao,
      int aRow,
      int aInner,
      double[] b,
      int bo,
      int bInner,
      int bColumn,
      double[] s,
      int so,
      int sRow,
      double[] c,
      int co,
      int cRow) {
    int i = 0;
    for (; i + 4 <= m; i += 4) {
      int j = 0;
      for (; j + 4 <= n; j += 4) {
        DoubleTiles.tile4x4(
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
        DoubleTiles.tile4x1(
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
        DoubleTiles.tile1x4(
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
        DoubleTiles.tile1x1(
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
  public void columnSums(double[] x, int xo, int rows, int columns, double[] sums, int so) {
    Arrays.fill(sums, so, so + columns, 0);
    for (int i = 0; i < rows; i++) {
      int at = xo + i * columns;
      for (int j = 0; j < columns; j++) {
        sums[so + j] += x[at + j];
      }
    }
  }

  @Override
  public void map(Loop f, double[] x, double[] y, int from, int to) {
    f.map(x, y, from, to);
  }

  @Override
  public void mapGradient(
      Loop f, double[] x, double[] y, double[] dy, double[] dx, int from, int to) {
    f.gradient(x, y, dy, dx, from, to);
  }

  @Override
  public void combine(PairLoop g, double[] a, double[] b, double[] c, int from, int to) {
    g.combine(a, b, c, from, to);
  }

  @Override
  public /* wide */ double pairSum(PairLoop f, double[] p, double[] t, int from, int to) {
    return f.sum(p, t, from, to);
  }

  @Override
  public void pairGradient(
      PairLoop f, double[] p, double[] t, double[] dp, /* wide */ double scale, int from, int to) {
    f.gradient(p, t, dp, scale, from, to);
  }

  @Override
  public /* wide */ double softmaxCrossEntropy(double[] z, double[] t, int at, int n) {
    int top = greatest(z, at, n);
    /* wide */ double rest = 0;
    for (int j = 0; j < n; j++) {
      rest += j == top ? 0 : Elementary.exp((/* wide */ double) z[at + j] - z[at + top]);
    }
    return crossEntropy(z, t, at, n, top, Elementary.log1p(rest));
  }

  @Override
  public /* wide */ double softmaxCrossEntropyGradient(
      double[] z, double[] t, double[] dz, /* wide */ double scale, int at, int n) {
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
      dz[at + j] = (double) (scale * (((total - tj) * e[j] - tj * others) / sum));
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
  private static int greatest(double[] z, int at, int n) {
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
      double[] z, double[] t, int at, int n, int top, /* wide */ double logSum) {
    /* wide */ double loss = 0;
    for (int j = 0; j < n; j++) {
      if (t[at + j] != 0) {
        loss += t[at + j] * (((/* wide */ double) z[at + top] - z[at + j]) + logSum);
      }
    }
    return loss;
  }

  @Override
  public /* wide */ double dot(double[] x, int xo, double[] y, int yo, int n) {
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
      double[] x, int xo, double[] y, int yo, /* wide */ double[] chains, int n) {
    for (int j = 0; j < n; j++) {
      chains[j] = Math.fma((/* wide */ double) x[xo + j], (/* wide */ double) y[yo + j], chains[j]);
    }
  }

  @Override
  public /* wide */ double magnitude(double[] x, int xo, int n) {
    double greatest = 0;
    for (int i = xo; i < xo + n; i++) {
      greatest = Math.max(greatest, Math.abs(x[i])); // NaN stays
    }
    return greatest;
  }

  @Override
  public void limitColumns(double[] x, int xo, int rows, int columns, /* wide */ double limit) {
    /* wide */ double[] factors = scratch(columns); // squares first
    Arrays.fill(factors, 0, columns, 0);
    for (int i = 0; i < rows; i++) {
      addSquares(x, xo + i * columns, factors, columns);
    }
    boolean within = true;
    for (int j = 0; j < columns; j++) {
      boolean far = factors[j] == Double.POSITIVE_INFINITY;
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
      double[] x, int at, int rows, int columns, /* wide */ double limit) {
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

  private static void addSquares(double[] x, int xo, /* wide */ double[] squares, int n) {
    for (int j = 0; j < n; j++) {
      /* wide */ double v = x[xo + j];
      squares[j] = Math.fma(v, v, squares[j]);
    }
  }

  private static void multiply(double[] x, int xo, /* wide */ double[] factors, int n) {
    for (int j = 0; j < n; j++) {
      x[xo + j] = (double) (x[xo + j] * factors[j]);
    }
  }

  @Override
  public void addScaled(
      /* wide */ double s, double[] u, int uo, double[] y, int yo, int from, int to) {
    double factor = (double) s;
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

  private static void add(double s, double[] u, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = Math.fma(s, u[i], y[i]);
    }
  }

  @Override
  public void addScaledSigns(
      /* wide */ double s, double[] u, int uo, double[] y, int yo, int from, int to) {
    double factor = (double) s;
    if ((uo | yo) == 0) {
      addSigns(factor, u, y, from, to);
      return;
    }
    for (int i = from; i < to; i++) {
      y[yo + i] = Math.fma(factor, Math.signum(u[uo + i]), y[yo + i]);
    }
  }

  private static void addSigns(double s, double[] u, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = Math.fma(s, Math.signum(u[i]), y[i]);
    }
  }

  @Override
  public void momentum(
      double[] theta,
      int thetaAt,
      double[] g,
      int gAt,
      double[] v,
      int from,
      int to,
      /* wide */ double momentum,
      boolean nesterov,
      /* wide */ double rate) {
    double mu = (double) momentum;
    double minusRate = (double) -rate;
    for (int i = from; i < to; i++) {
      double vi = Math.fma(mu, v[i], g[gAt + i]);
      double d = nesterov ? Math.fma(mu, vi, g[gAt + i]) : vi;
      v[i] = vi;
      theta[thetaAt + i] = Math.fma(minusRate, d, theta[thetaAt + i]);
    }
  }

  @Override
  public void adam(
      double[] theta,
      int thetaAt,
      double[] g,
      int gAt,
      double[] m,
      double[] v,
      int from,
      int to,
      AdamScalars scalars,
      /* wide */ double step,
      /* wide */ double root) {
    double minusStep = (double) -step;
    if ((thetaAt | gAt) == 0) {
      adamAligned(theta, g, m, v, from, to, scalars, minusStep, (double) root);
    } else {
      adamOffset(theta, thetaAt, g, gAt, m, v, from, to, scalars, minusStep, (double) root);
    }
  }

  private static void adamAligned(
      double[] theta,
      double[] g,
      double[] m,
      double[] v,
      int from,
      int to,
      AdamScalars scalars,
      double minusStep,
      double root) {
    double b1 = (double) scalars.beta1();
    double b2 = (double) scalars.beta2();
    double c1 = (double) (1 - scalars.beta1());
    double c2 = (double) (1 - scalars.beta2());
    double epsilon = (double) scalars.epsilon();
    for (int i = from; i < to; i++) {
      double gi = g[i];
      double mi = Math.fma(c1, gi, b1 * m[i]);
      double vi = Math.fma(c2 * gi, gi, b2 * v[i]);
      m[i] = mi;
      v[i] = vi;
      double scaled = mi / Math.fma((double) Math.sqrt(vi), root, epsilon);
      theta[i] = Math.fma(minusStep, scaled, theta[i]);
    }
  }

  private static void adamOffset(
      double[] theta,
      int thetaAt,
      double[] g,
      int gAt,
      double[] m,
      double[] v,
      int from,
      int to,
      AdamScalars scalars,
      double minusStep,
      double root) {
    double b1 = (double) scalars.beta1();
    double b2 = (double) scalars.beta2();
    double c1 = (double) (1 - scalars.beta1());
    double c2 = (double) (1 - scalars.beta2());
    double epsilon = (double) scalars.epsilon();
    for (int i = from; i < to; i++) {
      double gi = g[gAt + i];
      double mi = Math.fma(c1, gi, b1 * m[i]);
      double vi = Math.fma(c2 * gi, gi, b2 * v[i]);
      m[i] = mi;
      v[i] = vi;
      double scaled = mi / Math.fma((double) Math.sqrt(vi), root, epsilon);
      theta[thetaAt + i] = Math.fma(minusStep, scaled, theta[thetaAt + i]);
    }
  }
}
