package dev.gradus.kernel;

import jdk.incubator.vector.DoubleVector;

/**
 * Copies a strip of a factor so that what one step of the inner index needs stands side by side:
 * {@code to[at + p · padded + l] = x(p, l)} for l &lt; lanes. What stands beyond the lanes is left
 * or overwritten at will: tiles compute with it and drop the result.
 */
final class DoublePacking {
  private static final int LANES = DoublePackedTiles.LANES;

  /**
   * Machines of 512 bits choose lanes of two registers in one instruction; others would imitate it.
   */
  private static final boolean SQUARES = LANES * Double.SIZE == 512;

  private DoublePacking() {}

  /**
   * Packs one strip.
   *
   * @param x {@code x(p, l) = x[xo + p · inner + l · across]}
   * @param lanes of the strip, 1 to padded
   * @param depth steps of the inner index
   * @param to has room for one vector more than {@code depth · padded}
   */
  static void pack(
      double[] x,
      int xo,
      int inner,
      int across,
      int lanes,
      int depth,
      double[] to,
      int at,
      int padded) {
    if (across == 1) {
      side(x, xo, inner, lanes, depth, to, at, padded);
    } else if (inner == 1 && SQUARES) {
      squares(x, xo, across, lanes, depth, to, at, padded);
    } else {
      strip(x, xo, inner, across, 0, lanes, 0, depth, to, at, padded);
    }
  }

  /** They stand side by side already: whole vectors, each overwritten in part by the next. */
  private static void side(
      double[] x, int xo, int inner, int lanes, int depth, double[] to, int at, int padded) {
    int vectors = (lanes + LANES - 1) / LANES;
    int p = 0;
    for (; p < depth && xo + p * inner + vectors * LANES <= x.length; p++) {
      for (int v = 0; v < vectors; v++) {
        DoubleVector.fromArray(DoublePackedTiles.S, x, xo + p * inner + v * LANES)
            .intoArray(to, at + p * padded + v * LANES);
      }
    }
    for (; p < depth; p++) {
      System.arraycopy(x, xo + p * inner, to, at + p * padded, lanes);
    }
  }

  /**
   * Contiguous along the inner index: squares are transposed in the registers. From the last lanes
   * to the first, since a square that reaches beyond the padding spoils the first lanes of the next
   * step.
   */
  private static void squares(
      double[] x, int xo, int across, int lanes, int depth, double[] to, int at, int padded) {
    int whole = depth / LANES * LANES;
    for (int l = (lanes - 1) / LANES * LANES; l >= 0; l -= LANES) {
      int from = xo + l * across;
      int real = Math.min(LANES, lanes - l);
      if (2 * real > LANES && from + (LANES - 1) * across + depth <= x.length) {
        for (int p = 0; p < whole; p += LANES) {
          square(x, from + p, across, to, at + p * padded + l, padded);
        }
        strip(x, xo, 1, across, l, l + real, whole, depth, to, at, padded);
      } else {
        strip(x, xo, 1, across, l, l + real, 0, depth, to, at, padded);
      }
    }
  }

  private static void square(double[] x, int from, int row, double[] to, int into, int toRow) {
    if (LANES == 16) {
      DoubleTransposeTiles.tile16(x, from, row, to, into, toRow);
    } else {
      DoubleTransposeTiles.tile8(x, from, row, to, into, toRow);
    }
  }

  /** Lanes l to end, steps p to depth, four lanes at once. */
  private static void strip(
      double[] x,
      int xo,
      int inner,
      int across,
      int l,
      int end,
      int p,
      int depth,
      double[] to,
      int at,
      int padded) {
    int j = l;
    for (; j + 4 <= end; j += 4) {
      four(x, xo + j * across, inner, across, p, depth, to, at + j, padded);
    }
    for (; j < end; j++) {
      one(x, xo + j * across, inner, p, depth, to, at + j, padded);
    }
  }

  private static void four(
      double[] x,
      int xo,
      int inner,
      int across,
      int begin,
      int depth,
      double[] to,
      int at,
      int padded) {
    for (int p = begin; p < depth; p++) {
      int from = xo + p * inner;
      int into = at + p * padded;
      to[into] = x[from];
      to[into + 1] = x[from + across];
      to[into + 2] = x[from + 2 * across];
      to[into + 3] = x[from + 3 * across];
    }
  }

  private static void one(
      double[] x, int xo, int inner, int begin, int depth, double[] to, int at, int padded) {
    for (int p = begin; p < depth; p++) {
      to[at + p * padded] = x[xo + p * inner];
    }
  }
}
