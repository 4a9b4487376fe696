package dev.gradus.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Products in vectors, the rest in plain loops (which the compiler vectorizes). Same operations in
 * the same order as the scalar kernels, so the same bits.
 */
@SuppressWarnings("cast")
final class FloatVectorKernels extends FloatKernels {
  private static final int LANES = FloatVectorTiles.LANES;

  /** Vectors of columns in a tile: four need the 32 registers of 512-bit machines. */
  private static final int VECTORS = LANES * Float.SIZE >= 512 ? 4 : 2;

  private final VectorElementary elementary = new VectorElementary();
  private final FloatPackedProduct packed = new FloatPackedProduct();
  private float[] panel = new float[0]; // of B, columns side by side
  private float[] starts = new float[0]; // of one column of output
  private float[] edge = new float[0]; // S and C where the columns do not fill a vector

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
    if (n == 1 && aRow == 1 && cRow == 1 && m >= LANES / 2) {
      column(m, k, a, ao, aInner, b, bo, bInner, s, so, sRow, c, co);
      return;
    }
    if (n < LANES / 2 || n == 1) {
      super.product(m, n, k, a, ao, aRow, aInner, b, bo, bInner, bColumn, s, so, sRow, c, co, cRow);
      return;
    }
    if (FloatPackedProduct.pays(m, n, k)) {
      packed.product(
          m, n, k, a, ao, aRow, aInner, b, bo, bInner, bColumn, s, so, sRow, c, co, cRow);
      return;
    }
    int j = 0;
    while (j < n) {
      int vectors = m == 1 && bColumn == 1 ? lone(n - j) : vectors(n - j);
      int width = Math.min(vectors * LANES, n - j);
      int from = bo + j * bColumn;
      if (width == vectors * LANES) {
        if (bColumn == 1) {
          rows(
              vectors, m, k, a, ao, aRow, aInner, b, from, bInner, s, so + j, sRow, c, co + j,
              cRow);
        } else {
          pack(b, from, bInner, bColumn, k, width, vectors * LANES);
          rows(
              vectors,
              m,
              k,
              a,
              ao,
              aRow,
              aInner,
              panel,
              0,
              vectors * LANES,
              s,
              so + j,
              sRow,
              c,
              co + j,
              cRow);
        }
      } else {
        pack(b, from, bInner, bColumn, k, width, vectors * LANES);
        edge(vectors, width, m, k, a, ao, aRow, aInner, s, so + j, sRow, c, co + j, cRow);
      }
      j += width;
    }
  }

  /** Vectors of the next panel. */
  private static int vectors(int columns) {
    int vectors = Math.min(VECTORS, (columns + LANES - 1) / LANES);
    return vectors == 3 ? 2 : vectors;
  }

  /** The same for one row: B is read once, and fast where much of a row is read at a time. */
  private static int lone(int columns) {
    int whole = columns / LANES;
    return whole < 8 ? vectors(columns) : whole < 16 || VECTORS < 4 ? 8 : 16;
  }

  /**
   * One column of output whose factor A lies row beside row: the same numbers as one row of output,
   * A the right factor. Each product commutes, so the chains are the same.
   */
  private void column(
      int m,
      int k,
      float[] a,
      int ao,
      int aInner,
      float[] b,
      int bo,
      int bInner,
      float[] s,
      int so,
      int sRow,
      float[] c,
      int co) {
    if (starts.length < m) {
      starts = new float[m];
    }
    for (int i = 0; i < m; i++) {
      starts[i] = s[so + i * sRow];
    }
    product(1, m, k, b, bo, 0, bInner, a, ao, aInner, 1, starts, 0, 0, c, co, m);
  }

  @Override
  void exponentials(/* wide */ double[] e, int n) {
    elementary.map(ElementaryFunction.EXP, e, e, 0, n);
  }

  @Override
  public void map(Loop f, float[] x, float[] y, int from, int to) {
    ElementaryFunction form = f.vectorForm;
    if (form == null) {
      super.map(f, x, y, from, to);
    } else {
      elementary.map(form, x, y, from, to);
    }
  }

  @Override
  public void mapGradient(Loop f, float[] x, float[] y, float[] dy, float[] dx, int from, int to) {
    ElementaryFunction form = f.vectorForm;
    if (form == null) {
      super.mapGradient(f, x, y, dy, dx, from, to);
    } else {
      elementary.mapGradient(form.slope(), x, dy, dx, from, to);
    }
  }

  /** The bits of |x|, as whole numbers, are in the order of |x|, with NaN above all. */
  @Override
  public /* wide */ double magnitude(float[] x, int xo, int n) {
    IntVector even = IntVector.zero(IntVector.SPECIES_PREFERRED);
    IntVector odd = even;
    int i = 0;
    for (; i + 2 * LANES <= n; i += 2 * LANES) {
      even = even.max(magnitudes(x, xo + i));
      odd = odd.max(magnitudes(x, xo + i + LANES));
    }
    float greatest = Float.intBitsToFloat(even.max(odd).reduceLanes(VectorOperators.MAX));
    return Math.max(greatest, super.magnitude(x, xo + i, n - i));
  }

  private static IntVector magnitudes(float[] x, int at) {
    return FloatVector.fromArray(FloatVectorTiles.S, x, at).abs().reinterpretAsInts();
  }

  /** All rows of one panel of columns. */
  private static void rows(
      int vectors,
      int m,
      int k,
      float[] a,
      int ao,
      int aRow,
      int aInner,
      float[] b,
      int bo,
      int bInner,
      float[] s,
      int so,
      int sRow,
      float[] c,
      int co,
      int cRow) {
    int i = 0;
    while (i < m) {
      int rest = m - i;
      int ai = ao + i * aRow;
      int si = so + i * sRow;
      int ci = co + i * cRow;
      if (rest >= 4) {
        tile4(vectors, k, a, ai, aRow, aInner, b, bo, bInner, s, si, sRow, c, ci, cRow);
        i += 4;
      } else {
        tile1(vectors, k, a, ai, aRow, aInner, b, bo, bInner, s, si, sRow, c, ci, cRow);
        i += 1;
      }
    }
  }

  private static void tile4(
      int vectors,
      int k,
      float[] a,
      int ao,
      int aRow,
      int aInner,
      float[] b,
      int bo,
      int bInner,
      float[] s,
      int so,
      int sRow,
      float[] c,
      int co,
      int cRow) {
    switch (vectors) {
      case 4 ->
          FloatVectorTiles.tile4x4(a, b, s, c, k, ao, aRow, aInner, bo, bInner, so, sRow, co, cRow);
      case 2 ->
          FloatVectorTiles.tile4x2(a, b, s, c, k, ao, aRow, aInner, bo, bInner, so, sRow, co, cRow);
      default ->
          FloatVectorTiles.tile4x1(a, b, s, c, k, ao, aRow, aInner, bo, bInner, so, sRow, co, cRow);
    }
  }

  private static void tile1(
      int vectors,
      int k,
      float[] a,
      int ao,
      int aRow,
      int aInner,
      float[] b,
      int bo,
      int bInner,
      float[] s,
      int so,
      int sRow,
      float[] c,
      int co,
      int cRow) {
    switch (vectors) {
      case 16 ->
          FloatVectorTiles.tile1x16(
              a, b, s, c, k, ao, aRow, aInner, bo, bInner, so, sRow, co, cRow);
      case 8 ->
          FloatVectorTiles.tile1x8(a, b, s, c, k, ao, aRow, aInner, bo, bInner, so, sRow, co, cRow);
      case 4 ->
          FloatVectorTiles.tile1x4(a, b, s, c, k, ao, aRow, aInner, bo, bInner, so, sRow, co, cRow);
      case 2 ->
          FloatVectorTiles.tile1x2(a, b, s, c, k, ao, aRow, aInner, bo, bInner, so, sRow, co, cRow);
      default ->
          FloatVectorTiles.tile1x1(a, b, s, c, k, ao, aRow, aInner, bo, bInner, so, sRow, co, cRow);
    }
  }

  /** A panel whose columns do not fill its vectors: S and C go through a padded copy. */
  private void edge(
      int vectors,
      int width,
      int m,
      int k,
      float[] a,
      int ao,
      int aRow,
      int aInner,
      float[] s,
      int so,
      int sRow,
      float[] c,
      int co,
      int cRow) {
    int padded = vectors * LANES;
    if (edge.length < m * padded) {
      edge = new float[m * padded];
    }
    for (int i = 0; i < m; i++) {
      System.arraycopy(s, so + i * sRow, edge, i * padded, width);
    }
    rows(vectors, m, k, a, ao, aRow, aInner, panel, 0, padded, edge, 0, padded, edge, 0, padded);
    for (int i = 0; i < m; i++) {
      System.arraycopy(edge, i * padded, c, co + i * cRow, width);
    }
  }

  /**
   * Copies {@code width} columns of B side by side; what lies beyond them is never read as a
   * result.
   */
  private void pack(float[] b, int bo, int bInner, int bColumn, int k, int width, int padded) {
    if (panel.length < k * padded + LANES) {
      panel = new float[k * padded + LANES];
    }
    FloatPacking.pack(b, bo, bInner, bColumn, width, k, panel, 0, padded);
  }
}
