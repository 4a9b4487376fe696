package dev.gradus.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Register tiles of a product in vectors: {@code tileRxV} computes R rows and V vectors of columns
 * of {@code C = S + A B}, each element one chain of fused multiply-adds over p, as in the scalar
 * tiles. B, S and C are contiguous along a row. Written by {@code make_vector_tiles.py}.
 */
final class FloatVectorTiles {
  static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  static final int LANES = S.length();

  private FloatVectorTiles() {}

  static void tile4x4(
      float[] a,
      float[] b,
      float[] s,
      float[] c,
      int k,
      int ao,
      int aRow,
      int aInner,
      int bo,
      int bInner,
      int so,
      int sRow,
      int co,
      int cRow) {
    FloatVector c0_0 = FloatVector.fromArray(S, s, so);
    FloatVector c0_1 = FloatVector.fromArray(S, s, so + LANES);
    FloatVector c0_2 = FloatVector.fromArray(S, s, so + 2 * LANES);
    FloatVector c0_3 = FloatVector.fromArray(S, s, so + 3 * LANES);
    FloatVector c1_0 = FloatVector.fromArray(S, s, so + sRow);
    FloatVector c1_1 = FloatVector.fromArray(S, s, so + sRow + LANES);
    FloatVector c1_2 = FloatVector.fromArray(S, s, so + sRow + 2 * LANES);
    FloatVector c1_3 = FloatVector.fromArray(S, s, so + sRow + 3 * LANES);
    FloatVector c2_0 = FloatVector.fromArray(S, s, so + 2 * sRow);
    FloatVector c2_1 = FloatVector.fromArray(S, s, so + 2 * sRow + LANES);
    FloatVector c2_2 = FloatVector.fromArray(S, s, so + 2 * sRow + 2 * LANES);
    FloatVector c2_3 = FloatVector.fromArray(S, s, so + 2 * sRow + 3 * LANES);
    FloatVector c3_0 = FloatVector.fromArray(S, s, so + 3 * sRow);
    FloatVector c3_1 = FloatVector.fromArray(S, s, so + 3 * sRow + LANES);
    FloatVector c3_2 = FloatVector.fromArray(S, s, so + 3 * sRow + 2 * LANES);
    FloatVector c3_3 = FloatVector.fromArray(S, s, so + 3 * sRow + 3 * LANES);
    for (int p = 0; p < k; p++) {
      int ai = ao + p * aInner;
      int bi = bo + p * bInner;
      FloatVector b0 = FloatVector.fromArray(S, b, bi);
      FloatVector b1 = FloatVector.fromArray(S, b, bi + LANES);
      FloatVector b2 = FloatVector.fromArray(S, b, bi + 2 * LANES);
      FloatVector b3 = FloatVector.fromArray(S, b, bi + 3 * LANES);
      FloatVector a0 = FloatVector.broadcast(S, a[ai]);
      c0_0 = a0.fma(b0, c0_0);
      c0_1 = a0.fma(b1, c0_1);
      c0_2 = a0.fma(b2, c0_2);
      c0_3 = a0.fma(b3, c0_3);
      FloatVector a1 = FloatVector.broadcast(S, a[ai + aRow]);
      c1_0 = a1.fma(b0, c1_0);
      c1_1 = a1.fma(b1, c1_1);
      c1_2 = a1.fma(b2, c1_2);
      c1_3 = a1.fma(b3, c1_3);
      FloatVector a2 = FloatVector.broadcast(S, a[ai + 2 * aRow]);
      c2_0 = a2.fma(b0, c2_0);
      c2_1 = a2.fma(b1, c2_1);
      c2_2 = a2.fma(b2, c2_2);
      c2_3 = a2.fma(b3, c2_3);
      FloatVector a3 = FloatVector.broadcast(S, a[ai + 3 * aRow]);
      c3_0 = a3.fma(b0, c3_0);
      c3_1 = a3.fma(b1, c3_1);
      c3_2 = a3.fma(b2, c3_2);
      c3_3 = a3.fma(b3, c3_3);
    }
    c0_0.intoArray(c, co);
    c0_1.intoArray(c, co + LANES);
    c0_2.intoArray(c, co + 2 * LANES);
    c0_3.intoArray(c, co + 3 * LANES);
    c1_0.intoArray(c, co + cRow);
    c1_1.intoArray(c, co + cRow + LANES);
    c1_2.intoArray(c, co + cRow + 2 * LANES);
    c1_3.intoArray(c, co + cRow + 3 * LANES);
    c2_0.intoArray(c, co + 2 * cRow);
    c2_1.intoArray(c, co + 2 * cRow + LANES);
    c2_2.intoArray(c, co + 2 * cRow + 2 * LANES);
    c2_3.intoArray(c, co + 2 * cRow + 3 * LANES);
    c3_0.intoArray(c, co + 3 * cRow);
    c3_1.intoArray(c, co + 3 * cRow + LANES);
    c3_2.intoArray(c, co + 3 * cRow + 2 * LANES);
    c3_3.intoArray(c, co + 3 * cRow + 3 * LANES);
  }

