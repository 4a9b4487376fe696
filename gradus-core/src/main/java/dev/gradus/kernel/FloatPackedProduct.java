package dev.gradus.kernel;

/**
 * A large product, {@code C = S + A B}, by blocks that fit the caches (Goto, van de Geijn, 2008,
 * Anatomy of High-Performance Matrix Multiplication): for each block of the inner index and of the
 * rows, A is packed once into tiles of rows for the second-level cache, and B panel by panel for
 * the first. Between two blocks of the inner index C holds the chains, so each element remains one
 * chain of fused multiply-adds, 0, 1, …, k − 1.
 *
 * <p>One object per thread: it owns the packed blocks.
 */
@SuppressWarnings("cast")
final class FloatPackedProduct {
  private static final int LANES = FloatPackedTiles.LANES;

  /** Columns of a panel of B. */
  private static final int PANEL = 2 * LANES;

  /** 24 accumulators want 32 registers: 512-bit machines have them, 256-bit ones often have 16. */
  private static final int ROWS = LANES * Float.SIZE == 256 ? 6 : 12;

  /** Of the inner index: a tile of A and a panel of B fill 44 KB of the first-level cache. */
  private static final int INNER = 45_056 / (Float.BYTES * (ROWS + PANEL)) / 16 * 16;

  /** Rows of A that are packed at once: half a megabyte. */
  private static final int BLOCK = (1 << 19) / (Float.BYTES * INNER * ROWS) * ROWS;

  private final float[] panel = new float[PANEL * INNER + LANES];
  private final float[] edge = new float[ROWS * PANEL];
  private float[] left = new float[0];

  // The product at work.
  private float[] a = edge;
  private int ao;
  private int aRow;
  private int aInner;
  private float[] b = edge;
  private int bo;
  private int bInner;
  private int bColumn;
  private float[] c = edge;
  private int co;
  private int cRow;

  /** Whether packing, which takes some time for each element of A and B, is worth it. */
  static boolean pays(int m, int n, int k) {
    return m >= ROWS && n >= LANES / 2 && k >= 16 && (long) m * n * k >= 1 << 17;
  }

  /** As {@link Kernels#product}. */
  void product(
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
    this.a = a;
    this.ao = ao;
    this.aRow = aRow;
    this.aInner = aInner;
    this.b = b;
    this.bo = bo;
    this.bInner = bInner;
    this.bColumn = bColumn;
    this.c = c;
    this.co = co;
    this.cRow = cRow;
    int inner = part(k, INNER, 16);
    int block = part(m, BLOCK, ROWS);
    for (int p = 0; p < k; p += inner) {
      int depth = Math.min(inner, k - p);
      for (int i = 0; i < m; i += block) {
        int rows = Math.min(block, m - i);
        if (p == 0) {
          block(i, rows, n, p, depth, s, so + i * sRow, sRow);
        } else {
          block(i, rows, n, p, depth, c, co + i * cRow, cRow);
        }
      }
    }
  }

  /** The size of equal parts of a whole, none above the limit; a multiple of the grain. */
  private static int part(int whole, int limit, int grain) {
    int parts = (whole + limit - 1) / limit;
    int part = (whole + parts - 1) / parts;
    return Math.min(limit, (part + grain - 1) / grain * grain);
  }

  /** Rows i to i + rows, inner indices p to p + depth, all columns. */
  private void block(int i, int rows, int n, int p, int depth, float[] s, int so, int sRow) {
    packLeft(i, rows, p, depth);
    for (int j = 0; j < n; j += PANEL) {
      int width = Math.min(PANEL, n - j);
      int padded = width > LANES ? PANEL : LANES;
      int from = bo + p * bInner + j * bColumn;
      FloatPacking.pack(b, from, bInner, bColumn, width, depth, panel, 0, padded);
      tiles(rows, depth, width, padded, s, so + j, sRow, co + i * cRow + j);
    }
  }

  private void packLeft(int i, int rows, int p, int depth) {
    int padded = (rows + ROWS - 1) / ROWS * ROWS;
    if (left.length < padded * depth + LANES) {
      left = new float[padded * depth + LANES];
    }
    for (int t = 0; t < rows; t += ROWS) {
      int height = height(rows - t);
      int from = ao + (i + t) * aRow + p * aInner;
      FloatPacking.pack(
          a, from, aInner, aRow, Math.min(height, rows - t), depth, left, t * depth, height);
    }
  }

  /** Rows of the tile that computes what is left. */
  private static int height(int rest) {
    return rest <= 6 ? 6 : ROWS;
  }

  /** All tiles of a panel. */
  private void tiles(
      int rows, int depth, int width, int padded, float[] s, int so, int sRow, int at) {
    for (int t = 0; t < rows; t += ROWS) {
      int height = height(rows - t);
      int real = Math.min(height, rows - t);
      int si = so + t * sRow;
      int ci = at + t * cRow;
      if (real == height && width == padded) {
        tile(height, padded, depth, t * depth, s, si, sRow, c, ci, cRow);
      } else {
        copy(real, width, s, si, sRow, edge, 0, padded);
        tile(height, padded, depth, t * depth, edge, 0, padded, edge, 0, padded);
        copy(real, width, edge, 0, padded, c, ci, cRow);
      }
    }
  }

  private void tile(
      int height,
      int padded,
      int depth,
      int at,
      float[] s,
      int so,
      int sRow,
      float[] to,
      int into,
      int row) {
    if (padded == PANEL) {
      if (height == 6) {
        FloatPackedTiles.tile6x2(left, panel, s, to, depth, at, 0, so, sRow, into, row);
      } else {
        FloatPackedTiles.tile12x2(left, panel, s, to, depth, at, 0, so, sRow, into, row);
      }
    } else if (height == 6) {
      FloatPackedTiles.tile6x1(left, panel, s, to, depth, at, 0, so, sRow, into, row);
    } else {
      FloatPackedTiles.tile12x1(left, panel, s, to, depth, at, 0, so, sRow, into, row);
    }
  }

  private static void copy(
      int rows, int width, float[] from, int at, int fromRow, float[] to, int into, int toRow) {
    for (int i = 0; i < rows; i++) {
      System.arraycopy(from, at + i * fromRow, to, into + i * toRow, width);
    }
  }
}
