package dev.gradus.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Products in vectors, the rest in plain loops (which the compiler vectorizes). Same operations in
 * the same order as the scalar kernels, so the same bits.
 */
@SuppressWarnings("cast")
final class DoubleVectorKernels extends DoubleKernels {
  private static final int LANES = DoubleVectorTiles.LANES;

  /** Vectors of columns in a tile: four need the 32 registers of 512-bit machines. */
  private static final int VECTORS = LANES * Double.SIZE >= 512 ? 4 : 2;

  /** Rows of a narrow output that are computed at once. */
  private static final int STRIP = 256;

  private final VectorElementary elementary = new VectorElementary();
  private final DoublePackedProduct packed = new DoublePackedProduct();
  private double[] panel = new double[0]; // of B, columns side by side
  private double[] edges = new double[0]; // S and C, padded to a vector
  private double[] turned = new double[0]; // S and C, transposed

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
    boolean few = n == 1 || n < LANES / 2;
    if (few && m >= LANES / 2 && k >= 4) {
      narrow(m, n, k, a, ao, aRow, aInner, b, bo, bInner, bColumn, s, so, sRow, c, co, cRow);
    } else if (few) {
      super.product(m, n, k, a, ao, aRow, aInner, b, bo, bInner, bColumn, s, so, sRow, c, co, cRow);
    } else if (DoublePackedProduct.pays(m, n, k)) {
      packed.product(
          m, n, k, a, ao, aRow, aInner, b, bo, bInner, bColumn, s, so, sRow, c, co, cRow);
    } else {
      panels(m, n, k, a, ao, aRow, aInner, b, bo, bInner, bColumn, s, so, sRow, c, co, cRow);
    }
  }

  /**
   * Panel by panel of columns. Where the last columns do not fill a panel it begins further left:
   * what it computes twice it computes to the same bits, and no edge is copied.
   */
  private void panels(
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
    int end = 0;
    while (end < n) {
      int vectors = m == 1 && bColumn == 1 ? lone(n - end) : vectors(n - end, n);
      int width = vectors * LANES;
      int j = Math.clamp(n - width, 0, end);
      int from = bo + j * bColumn;
      if (width > n) {
        pack(b, from, bInner, bColumn, k, n, width);
        edge(n, m, k, a, ao, aRow, aInner, s, so, sRow, c, co, cRow);
      } else if (bColumn == 1) {
        rows(vectors, m, k, a, ao, aRow, aInner, b, from, bInner, s, so + j, sRow, c, co + j, cRow);
      } else {
        pack(b, from, bInner, bColumn, k, width, width);
        rows(vectors, m, k, a, ao, aRow, aInner, panel, 0, width, s, so + j, sRow, c, co + j, cRow);
      }
      end = j + width;
    }
  }

  /** Vectors of the next panel: as many as the columns that are left want, and no more than fit. */
  private static int vectors(int left, int columns) {
    int vectors = Math.min(VECTORS, (left + LANES - 1) / LANES);
    while (vectors == 3 || (vectors > 1 && vectors * LANES > columns)) {
      vectors--;
    }
    return vectors;
  }

  /** The same for one row: B is read once, and fast where much of a row is read at a time. */
  private static int lone(int columns) {
    int whole = columns / LANES;
    return whole < 8 ? vectors(columns, columns) : whole < 16 || VECTORS < 4 ? 8 : 16;
  }

  /**
   * Few columns of output: as many rows of the transposed product, {@code Cᵀ = Sᵀ + Bᵀ Aᵀ}, whose
   * lanes are the rows of A. Each multiplication commutes, so the chains are the same.
   */
  private void narrow(
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
    int strip = Math.min(m, STRIP);
    int half = n * strip;
    if (turned.length < 2 * half) {
      turned = new double[2 * half];
    }
    for (int i = 0; i < m; i += strip) {
      int rows = Math.min(strip, m - i);
      int ai = ao + i * aRow;
      turn(rows, n, s, so + i * sRow, sRow, 1, turned, 0, 1, strip);
      panels(
          n, rows, k, b, bo, bColumn, bInner, a, ai, aInner, aRow, turned, 0, strip, turned, half,
          strip);
      turn(rows, n, turned, half, 1, strip, c, co + i * cRow, cRow, 1);
    }
  }

  /** Copies rows × columns elements, each side with strides of its own. */
  private static void turn(
      int rows,
      int columns,
      double[] from,
      int at,
      int fromRow,
      int fromColumn,
      double[] to,
      int into,
      int toRow,
      int toColumn) {
    for (int j = 0; j < columns; j++) {
      int x = at + j * fromColumn;
      int y = into + j * toColumn;
      for (int i = 0; i < rows; i++) {
        to[y] = from[x];
        x += fromRow;
        y += toRow;
      }
    }
  }

  @Override
  void exponentials(/* wide */ double[] e, int n) {
    elementary.map(ElementaryFunction.EXP, e, e, 0, n);
  }

  @Override
  public void columnSums(double[] x, int xo, int rows, int columns, double[] sums, int so) {
    DoubleVectorSums.columns(x, xo, rows, columns, sums, so);
  }

  @Override
  public void map(Loop f, double[] x, double[] y, int from, int to) {
    ElementaryFunction form = f.vectorForm;
    if (form == null) {
      super.map(f, x, y, from, to);
    } else {
      elementary.map(form, x, y, from, to);
    }
  }

  @Override
  public void mapGradient(
      Loop f, double[] x, double[] y, double[] dy, double[] dx, int from, int to) {
    ElementaryFunction form = f.vectorForm;
    if (form == null) {
      super.mapGradient(f, x, y, dy, dx, from, to);
    } else {
      elementary.mapGradient(form.slope(), x, dy, dx, from, to);
    }
  }

  /** The bits of |x|, as whole numbers, are in the order of |x|, with NaN above all. */
  @Override
  public /* wide */ double magnitude(double[] x, int xo, int n) {
    LongVector even = LongVector.zero(LongVector.SPECIES_PREFERRED);
    LongVector odd = even;
    int i = 0;
    for (; i + 2 * LANES <= n; i += 2 * LANES) {
      even = even.max(magnitudes(x, xo + i));
      odd = odd.max(magnitudes(x, xo + i + LANES));
    }
    double greatest = Double.longBitsToDouble(even.max(odd).reduceLanes(VectorOperators.MAX));
    return Math.max(greatest, super.magnitude(x, xo + i, n - i));
  }

  private static LongVector magnitudes(double[] x, int at) {
    return DoubleVector.fromArray(DoubleVectorTiles.S, x, at).abs().reinterpretAsLongs();
  }

  /** All rows of one panel of columns. */
  private static void rows(
      int vectors,
      int m,
      int k,
      double[] a,
      int ao,
      int aRow,
      int aInner,
      double[] b,
      int bo,
      int bInner,
      double[] s,
      int so,
      int sRow,
      double[] c,
      int co,
      int cRow) {
    int end = 0;
    while (end < m) {
      int height = height(vectors, m - end, m);
      int i = Math.min(end, m - height); // the last tile may begin further up
      int ai = ao + i * aRow;
      int si = so + i * sRow;
      int ci = co + i * cRow;
      if (height == 8) {
        DoubleVectorTiles.tile8x1(a, b, s, c, k, ai, aRow, aInner, bo, bInner, si, sRow, ci, cRow);
      } else if (height == 4) {
        tile4(vectors, k, a, ai, aRow, aInner, b, bo, bInner, s, si, sRow, c, ci, cRow);
      } else {
        tile1(vectors, k, a, ai, aRow, aInner, b, bo, bInner, s, si, sRow, c, ci, cRow);
      }
      end = i + height;
    }
  }

  /** Rows of the next tile: enough that no multiply-add waits for the one before it. */
  private static int height(int vectors, int left, int rows) {
    if (vectors == 1 && left > 4 && rows >= 8) {
      return 8;
    }
    return left > 1 && rows >= 4 ? 4 : 1;
  }

  private static void tile4(
      int vectors,
      int k,
      double[] a,
      int ao,
      int aRow,
      int aInner,
      double[] b,
      int bo,
      int bInner,
      double[] s,
      int so,
      int sRow,
      double[] c,
      int co,
      int cRow) {
    switch (vectors) {
      case 4 ->
          DoubleVectorTiles.tile4x4(
              a, b, s, c, k, ao, aRow, aInner, bo, bInner, so, sRow, co, cRow);
      case 2 ->
          DoubleVectorTiles.tile4x2(
              a, b, s, c, k, ao, aRow, aInner, bo, bInner, so, sRow, co, cRow);
      default ->
          DoubleVectorTiles.tile4x1(
              a, b, s, c, k, ao, aRow, aInner, bo, bInner, so, sRow, co, cRow);
    }
  }

  private static void tile1(
      int vectors,
      int k,
      double[] a,
      int ao,
      int aRow,
      int aInner,
      double[] b,
      int bo,
      int bInner,
      double[] s,
      int so,
      int sRow,
      double[] c,
      int co,
      int cRow) {
    switch (vectors) {
      case 16 ->
          DoubleVectorTiles.tile1x16(
              a, b, s, c, k, ao, aRow, aInner, bo, bInner, so, sRow, co, cRow);
      case 8 ->
          DoubleVectorTiles.tile1x8(
              a, b, s, c, k, ao, aRow, aInner, bo, bInner, so, sRow, co, cRow);
      case 4 ->
          DoubleVectorTiles.tile1x4(
              a, b, s, c, k, ao, aRow, aInner, bo, bInner, so, sRow, co, cRow);
      case 2 ->
          DoubleVectorTiles.tile1x2(
              a, b, s, c, k, ao, aRow, aInner, bo, bInner, so, sRow, co, cRow);
      default ->
          DoubleVectorTiles.tile1x1(
              a, b, s, c, k, ao, aRow, aInner, bo, bInner, so, sRow, co, cRow);
    }
  }

  /** Fewer columns than a vector has lanes: S and C go through padded copies. */
  private void edge(
      int n,
      int m,
      int k,
      double[] a,
      int ao,
      int aRow,
      int aInner,
      double[] s,
      int so,
      int sRow,
      double[] c,
      int co,
      int cRow) {
    int half = m * LANES;
    if (edges.length < 2 * half) {
      edges = new double[2 * half];
    }
    for (int i = 0; i < m; i++) {
      System.arraycopy(s, so + i * sRow, edges, i * LANES, n);
    }
    rows(1, m, k, a, ao, aRow, aInner, panel, 0, LANES, edges, 0, LANES, edges, half, LANES);
    for (int i = 0; i < m; i++) {
      System.arraycopy(edges, half + i * LANES, c, co + i * cRow, n);
    }
  }

  /**
   * Copies {@code width} columns of B side by side; what lies beyond them is never read as a
   * result.
   */
  private void pack(double[] b, int bo, int bInner, int bColumn, int k, int width, int padded) {
    if (panel.length < k * padded + LANES) {
      panel = new double[k * padded + LANES];
    }
    DoublePacking.pack(b, bo, bInner, bColumn, width, k, panel, 0, padded);
  }
}