  static void tile1x16(
      float[] a,
      float[] b,
      float[] s,
      float[] c,
      int k,
      int ao,
      int aRow,
      int aInner,
      int bo,
      int bInner,
      int so,
      int sRow,
      int co,
      int cRow) {
    FloatVector c0_0 = FloatVector.fromArray(S, s, so);
    FloatVector c0_1 = FloatVector.fromArray(S, s, so + LANES);
    FloatVector c0_2 = FloatVector.fromArray(S, s, so + 2 * LANES);
    FloatVector c0_3 = FloatVector.fromArray(S, s, so + 3 * LANES);
    FloatVector c0_4 = FloatVector.fromArray(S, s, so + 4 * LANES);
    FloatVector c0_5 = FloatVector.fromArray(S, s, so + 5 * LANES);
    FloatVector c0_6 = FloatVector.fromArray(S, s, so + 6 * LANES);
    FloatVector c0_7 = FloatVector.fromArray(S, s, so + 7 * LANES);
    FloatVector c0_8 = FloatVector.fromArray(S, s, so + 8 * LANES);
    FloatVector c0_9 = FloatVector.fromArray(S, s, so + 9 * LANES);
    FloatVector c0_10 = FloatVector.fromArray(S, s, so + 10 * LANES);
    FloatVector c0_11 = FloatVector.fromArray(S, s, so + 11 * LANES);
    FloatVector c0_12 = FloatVector.fromArray(S, s, so + 12 * LANES);
    FloatVector c0_13 = FloatVector.fromArray(S, s, so + 13 * LANES);
    FloatVector c0_14 = FloatVector.fromArray(S, s, so + 14 * LANES);
    FloatVector c0_15 = FloatVector.fromArray(S, s, so + 15 * LANES);
    for (int p = 0; p < k; p++) {
      int ai = ao + p * aInner;
      int bi = bo + p * bInner;
      FloatVector b0 = FloatVector.fromArray(S, b, bi);
      FloatVector b1 = FloatVector.fromArray(S, b, bi + LANES);
      FloatVector b2 = FloatVector.fromArray(S, b, bi + 2 * LANES);
      FloatVector b3 = FloatVector.fromArray(S, b, bi + 3 * LANES);
      FloatVector b4 = FloatVector.fromArray(S, b, bi + 4 * LANES);
      FloatVector b5 = FloatVector.fromArray(S, b, bi + 5 * LANES);
      FloatVector b6 = FloatVector.fromArray(S, b, bi + 6 * LANES);
      FloatVector b7 = FloatVector.fromArray(S, b, bi + 7 * LANES);
      FloatVector b8 = FloatVector.fromArray(S, b, bi + 8 * LANES);
      FloatVector b9 = FloatVector.fromArray(S, b, bi + 9 * LANES);
      FloatVector b10 = FloatVector.fromArray(S, b, bi + 10 * LANES);
      FloatVector b11 = FloatVector.fromArray(S, b, bi + 11 * LANES);
      FloatVector b12 = FloatVector.fromArray(S, b, bi + 12 * LANES);
      FloatVector b13 = FloatVector.fromArray(S, b, bi + 13 * LANES);
      FloatVector b14 = FloatVector.fromArray(S, b, bi + 14 * LANES);
      FloatVector b15 = FloatVector.fromArray(S, b, bi + 15 * LANES);
      FloatVector a0 = FloatVector.broadcast(S, a[ai]);
      c0_0 = a0.fma(b0, c0_0);
      c0_1 = a0.fma(b1, c0_1);
      c0_2 = a0.fma(b2, c0_2);
      c0_3 = a0.fma(b3, c0_3);
      c0_4 = a0.fma(b4, c0_4);
      c0_5 = a0.fma(b5, c0_5);
      c0_6 = a0.fma(b6, c0_6);
      c0_7 = a0.fma(b7, c0_7);
      c0_8 = a0.fma(b8, c0_8);
      c0_9 = a0.fma(b9, c0_9);
      c0_10 = a0.fma(b10, c0_10);
      c0_11 = a0.fma(b11, c0_11);
      c0_12 = a0.fma(b12, c0_12);
      c0_13 = a0.fma(b13, c0_13);
      c0_14 = a0.fma(b14, c0_14);
      c0_15 = a0.fma(b15, c0_15);
    }
    c0_0.intoArray(c, co);
    c0_1.intoArray(c, co + LANES);
    c0_2.intoArray(c, co + 2 * LANES);
    c0_3.intoArray(c, co + 3 * LANES);
    c0_4.intoArray(c, co + 4 * LANES);
    c0_5.intoArray(c, co + 5 * LANES);
    c0_6.intoArray(c, co + 6 * LANES);
    c0_7.intoArray(c, co + 7 * LANES);
    c0_8.intoArray(c, co + 8 * LANES);
    c0_9.intoArray(c, co + 9 * LANES);
    c0_10.intoArray(c, co + 10 * LANES);
    c0_11.intoArray(c, co + 11 * LANES);
    c0_12.intoArray(c, co + 12 * LANES);
    c0_13.intoArray(c, co + 13 * LANES);
    c0_14.intoArray(c, co + 14 * LANES);
    c0_15.intoArray(c, co + 15 * LANES);
  }

