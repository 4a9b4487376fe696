package dev.gradus.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Register tiles of a product whose factors were packed: {@code tileRxV} as in {@link
 * DoubleVectorTiles}, but R elements of A and V vectors of B stand side by side for each p. All
 * strides in the loop are then constants, so that its range checks move out of it. Written by
 * {@code make_vector_tiles.py}.
 */
final class FloatPackedTiles {
  static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  static final int LANES = S.length();

  private FloatPackedTiles() {}

  static void tile12x2(
      float[] a,
      float[] b,
      float[] s,
      float[] c,
      int k,
      int ao,
      int bo,
      int so,
      int sRow,
      int co,
      int cRow) {
    FloatVector c0_0 = FloatVector.fromArray(S, s, so);
    FloatVector c0_1 = FloatVector.fromArray(S, s, so + LANES);
    FloatVector c1_0 = FloatVector.fromArray(S, s, so + sRow);
    FloatVector c1_1 = FloatVector.fromArray(S, s, so + sRow + LANES);
    FloatVector c2_0 = FloatVector.fromArray(S, s, so + 2 * sRow);
    FloatVector c2_1 = FloatVector.fromArray(S, s, so + 2 * sRow + LANES);
    FloatVector c3_0 = FloatVector.fromArray(S, s, so + 3 * sRow);
    FloatVector c3_1 = FloatVector.fromArray(S, s, so + 3 * sRow + LANES);
    FloatVector c4_0 = FloatVector.fromArray(S, s, so + 4 * sRow);
    FloatVector c4_1 = FloatVector.fromArray(S, s, so + 4 * sRow + LANES);
    FloatVector c5_0 = FloatVector.fromArray(S, s, so + 5 * sRow);
    FloatVector c5_1 = FloatVector.fromArray(S, s, so + 5 * sRow + LANES);
    FloatVector c6_0 = FloatVector.fromArray(S, s, so + 6 * sRow);
    FloatVector c6_1 = FloatVector.fromArray(S, s, so + 6 * sRow + LANES);
    FloatVector c7_0 = FloatVector.fromArray(S, s, so + 7 * sRow);
    FloatVector c7_1 = FloatVector.fromArray(S, s, so + 7 * sRow + LANES);
    FloatVector c8_0 = FloatVector.fromArray(S, s, so + 8 * sRow);
    FloatVector c8_1 = FloatVector.fromArray(S, s, so + 8 * sRow + LANES);
    FloatVector c9_0 = FloatVector.fromArray(S, s, so + 9 * sRow);
    FloatVector c9_1 = FloatVector.fromArray(S, s, so + 9 * sRow + LANES);
    FloatVector c10_0 = FloatVector.fromArray(S, s, so + 10 * sRow);
    FloatVector c10_1 = FloatVector.fromArray(S, s, so + 10 * sRow + LANES);
    FloatVector c11_0 = FloatVector.fromArray(S, s, so + 11 * sRow);
    FloatVector c11_1 = FloatVector.fromArray(S, s, so + 11 * sRow + LANES);
    for (int p = 0; p < k; p++) {
      int ai = ao + p * 12;
      int bi = bo + p * (2 * LANES);
      FloatVector b0 = FloatVector.fromArray(S, b, bi);
      FloatVector b1 = FloatVector.fromArray(S, b, bi + LANES);
      FloatVector a0 = FloatVector.broadcast(S, a[ai]);
      c0_0 = a0.fma(b0, c0_0);
      c0_1 = a0.fma(b1, c0_1);
      FloatVector a1 = FloatVector.broadcast(S, a[ai + 1]);
      c1_0 = a1.fma(b0, c1_0);
      c1_1 = a1.fma(b1, c1_1);
      FloatVector a2 = FloatVector.broadcast(S, a[ai + 2]);
      c2_0 = a2.fma(b0, c2_0);
      c2_1 = a2.fma(b1, c2_1);
      FloatVector a3 = FloatVector.broadcast(S, a[ai + 3]);
      c3_0 = a3.fma(b0, c3_0);
      c3_1 = a3.fma(b1, c3_1);
      FloatVector a4 = FloatVector.broadcast(S, a[ai + 4]);
      c4_0 = a4.fma(b0, c4_0);
      c4_1 = a4.fma(b1, c4_1);
      FloatVector a5 = FloatVector.broadcast(S, a[ai + 5]);
      c5_0 = a5.fma(b0, c5_0);
      c5_1 = a5.fma(b1, c5_1);
      FloatVector a6 = FloatVector.broadcast(S, a[ai + 6]);
      c6_0 = a6.fma(b0, c6_0);
      c6_1 = a6.fma(b1, c6_1);
      FloatVector a7 = FloatVector.broadcast(S, a[ai + 7]);
      c7_0 = a7.fma(b0, c7_0);
      c7_1 = a7.fma(b1, c7_1);
      FloatVector a8 = FloatVector.broadcast(S, a[ai + 8]);
      c8_0 = a8.fma(b0, c8_0);
      c8_1 = a8.fma(b1, c8_1);
      FloatVector a9 = FloatVector.broadcast(S, a[ai + 9]);
      c9_0 = a9.fma(b0, c9_0);
      c9_1 = a9.fma(b1, c9_1);
      FloatVector a10 = FloatVector.broadcast(S, a[ai + 10]);
      c10_0 = a10.fma(b0, c10_0);
      c10_1 = a10.fma(b1, c10_1);
      FloatVector a11 = FloatVector.broadcast(S, a[ai + 11]);
      c11_0 = a11.fma(b0, c11_0);
      c11_1 = a11.fma(b1, c11_1);
    }
    c0_0.intoArray(c, co);
    c0_1.intoArray(c, co + LANES);
    c1_0.intoArray(c, co + cRow);
    c1_1.intoArray(c, co + cRow + LANES);
    c2_0.intoArray(c, co + 2 * cRow);
    c2_1.intoArray(c, co + 2 * cRow + LANES);
    c3_0.intoArray(c, co + 3 * cRow);
    c3_1.intoArray(c, co + 3 * cRow + LANES);
    c4_0.intoArray(c, co + 4 * cRow);
    c4_1.intoArray(c, co + 4 * cRow + LANES);
    c5_0.intoArray(c, co + 5 * cRow);
    c5_1.intoArray(c, co + 5 * cRow + LANES);
    c6_0.intoArray(c, co + 6 * cRow);
    c6_1.intoArray(c, co + 6 * cRow + LANES);
    c7_0.intoArray(c, co + 7 * cRow);
    c7_1.intoArray(c, co + 7 * cRow + LANES);
    c8_0.intoArray(c, co + 8 * cRow);
    c8_1.intoArray(c, co + 8 * cRow + LANES);
    c9_0.intoArray(c, co + 9 * cRow);
    c9_1.intoArray(c, co + 9 * cRow + LANES);
    c10_0.intoArray(c, co + 10 * cRow);
    c10_1.intoArray(c, co + 10 * cRow + LANES);
    c11_0.intoArray(c, co + 11 * cRow);
    c11_1.intoArray(c, co + 11 * cRow + LANES);
  }

