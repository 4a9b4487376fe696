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

  /** Multiply-adds in the time that packing one element takes, roughly. */
  private static final int PACKING = 24;

  private static final double NEARLY = 1 + 1.0 / 16;

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

  ProductJob size(int m, int n, int k) {
    this.m = m;
    this.n = n;
    this.k = k;
    return this;
  }

  /** Left factor [m × k]. */
  ProductJob left(Matrix matrix) {
    a = matrix.array;
    ao = matrix.offset;
    aRow = matrix.columns();
    aInner = 1;
    return this;
  }

  /** Left factor [m × k], given as its transpose [k × m]. */
  ProductJob leftTransposed(Matrix matrix) {
    left(matrix);
    aInner = aRow;
    aRow = 1;
    return this;
  }

  /** Right factor [k × n]. */
  ProductJob right(Matrix matrix) {
    b = matrix.array;
    bo = matrix.offset;
    bInner = matrix.columns();
    bColumn = 1;
    return this;
  }

  /** Right factor [k × n], given as its transpose [n × k]. */
  ProductJob rightTransposed(Matrix matrix) {
    right(matrix);
    bColumn = bInner;
    bInner = 1;
    return this;
  }

  /** Row i starts from the elements at offset + i · stride: with stride 0 each from the same. */
  ProductJob start(Object rows, int offset, int stride) {
    s = rows;
    so = offset;
    sRow = stride;
    return this;
  }

  ProductJob into(Matrix matrix) {
    c = matrix.array;
    co = matrix.offset;
    cRow = matrix.columns();
    return this;
  }

  void run(Team team) {
    int threads = team.threads();
    if (threads == 1 || (long) m * n * k < WORTH_SHARING) {
      byRows = true;
      band = Math.max(1, m); // no outputs: no bands
    } else {
      cut(threads);
    }
    int outputs = byRows ? m : n;
    team.run((outputs + band - 1) / band, this);
  }

  /**
   * By rows or by columns, whichever leaves a thread less to do. Where that is nearly the same, a
   * tall output is cut by rows: so are the passes over a gradient, which then find it where it is.
   */
  private void cut(int threads) {
    int rows = band(m, ROWS, threads);
    int columns = band(n, COLUMNS, threads);
    double ofRows = bands(m, threads) * work(Math.min(rows, m), n);
    double ofColumns = bands(n, threads) * work(Math.min(columns, n), m);
    byRows = ofRows < (m >= n ? ofColumns * NEARLY : ofColumns);
    band = byRows ? rows : columns;
  }

  /** Bands of each thread. */
  private static int bands(int outputs, int threads) {
    return Math.clamp(outputs / (WIDE * threads), 1, BANDS_PER_THREAD);
  }

  private static int band(int outputs, int grain, int threads) {
    int all = threads * bands(outputs, threads);
    return roundUp((outputs + all - 1) / all, grain);
  }

  /** Multiply-adds for each step of the inner index, packing both factors of the band included. */
  private static double work(double band, double other) {
    return band * other + PACKING * (band + other);
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