  static void tile1x8(
      float[] a,
      float[] b,
      float[] s,
      float[] c,
      int k,
      int ao,
      int aRow,
      int aInner,
      int bo,
      int bInner,
      int so,
      int sRow,
      int co,
      int cRow) {
    FloatVector c0_0 = FloatVector.fromArray(S, s, so);
    FloatVector c0_1 = FloatVector.fromArray(S, s, so + LANES);
    FloatVector c0_2 = FloatVector.fromArray(S, s, so + 2 * LANES);
    FloatVector c0_3 = FloatVector.fromArray(S, s, so + 3 * LANES);
    FloatVector c0_4 = FloatVector.fromArray(S, s, so + 4 * LANES);
    FloatVector c0_5 = FloatVector.fromArray(S, s, so + 5 * LANES);
    FloatVector c0_6 = FloatVector.fromArray(S, s, so + 6 * LANES);
    FloatVector c0_7 = FloatVector.fromArray(S, s, so + 7 * LANES);
    for (int p = 0; p < k; p++) {
      int ai = ao + p * aInner;
      int bi = bo + p * bInner;
      FloatVector b0 = FloatVector.fromArray(S, b, bi);
      FloatVector b1 = FloatVector.fromArray(S, b, bi + LANES);
      FloatVector b2 = FloatVector.fromArray(S, b, bi + 2 * LANES);
      FloatVector b3 = FloatVector.fromArray(S, b, bi + 3 * LANES);
      FloatVector b4 = FloatVector.fromArray(S, b, bi + 4 * LANES);
      FloatVector b5 = FloatVector.fromArray(S, b, bi + 5 * LANES);
      FloatVector b6 = FloatVector.fromArray(S, b, bi + 6 * LANES);
      FloatVector b7 = FloatVector.fromArray(S, b, bi + 7 * LANES);
      FloatVector a0 = FloatVector.broadcast(S, a[ai]);
      c0_0 = a0.fma(b0, c0_0);
      c0_1 = a0.fma(b1, c0_1);
      c0_2 = a0.fma(b2, c0_2);
      c0_3 = a0.fma(b3, c0_3);
      c0_4 = a0.fma(b4, c0_4);
      c0_5 = a0.fma(b5, c0_5);
      c0_6 = a0.fma(b6, c0_6);
      c0_7 = a0.fma(b7, c0_7);
    }
    c0_0.intoArray(c, co);
    c0_1.intoArray(c, co + LANES);
    c0_2.intoArray(c, co + 2 * LANES);
    c0_3.intoArray(c, co + 3 * LANES);
    c0_4.intoArray(c, co + 4 * LANES);
    c0_5.intoArray(c, co + 5 * LANES);
    c0_6.intoArray(c, co + 6 * LANES);
    c0_7.intoArray(c, co + 7 * LANES);
  }