  static void tile6x2(
      float[] a,
      float[] b,
      float[] s,
      float[] c,
      int k,
      int ao,
      int bo,
      int so,
      int sRow,
      int co,
      int cRow) {
    FloatVector c0_0 = FloatVector.fromArray(S, s, so);
    FloatVector c0_1 = FloatVector.fromArray(S, s, so + LANES);
    FloatVector c1_0 = FloatVector.fromArray(S, s, so + sRow);
    FloatVector c1_1 = FloatVector.fromArray(S, s, so + sRow + LANES);
    FloatVector c2_0 = FloatVector.fromArray(S, s, so + 2 * sRow);
    FloatVector c2_1 = FloatVector.fromArray(S, s, so + 2 * sRow + LANES);
    FloatVector c3_0 = FloatVector.fromArray(S, s, so + 3 * sRow);
    FloatVector c3_1 = FloatVector.fromArray(S, s, so + 3 * sRow + LANES);
    FloatVector c4_0 = FloatVector.fromArray(S, s, so + 4 * sRow);
    FloatVector c4_1 = FloatVector.fromArray(S, s, so + 4 * sRow + LANES);
    FloatVector c5_0 = FloatVector.fromArray(S, s, so + 5 * sRow);
    FloatVector c5_1 = FloatVector.fromArray(S, s, so + 5 * sRow + LANES);
    for (int p = 0; p < k; p++) {
      int ai = ao + p * 6;
      int bi = bo + p * (2 * LANES);
      FloatVector b0 = FloatVector.fromArray(S, b, bi);
      FloatVector b1 = FloatVector.fromArray(S, b, bi + LANES);
      FloatVector a0 = FloatVector.broadcast(S, a[ai]);
      c0_0 = a0.fma(b0, c0_0);
      c0_1 = a0.fma(b1, c0_1);
      FloatVector a1 = FloatVector.broadcast(S, a[ai + 1]);
      c1_0 = a1.fma(b0, c1_0);
      c1_1 = a1.fma(b1, c1_1);
      FloatVector a2 = FloatVector.broadcast(S, a[ai + 2]);
      c2_0 = a2.fma(b0, c2_0);
      c2_1 = a2.fma(b1, c2_1);
      FloatVector a3 = FloatVector.broadcast(S, a[ai + 3]);
      c3_0 = a3.fma(b0, c3_0);
      c3_1 = a3.fma(b1, c3_1);
      FloatVector a4 = FloatVector.broadcast(S, a[ai + 4]);
      c4_0 = a4.fma(b0, c4_0);
      c4_1 = a4.fma(b1, c4_1);
      FloatVector a5 = FloatVector.broadcast(S, a[ai + 5]);
      c5_0 = a5.fma(b0, c5_0);
      c5_1 = a5.fma(b1, c5_1);
    }
    c0_0.intoArray(c, co);
    c0_1.intoArray(c, co + LANES);
    c1_0.intoArray(c, co + cRow);
    c1_1.intoArray(c, co + cRow + LANES);
    c2_0.intoArray(c, co + 2 * cRow);
    c2_1.intoArray(c, co + 2 * cRow + LANES);
    c3_0.intoArray(c, co + 3 * cRow);
    c3_1.intoArray(c, co + 3 * cRow + LANES);
    c4_0.intoArray(c, co + 4 * cRow);
    c4_1.intoArray(c, co + 4 * cRow + LANES);
    c5_0.intoArray(c, co + 5 * cRow);
    c5_1.intoArray(c, co + 5 * cRow + LANES);
  }

