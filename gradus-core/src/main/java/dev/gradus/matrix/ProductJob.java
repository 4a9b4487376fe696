package dev.gradus.matrix;

import dev.gradus.kernel.Kernels;
import dev.gradus.kernel.Team;

/**
 * {@code C = S + A B} as a job for the team: the output is cut into bands of rows or of columns,
 * never the inner index, so that each element remains one chain of operations.
 */
final class ProductJob implements Team.Job {
  /**
   * Below this many multiply-adds a product is not worth sharing. Measured with two threads: 16 ×
   * 64 × 65 (66,560) took 1.3 to 2 times as long as alone, 48³ (110,592) 0.9 times, 128 × 10 × 128
   * (163,840) 0.7.
   */
  private static final long WORTH_SHARING = 163_840;

  /** Bands are multiples of the register tile of large products. */
  private static final int ROWS = 12;

  private static final int COLUMNS = 32;

  /**
   * Each band packs the factor that it shares with the others anew: it must be wide enough to pay.
   */
  private static final int WIDE = 256;

  private static final int BANDS_PER_THREAD = 4;

  private final Kernels<Object>[] kernels;
  private int m;
  private int n;
  private int k;
  private Object a;
  private int ao;
  private int aRow;
  private int aInner;
  private Object b;
  private int bo;
  private int bInner;
  private int bColumn;
  private Object s;
  private int so;
  private int sRow;
  private Object c;
  private int co;
  private int cRow;
  private int band;
  private boolean byRows;

  ProductJob(Kernels<Object>[] kernels) {
    this.kernels = kernels;
    a = b = s = c = kernels[0].allocate(0);
  }

  /** y = x W + b. */
  @SuppressWarnings("ParameterName")
  ProductJob affine(Matrix x, Matrix W, Matrix b, Matrix y) {
    Shapes.precision(y, b, "x W + b");
    left(x).right(W);
    require(x.columns() == W.rows(), "x W + b", "x", x, "W", W);
    require(b.rows() == 1 && b.columns() == n, "x W + b", "W", W, "b", b);
    require("x W + b", "y", y, "x", x, "W", W);
    Shapes.apart(y, b, "y = x W + b");
    return start(b.array, b.offset, 0).into(y);
  }

  /** y = s + x W. */
  @SuppressWarnings("ParameterName")
  ProductJob plus(Matrix s, Matrix x, Matrix W, Matrix y) {
    Shapes.same(y, s, "s + x W");
    left(x).right(W);
    require(x.columns() == W.rows(), "s + x W", "x", x, "W", W);
    require("s + x W", "y", y, "x", x, "W", W);
    Shapes.apart(y, s, "y = s + x W");
    return start(s.array, s.offset, n).into(y);
  }

  /** y = x W. */
  @SuppressWarnings("ParameterName")
  ProductJob times(Matrix x, Matrix W, Matrix y) {
    left(x).right(W);
    require(x.columns() == W.rows(), "x W", "x", x, "W", W);
    require("x W", "y", y, "x", x, "W", W);
    return start(y.compute.zeros(n), 0, 0).into(y);
  }

  /** dW = xᵀ dy. */
  @SuppressWarnings("ParameterName")
  ProductJob transposeTimes(Matrix x, Matrix dy, Matrix dW) {
    leftTransposed(x).right(dy);
    require(x.rows() == dy.rows(), "xᵀ dy", "x", x, "dy", dy);
    require("xᵀ dy", "dW", dW, "x", x, "dy", dy);
    return start(dW.compute.zeros(n), 0, 0).into(dW);
  }

  /** dx = dy Wᵀ. */
  @SuppressWarnings("ParameterName")
  ProductJob timesTranspose(Matrix dy, Matrix W, Matrix dx) {
    left(dy).rightTransposed(W);
    require(dy.columns() == W.columns(), "dy Wᵀ", "dy", dy, "W", W);
    require("dy Wᵀ", "dx", dx, "dy", dy, "W", W);
    return start(dx.compute.zeros(n), 0, 0).into(dx);
  }

  /** That c is [m × n], of one precision with both factors, and apart from them. */
  private void require(
      String product, String name, Matrix c, String nameA, Matrix a, String nameB, Matrix b) {
    Shapes.precision(c, a, product);
    Shapes.precision(c, b, product);
    if (c.rows() != m || c.columns() != n) {
      String operation = name + " = " + product + ": " + name + " is " + c.describe();
      throw Shapes.misfit(operation, nameA, a, nameB, b);
    }
    Shapes.apart(c, a, product);
    Shapes.apart(c, b, product);
  }

  private static void require(
      boolean fits, String product, String nameA, Matrix a, String nameB, Matrix b) {
    if (!fits) {
      throw Shapes.misfit(product, nameA, a, nameB, b);
    }
  }

  /** Left factor [m × k]. */
  private ProductJob left(Matrix matrix) {
    m = matrix.rows();
    k = matrix.columns();
    a = matrix.array;
    ao = matrix.offset;
    aRow = matrix.columns();
    aInner = 1;
    return this;
  }

  /** Left factor [m × k], given as its transpose [k × m]. */
  private ProductJob leftTransposed(Matrix matrix) {
    left(matrix);
    m = matrix.columns();
    k = matrix.rows();
    aInner = aRow;
    aRow = 1;
    return this;
  }

  /** Right factor [k × n]. */
  private ProductJob right(Matrix matrix) {
    n = matrix.columns();
    b = matrix.array;
    bo = matrix.offset;
    bInner = matrix.columns();
    bColumn = 1;
    return this;
  }

  /** Right factor [k × n], given as its transpose [n × k]. */
  private ProductJob rightTransposed(Matrix matrix) {
    right(matrix);
    n = matrix.rows();
    bColumn = bInner;
    bInner = 1;
    return this;
  }

  /** Row i starts from the elements at offset + i · stride: with stride 0 each from the same. */
  private ProductJob start(Object rows, int offset, int stride) {
    s = rows;
    so = offset;
    sRow = stride;
    return this;
  }

  private ProductJob into(Matrix matrix) {
    c = matrix.array;
    co = matrix.offset;
    cRow = matrix.columns();
    return this;
  }

  void run(Team team) {
    byRows = m >= n;
    int outputs = byRows ? m : n;
    int threads = team.threads();
    if (threads == 1 || (long) m * n * k < WORTH_SHARING) {
      band = Math.max(1, outputs); // no outputs: no bands
    } else {
      int each = Math.clamp(outputs / (WIDE * threads), 1, BANDS_PER_THREAD);
      band = roundUp((outputs + threads * each - 1) / (threads * each), byRows ? ROWS : COLUMNS);
    }
    team.run((outputs + band - 1) / band, this);
  }

  private static int roundUp(int n, int grain) {
    return (n + grain - 1) / grain * grain;
  }

  @Override
  public void compute(int part, int worker) {
    int from = part * band;
    int size = Math.min(band, (byRows ? m : n) - from);
    if (byRows) {
      kernels[worker].product(
          size,
          n,
          k,
          a,
          ao + from * aRow,
          aRow,
          aInner,
          b,
          bo,
          bInner,
          bColumn,
          s,
          so + from * sRow,
          sRow,
          c,
          co + from * cRow,
          cRow);
    } else {
      kernels[worker].product(
          m,
          size,
          k,
          a,
          ao,
          aRow,
          aInner,
          b,
          bo + from * bColumn,
          bInner,
          bColumn,
          s,
          so + from,
          sRow,
          c,
          co + from,
          cRow);
    }
  }
}