  static void tile1x4(
      float[] a,
      float[] b,
      float[] s,
      float[] c,
      int k,
      int ao,
      int aRow,
      int aInner,
      int bo,
      int bInner,
      int so,
      int sRow,
      int co,
      int cRow) {
    FloatVector c0_0 = FloatVector.fromArray(S, s, so);
    FloatVector c0_1 = FloatVector.fromArray(S, s, so + LANES);
    FloatVector c0_2 = FloatVector.fromArray(S, s, so + 2 * LANES);
    FloatVector c0_3 = FloatVector.fromArray(S, s, so + 3 * LANES);
    for (int p = 0; p < k; p++) {
      int ai = ao + p * aInner;
      int bi = bo + p * bInner;
      FloatVector b0 = FloatVector.fromArray(S, b, bi);
      FloatVector b1 = FloatVector.fromArray(S, b, bi + LANES);
      FloatVector b2 = FloatVector.fromArray(S, b, bi + 2 * LANES);
      FloatVector b3 = FloatVector.fromArray(S, b, bi + 3 * LANES);
      FloatVector a0 = FloatVector.broadcast(S, a[ai]);
      c0_0 = a0.fma(b0, c0_0);
      c0_1 = a0.fma(b1, c0_1);
      c0_2 = a0.fma(b2, c0_2);
      c0_3 = a0.fma(b3, c0_3);
    }
    c0_0.intoArray(c, co);
    c0_1.intoArray(c, co + LANES);
    c0_2.intoArray(c, co + 2 * LANES);
    c0_3.intoArray(c, co + 3 * LANES);
  }

  static void tile4x2(
      float[] a,
      float[] b,
      float[] s,
      float[] c,
      int k,
      int ao,
      int aRow,
      int aInner,
      int bo,
      int bInner,
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
    for (int p = 0; p < k; p++) {
      int ai = ao + p * aInner;
      int bi = bo + p * bInner;
      FloatVector b0 = FloatVector.fromArray(S, b, bi);
      FloatVector b1 = FloatVector.fromArray(S, b, bi + LANES);
      FloatVector a0 = FloatVector.broadcast(S, a[ai]);
      c0_0 = a0.fma(b0, c0_0);
      c0_1 = a0.fma(b1, c0_1);
      FloatVector a1 = FloatVector.broadcast(S, a[ai + aRow]);
      c1_0 = a1.fma(b0, c1_0);
      c1_1 = a1.fma(b1, c1_1);
      FloatVector a2 = FloatVector.broadcast(S, a[ai + 2 * aRow]);
      c2_0 = a2.fma(b0, c2_0);
      c2_1 = a2.fma(b1, c2_1);
      FloatVector a3 = FloatVector.broadcast(S, a[ai + 3 * aRow]);
      c3_0 = a3.fma(b0, c3_0);
      c3_1 = a3.fma(b1, c3_1);
    }
    c0_0.intoArray(c, co);
    c0_1.intoArray(c, co + LANES);
    c1_0.intoArray(c, co + cRow);
    c1_1.intoArray(c, co + cRow + LANES);
    c2_0.intoArray(c, co + 2 * cRow);
    c2_1.intoArray(c, co + 2 * cRow + LANES);
    c3_0.intoArray(c, co + 3 * cRow);
    c3_1.intoArray(c, co + 3 * cRow + LANES);
  }

  static void tile1x2(
      float[] a,
      float[] b,
      float[] s,
      float[] c,
      int k,
      int ao,
      int aRow,
      int aInner,
      int bo,
      int bInner,
      int so,
      int sRow,
      int co,
      int cRow) {
    FloatVector c0_0 = FloatVector.fromArray(S, s, so);
    FloatVector c0_1 = FloatVector.fromArray(S, s, so + LANES);
    for (int p = 0; p < k; p++) {
      int ai = ao + p * aInner;
      int bi = bo + p * bInner;
      FloatVector b0 = FloatVector.fromArray(S, b, bi);
      FloatVector b1 = FloatVector.fromArray(S, b, bi + LANES);
      FloatVector a0 = FloatVector.broadcast(S, a[ai]);
      c0_0 = a0.fma(b0, c0_0);
      c0_1 = a0.fma(b1, c0_1);
    }
    c0_0.intoArray(c, co);
    c0_1.intoArray(c, co + LANES);
  }