  static void tile12x1(
      float[] a,
      float[] b,
      float[] s,
      float[] c,
      int k,
      int ao,
      int bo,
      int so,
      int sRow,
      int co,
      int cRow) {
    FloatVector c0_0 = FloatVector.fromArray(S, s, so);
    FloatVector c1_0 = FloatVector.fromArray(S, s, so + sRow);
    FloatVector c2_0 = FloatVector.fromArray(S, s, so + 2 * sRow);
    FloatVector c3_0 = FloatVector.fromArray(S, s, so + 3 * sRow);
    FloatVector c4_0 = FloatVector.fromArray(S, s, so + 4 * sRow);
    FloatVector c5_0 = FloatVector.fromArray(S, s, so + 5 * sRow);
    FloatVector c6_0 = FloatVector.fromArray(S, s, so + 6 * sRow);
    FloatVector c7_0 = FloatVector.fromArray(S, s, so + 7 * sRow);
    FloatVector c8_0 = FloatVector.fromArray(S, s, so + 8 * sRow);
    FloatVector c9_0 = FloatVector.fromArray(S, s, so + 9 * sRow);
    FloatVector c10_0 = FloatVector.fromArray(S, s, so + 10 * sRow);
    FloatVector c11_0 = FloatVector.fromArray(S, s, so + 11 * sRow);
    for (int p = 0; p < k; p++) {
      int ai = ao + p * 12;
      int bi = bo + p * LANES;
      FloatVector b0 = FloatVector.fromArray(S, b, bi);
      FloatVector a0 = FloatVector.broadcast(S, a[ai]);
      c0_0 = a0.fma(b0, c0_0);
      FloatVector a1 = FloatVector.broadcast(S, a[ai + 1]);
      c1_0 = a1.fma(b0, c1_0);
      FloatVector a2 = FloatVector.broadcast(S, a[ai + 2]);
      c2_0 = a2.fma(b0, c2_0);
      FloatVector a3 = FloatVector.broadcast(S, a[ai + 3]);
      c3_0 = a3.fma(b0, c3_0);
      FloatVector a4 = FloatVector.broadcast(S, a[ai + 4]);
      c4_0 = a4.fma(b0, c4_0);
      FloatVector a5 = FloatVector.broadcast(S, a[ai + 5]);
      c5_0 = a5.fma(b0, c5_0);
      FloatVector a6 = FloatVector.broadcast(S, a[ai + 6]);
      c6_0 = a6.fma(b0, c6_0);
      FloatVector a7 = FloatVector.broadcast(S, a[ai + 7]);
      c7_0 = a7.fma(b0, c7_0);
      FloatVector a8 = FloatVector.broadcast(S, a[ai + 8]);
      c8_0 = a8.fma(b0, c8_0);
      FloatVector a9 = FloatVector.broadcast(S, a[ai + 9]);
      c9_0 = a9.fma(b0, c9_0);
      FloatVector a10 = FloatVector.broadcast(S, a[ai + 10]);
      c10_0 = a10.fma(b0, c10_0);
      FloatVector a11 = FloatVector.broadcast(S, a[ai + 11]);
      c11_0 = a11.fma(b0, c11_0);
    }
    c0_0.intoArray(c, co);
    c1_0.intoArray(c, co + cRow);
    c2_0.intoArray(c, co + 2 * cRow);
    c3_0.intoArray(c, co + 3 * cRow);
    c4_0.intoArray(c, co + 4 * cRow);
    c5_0.intoArray(c, co + 5 * cRow);
    c6_0.intoArray(c, co + 6 * cRow);
    c7_0.intoArray(c, co + 7 * cRow);
    c8_0.intoArray(c, co + 8 * cRow);
    c9_0.intoArray(c, co + 9 * cRow);
    c10_0.intoArray(c, co + 10 * cRow);
    c11_0.intoArray(c, co + 11 * cRow);
  }

  static void tile6x1(
      float[] a,
      float[] b,
      float[] s,
      float[] c,
      int k,
      int ao,
      int bo,
      int so,
      int sRow,
      int co,
      int cRow) {
    FloatVector c0_0 = FloatVector.fromArray(S, s, so);
    FloatVector c1_0 = FloatVector.fromArray(S, s, so + sRow);
    FloatVector c2_0 = FloatVector.fromArray(S, s, so + 2 * sRow);
    FloatVector c3_0 = FloatVector.fromArray(S, s, so + 3 * sRow);
    FloatVector c4_0 = FloatVector.fromArray(S, s, so + 4 * sRow);
    FloatVector c5_0 = FloatVector.fromArray(S, s, so + 5 * sRow);
    for (int p = 0; p < k; p++) {
      int ai = ao + p * 6;
      int bi = bo + p * LANES;
      FloatVector b0 = FloatVector.fromArray(S, b, bi);
      FloatVector a0 = FloatVector.broadcast(S, a[ai]);
      c0_0 = a0.fma(b0, c0_0);
      FloatVector a1 = FloatVector.broadcast(S, a[ai + 1]);
      c1_0 = a1.fma(b0, c1_0);
      FloatVector a2 = FloatVector.broadcast(S, a[ai + 2]);
      c2_0 = a2.fma(b0, c2_0);
      FloatVector a3 = FloatVector.broadcast(S, a[ai + 3]);
      c3_0 = a3.fma(b0, c3_0);
      FloatVector a4 = FloatVector.broadcast(S, a[ai + 4]);
      c4_0 = a4.fma(b0, c4_0);
      FloatVector a5 = FloatVector.broadcast(S, a[ai + 5]);
      c5_0 = a5.fma(b0, c5_0);
    }
    c0_0.intoArray(c, co);
    c1_0.intoArray(c, co + cRow);
    c2_0.intoArray(c, co + 2 * cRow);
    c3_0.intoArray(c, co + 3 * cRow);
    c4_0.intoArray(c, co + 4 * cRow);
    c5_0.intoArray(c, co + 5 * cRow);
  }
}