  static void tile8x1(
      float[] a,
      float[] b,
      float[] s,
      float[] c,
      int k,
      int ao,
      int aRow,
      int aInner,
      int bo,
      int bInner,
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
    for (int p = 0; p < k; p++) {
      int ai = ao + p * aInner;
      int bi = bo + p * bInner;
      FloatVector b0 = FloatVector.fromArray(S, b, bi);
      FloatVector a0 = FloatVector.broadcast(S, a[ai]);
      c0_0 = a0.fma(b0, c0_0);
      FloatVector a1 = FloatVector.broadcast(S, a[ai + aRow]);
      c1_0 = a1.fma(b0, c1_0);
      FloatVector a2 = FloatVector.broadcast(S, a[ai + 2 * aRow]);
      c2_0 = a2.fma(b0, c2_0);
      FloatVector a3 = FloatVector.broadcast(S, a[ai + 3 * aRow]);
      c3_0 = a3.fma(b0, c3_0);
      FloatVector a4 = FloatVector.broadcast(S, a[ai + 4 * aRow]);
      c4_0 = a4.fma(b0, c4_0);
      FloatVector a5 = FloatVector.broadcast(S, a[ai + 5 * aRow]);
      c5_0 = a5.fma(b0, c5_0);
      FloatVector a6 = FloatVector.broadcast(S, a[ai + 6 * aRow]);
      c6_0 = a6.fma(b0, c6_0);
      FloatVector a7 = FloatVector.broadcast(S, a[ai + 7 * aRow]);
      c7_0 = a7.fma(b0, c7_0);
    }
    c0_0.intoArray(c, co);
    c1_0.intoArray(c, co + cRow);
    c2_0.intoArray(c, co + 2 * cRow);
    c3_0.intoArray(c, co + 3 * cRow);
    c4_0.intoArray(c, co + 4 * cRow);
    c5_0.intoArray(c, co + 5 * cRow);
    c6_0.intoArray(c, co + 6 * cRow);
    c7_0.intoArray(c, co + 7 * cRow);
  }

  static void tile4x1(
      float[] a,
      float[] b,
      float[] s,
      float[] c,
      int k,
      int ao,
      int aRow,
      int aInner,
      int bo,
      int bInner,
      int so,
      int sRow,
      int co,
      int cRow) {
    FloatVector c0_0 = FloatVector.fromArray(S, s, so);
    FloatVector c1_0 = FloatVector.fromArray(S, s, so + sRow);
    FloatVector c2_0 = FloatVector.fromArray(S, s, so + 2 * sRow);
    FloatVector c3_0 = FloatVector.fromArray(S, s, so + 3 * sRow);
    for (int p = 0; p < k; p++) {
      int ai = ao + p * aInner;
      int bi = bo + p * bInner;
      FloatVector b0 = FloatVector.fromArray(S, b, bi);
      FloatVector a0 = FloatVector.broadcast(S, a[ai]);
      c0_0 = a0.fma(b0, c0_0);
      FloatVector a1 = FloatVector.broadcast(S, a[ai + aRow]);
      c1_0 = a1.fma(b0, c1_0);
      FloatVector a2 = FloatVector.broadcast(S, a[ai + 2 * aRow]);
      c2_0 = a2.fma(b0, c2_0);
      FloatVector a3 = FloatVector.broadcast(S, a[ai + 3 * aRow]);
      c3_0 = a3.fma(b0, c3_0);
    }
    c0_0.intoArray(c, co);
    c1_0.intoArray(c, co + cRow);
    c2_0.intoArray(c, co + 2 * cRow);
    c3_0.intoArray(c, co + 3 * cRow);
  }

  static void tile1x1(
      float[] a,
      float[] b,
      float[] s,
      float[] c,
      int k,
      int ao,
      int aRow,
      int aInner,
      int bo,
      int bInner,
      int so,
      int sRow,
      int co,
      int cRow) {
    FloatVector c0_0 = FloatVector.fromArray(S, s, so);
    for (int p = 0; p < k; p++) {
      int ai = ao + p * aInner;
      int bi = bo + p * bInner;
      FloatVector b0 = FloatVector.fromArray(S, b, bi);
      FloatVector a0 = FloatVector.broadcast(S, a[ai]);
      c0_0 = a0.fma(b0, c0_0);
    }
    c0_0.intoArray(c, co);
  }
}
