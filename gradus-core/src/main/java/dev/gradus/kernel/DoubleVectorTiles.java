package dev.gradus.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Register tiles of a product in vectors: {@code tileRxV} computes R rows and V vectors of columns
 * of {@code C = S + A B}, each element one chain of fused multiply-adds over p, as in the scalar
 * tiles. B, S and C are contiguous along a row. Written by {@code make_vector_tiles.py}.
 */
final class DoubleVectorTiles {
  static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
  static final int LANES = S.length();

  private DoubleVectorTiles() {}

  static void tile6x4(
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
    DoubleVector c00 = DoubleVector.fromArray(S, s, so);
    DoubleVector c01 = DoubleVector.fromArray(S, s, so + LANES);
    DoubleVector c02 = DoubleVector.fromArray(S, s, so + 2 * LANES);
    DoubleVector c03 = DoubleVector.fromArray(S, s, so + 3 * LANES);
    DoubleVector c10 = DoubleVector.fromArray(S, s, so + sRow);
    DoubleVector c11 = DoubleVector.fromArray(S, s, so + sRow + LANES);
    DoubleVector c12 = DoubleVector.fromArray(S, s, so + sRow + 2 * LANES);
    DoubleVector c13 = DoubleVector.fromArray(S, s, so + sRow + 3 * LANES);
    DoubleVector c20 = DoubleVector.fromArray(S, s, so + 2 * sRow);
    DoubleVector c21 = DoubleVector.fromArray(S, s, so + 2 * sRow + LANES);
    DoubleVector c22 = DoubleVector.fromArray(S, s, so + 2 * sRow + 2 * LANES);
    DoubleVector c23 = DoubleVector.fromArray(S, s, so + 2 * sRow + 3 * LANES);
    DoubleVector c30 = DoubleVector.fromArray(S, s, so + 3 * sRow);
    DoubleVector c31 = DoubleVector.fromArray(S, s, so + 3 * sRow + LANES);
    DoubleVector c32 = DoubleVector.fromArray(S, s, so + 3 * sRow + 2 * LANES);
    DoubleVector c33 = DoubleVector.fromArray(S, s, so + 3 * sRow + 3 * LANES);
    DoubleVector c40 = DoubleVector.fromArray(S, s, so + 4 * sRow);
    DoubleVector c41 = DoubleVector.fromArray(S, s, so + 4 * sRow + LANES);
    DoubleVector c42 = DoubleVector.fromArray(S, s, so + 4 * sRow + 2 * LANES);
    DoubleVector c43 = DoubleVector.fromArray(S, s, so + 4 * sRow + 3 * LANES);
    DoubleVector c50 = DoubleVector.fromArray(S, s, so + 5 * sRow);
    DoubleVector c51 = DoubleVector.fromArray(S, s, so + 5 * sRow + LANES);
    DoubleVector c52 = DoubleVector.fromArray(S, s, so + 5 * sRow + 2 * LANES);
    DoubleVector c53 = DoubleVector.fromArray(S, s, so + 5 * sRow + 3 * LANES);
    for (int p = 0; p < k; p++) {
      int ai = ao + p * aInner;
      int bi = bo + p * bInner;
      DoubleVector b0 = DoubleVector.fromArray(S, b, bi);
      DoubleVector b1 = DoubleVector.fromArray(S, b, bi + LANES);
      DoubleVector b2 = DoubleVector.fromArray(S, b, bi + 2 * LANES);
      DoubleVector b3 = DoubleVector.fromArray(S, b, bi + 3 * LANES);
      DoubleVector a0 = DoubleVector.broadcast(S, a[ai]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      c02 = a0.fma(b2, c02);
      c03 = a0.fma(b3, c03);
      DoubleVector a1 = DoubleVector.broadcast(S, a[ai + aRow]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      c12 = a1.fma(b2, c12);
      c13 = a1.fma(b3, c13);
      DoubleVector a2 = DoubleVector.broadcast(S, a[ai + 2 * aRow]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      c22 = a2.fma(b2, c22);
      c23 = a2.fma(b3, c23);
      DoubleVector a3 = DoubleVector.broadcast(S, a[ai + 3 * aRow]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      c32 = a3.fma(b2, c32);
      c33 = a3.fma(b3, c33);
      DoubleVector a4 = DoubleVector.broadcast(S, a[ai + 4 * aRow]);
      c40 = a4.fma(b0, c40);
      c41 = a4.fma(b1, c41);
      c42 = a4.fma(b2, c42);
      c43 = a4.fma(b3, c43);
      DoubleVector a5 = DoubleVector.broadcast(S, a[ai + 5 * aRow]);
      c50 = a5.fma(b0, c50);
      c51 = a5.fma(b1, c51);
      c52 = a5.fma(b2, c52);
      c53 = a5.fma(b3, c53);
    }
    c00.intoArray(c, co);
    c01.intoArray(c, co + LANES);
    c02.intoArray(c, co + 2 * LANES);
    c03.intoArray(c, co + 3 * LANES);
    c10.intoArray(c, co + cRow);
    c11.intoArray(c, co + cRow + LANES);
    c12.intoArray(c, co + cRow + 2 * LANES);
    c13.intoArray(c, co + cRow + 3 * LANES);
    c20.intoArray(c, co + 2 * cRow);
    c21.intoArray(c, co + 2 * cRow + LANES);
    c22.intoArray(c, co + 2 * cRow + 2 * LANES);
    c23.intoArray(c, co + 2 * cRow + 3 * LANES);
    c30.intoArray(c, co + 3 * cRow);
    c31.intoArray(c, co + 3 * cRow + LANES);
    c32.intoArray(c, co + 3 * cRow + 2 * LANES);
    c33.intoArray(c, co + 3 * cRow + 3 * LANES);
    c40.intoArray(c, co + 4 * cRow);
    c41.intoArray(c, co + 4 * cRow + LANES);
    c42.intoArray(c, co + 4 * cRow + 2 * LANES);
    c43.intoArray(c, co + 4 * cRow + 3 * LANES);
    c50.intoArray(c, co + 5 * cRow);
    c51.intoArray(c, co + 5 * cRow + LANES);
    c52.intoArray(c, co + 5 * cRow + 2 * LANES);
    c53.intoArray(c, co + 5 * cRow + 3 * LANES);
  }

  static void tile4x4(
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
    DoubleVector c00 = DoubleVector.fromArray(S, s, so);
    DoubleVector c01 = DoubleVector.fromArray(S, s, so + LANES);
    DoubleVector c02 = DoubleVector.fromArray(S, s, so + 2 * LANES);
    DoubleVector c03 = DoubleVector.fromArray(S, s, so + 3 * LANES);
    DoubleVector c10 = DoubleVector.fromArray(S, s, so + sRow);
    DoubleVector c11 = DoubleVector.fromArray(S, s, so + sRow + LANES);
    DoubleVector c12 = DoubleVector.fromArray(S, s, so + sRow + 2 * LANES);
    DoubleVector c13 = DoubleVector.fromArray(S, s, so + sRow + 3 * LANES);
    DoubleVector c20 = DoubleVector.fromArray(S, s, so + 2 * sRow);
    DoubleVector c21 = DoubleVector.fromArray(S, s, so + 2 * sRow + LANES);
    DoubleVector c22 = DoubleVector.fromArray(S, s, so + 2 * sRow + 2 * LANES);
    DoubleVector c23 = DoubleVector.fromArray(S, s, so + 2 * sRow + 3 * LANES);
    DoubleVector c30 = DoubleVector.fromArray(S, s, so + 3 * sRow);
    DoubleVector c31 = DoubleVector.fromArray(S, s, so + 3 * sRow + LANES);
    DoubleVector c32 = DoubleVector.fromArray(S, s, so + 3 * sRow + 2 * LANES);
    DoubleVector c33 = DoubleVector.fromArray(S, s, so + 3 * sRow + 3 * LANES);
    for (int p = 0; p < k; p++) {
      int ai = ao + p * aInner;
      int bi = bo + p * bInner;
      DoubleVector b0 = DoubleVector.fromArray(S, b, bi);
      DoubleVector b1 = DoubleVector.fromArray(S, b, bi + LANES);
      DoubleVector b2 = DoubleVector.fromArray(S, b, bi + 2 * LANES);
      DoubleVector b3 = DoubleVector.fromArray(S, b, bi + 3 * LANES);
      DoubleVector a0 = DoubleVector.broadcast(S, a[ai]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      c02 = a0.fma(b2, c02);
      c03 = a0.fma(b3, c03);
      DoubleVector a1 = DoubleVector.broadcast(S, a[ai + aRow]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      c12 = a1.fma(b2, c12);
      c13 = a1.fma(b3, c13);
      DoubleVector a2 = DoubleVector.broadcast(S, a[ai + 2 * aRow]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      c22 = a2.fma(b2, c22);
      c23 = a2.fma(b3, c23);
      DoubleVector a3 = DoubleVector.broadcast(S, a[ai + 3 * aRow]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      c32 = a3.fma(b2, c32);
      c33 = a3.fma(b3, c33);
    }
    c00.intoArray(c, co);
    c01.intoArray(c, co + LANES);
    c02.intoArray(c, co + 2 * LANES);
    c03.intoArray(c, co + 3 * LANES);
    c10.intoArray(c, co + cRow);
    c11.intoArray(c, co + cRow + LANES);
    c12.intoArray(c, co + cRow + 2 * LANES);
    c13.intoArray(c, co + cRow + 3 * LANES);
    c20.intoArray(c, co + 2 * cRow);
    c21.intoArray(c, co + 2 * cRow + LANES);
    c22.intoArray(c, co + 2 * cRow + 2 * LANES);
    c23.intoArray(c, co + 2 * cRow + 3 * LANES);
    c30.intoArray(c, co + 3 * cRow);
    c31.intoArray(c, co + 3 * cRow + LANES);
    c32.intoArray(c, co + 3 * cRow + 2 * LANES);
    c33.intoArray(c, co + 3 * cRow + 3 * LANES);
  }

  static void tile1x4(
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
    DoubleVector c00 = DoubleVector.fromArray(S, s, so);
    DoubleVector c01 = DoubleVector.fromArray(S, s, so + LANES);
    DoubleVector c02 = DoubleVector.fromArray(S, s, so + 2 * LANES);
    DoubleVector c03 = DoubleVector.fromArray(S, s, so + 3 * LANES);
    for (int p = 0; p < k; p++) {
      int ai = ao + p * aInner;
      int bi = bo + p * bInner;
      DoubleVector b0 = DoubleVector.fromArray(S, b, bi);
      DoubleVector b1 = DoubleVector.fromArray(S, b, bi + LANES);
      DoubleVector b2 = DoubleVector.fromArray(S, b, bi + 2 * LANES);
      DoubleVector b3 = DoubleVector.fromArray(S, b, bi + 3 * LANES);
      DoubleVector a0 = DoubleVector.broadcast(S, a[ai]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      c02 = a0.fma(b2, c02);
      c03 = a0.fma(b3, c03);
    }
    c00.intoArray(c, co);
    c01.intoArray(c, co + LANES);
    c02.intoArray(c, co + 2 * LANES);
    c03.intoArray(c, co + 3 * LANES);
  }

  static void tile6x2(
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
    DoubleVector c00 = DoubleVector.fromArray(S, s, so);
    DoubleVector c01 = DoubleVector.fromArray(S, s, so + LANES);
    DoubleVector c10 = DoubleVector.fromArray(S, s, so + sRow);
    DoubleVector c11 = DoubleVector.fromArray(S, s, so + sRow + LANES);
    DoubleVector c20 = DoubleVector.fromArray(S, s, so + 2 * sRow);
    DoubleVector c21 = DoubleVector.fromArray(S, s, so + 2 * sRow + LANES);
    DoubleVector c30 = DoubleVector.fromArray(S, s, so + 3 * sRow);
    DoubleVector c31 = DoubleVector.fromArray(S, s, so + 3 * sRow + LANES);
    DoubleVector c40 = DoubleVector.fromArray(S, s, so + 4 * sRow);
    DoubleVector c41 = DoubleVector.fromArray(S, s, so + 4 * sRow + LANES);
    DoubleVector c50 = DoubleVector.fromArray(S, s, so + 5 * sRow);
    DoubleVector c51 = DoubleVector.fromArray(S, s, so + 5 * sRow + LANES);
    for (int p = 0; p < k; p++) {
      int ai = ao + p * aInner;
      int bi = bo + p * bInner;
      DoubleVector b0 = DoubleVector.fromArray(S, b, bi);
      DoubleVector b1 = DoubleVector.fromArray(S, b, bi + LANES);
      DoubleVector a0 = DoubleVector.broadcast(S, a[ai]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      DoubleVector a1 = DoubleVector.broadcast(S, a[ai + aRow]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      DoubleVector a2 = DoubleVector.broadcast(S, a[ai + 2 * aRow]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      DoubleVector a3 = DoubleVector.broadcast(S, a[ai + 3 * aRow]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      DoubleVector a4 = DoubleVector.broadcast(S, a[ai + 4 * aRow]);
      c40 = a4.fma(b0, c40);
      c41 = a4.fma(b1, c41);
      DoubleVector a5 = DoubleVector.broadcast(S, a[ai + 5 * aRow]);
      c50 = a5.fma(b0, c50);
      c51 = a5.fma(b1, c51);
    }
    c00.intoArray(c, co);
    c01.intoArray(c, co + LANES);
    c10.intoArray(c, co + cRow);
    c11.intoArray(c, co + cRow + LANES);
    c20.intoArray(c, co + 2 * cRow);
    c21.intoArray(c, co + 2 * cRow + LANES);
    c30.intoArray(c, co + 3 * cRow);
    c31.intoArray(c, co + 3 * cRow + LANES);
    c40.intoArray(c, co + 4 * cRow);
    c41.intoArray(c, co + 4 * cRow + LANES);
    c50.intoArray(c, co + 5 * cRow);
    c51.intoArray(c, co + 5 * cRow + LANES);
  }

  static void tile4x2(
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
    DoubleVector c00 = DoubleVector.fromArray(S, s, so);
    DoubleVector c01 = DoubleVector.fromArray(S, s, so + LANES);
    DoubleVector c10 = DoubleVector.fromArray(S, s, so + sRow);
    DoubleVector c11 = DoubleVector.fromArray(S, s, so + sRow + LANES);
    DoubleVector c20 = DoubleVector.fromArray(S, s, so + 2 * sRow);
    DoubleVector c21 = DoubleVector.fromArray(S, s, so + 2 * sRow + LANES);
    DoubleVector c30 = DoubleVector.fromArray(S, s, so + 3 * sRow);
    DoubleVector c31 = DoubleVector.fromArray(S, s, so + 3 * sRow + LANES);
    for (int p = 0; p < k; p++) {
      int ai = ao + p * aInner;
      int bi = bo + p * bInner;
      DoubleVector b0 = DoubleVector.fromArray(S, b, bi);
      DoubleVector b1 = DoubleVector.fromArray(S, b, bi + LANES);
      DoubleVector a0 = DoubleVector.broadcast(S, a[ai]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      DoubleVector a1 = DoubleVector.broadcast(S, a[ai + aRow]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      DoubleVector a2 = DoubleVector.broadcast(S, a[ai + 2 * aRow]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      DoubleVector a3 = DoubleVector.broadcast(S, a[ai + 3 * aRow]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
    }
    c00.intoArray(c, co);
    c01.intoArray(c, co + LANES);
    c10.intoArray(c, co + cRow);
    c11.intoArray(c, co + cRow + LANES);
    c20.intoArray(c, co + 2 * cRow);
    c21.intoArray(c, co + 2 * cRow + LANES);
    c30.intoArray(c, co + 3 * cRow);
    c31.intoArray(c, co + 3 * cRow + LANES);
  }

  static void tile1x2(
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
    DoubleVector c00 = DoubleVector.fromArray(S, s, so);
    DoubleVector c01 = DoubleVector.fromArray(S, s, so + LANES);
    for (int p = 0; p < k; p++) {
      int ai = ao + p * aInner;
      int bi = bo + p * bInner;
      DoubleVector b0 = DoubleVector.fromArray(S, b, bi);
      DoubleVector b1 = DoubleVector.fromArray(S, b, bi + LANES);
      DoubleVector a0 = DoubleVector.broadcast(S, a[ai]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
    }
    c00.intoArray(c, co);
    c01.intoArray(c, co + LANES);
  }

  static void tile6x1(
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
    DoubleVector c00 = DoubleVector.fromArray(S, s, so);
    DoubleVector c10 = DoubleVector.fromArray(S, s, so + sRow);
    DoubleVector c20 = DoubleVector.fromArray(S, s, so + 2 * sRow);
    DoubleVector c30 = DoubleVector.fromArray(S, s, so + 3 * sRow);
    DoubleVector c40 = DoubleVector.fromArray(S, s, so + 4 * sRow);
    DoubleVector c50 = DoubleVector.fromArray(S, s, so + 5 * sRow);
    for (int p = 0; p < k; p++) {
      int ai = ao + p * aInner;
      int bi = bo + p * bInner;
      DoubleVector b0 = DoubleVector.fromArray(S, b, bi);
      DoubleVector a0 = DoubleVector.broadcast(S, a[ai]);
      c00 = a0.fma(b0, c00);
      DoubleVector a1 = DoubleVector.broadcast(S, a[ai + aRow]);
      c10 = a1.fma(b0, c10);
      DoubleVector a2 = DoubleVector.broadcast(S, a[ai + 2 * aRow]);
      c20 = a2.fma(b0, c20);
      DoubleVector a3 = DoubleVector.broadcast(S, a[ai + 3 * aRow]);
      c30 = a3.fma(b0, c30);
      DoubleVector a4 = DoubleVector.broadcast(S, a[ai + 4 * aRow]);
      c40 = a4.fma(b0, c40);
      DoubleVector a5 = DoubleVector.broadcast(S, a[ai + 5 * aRow]);
      c50 = a5.fma(b0, c50);
    }
    c00.intoArray(c, co);
    c10.intoArray(c, co + cRow);
    c20.intoArray(c, co + 2 * cRow);
    c30.intoArray(c, co + 3 * cRow);
    c40.intoArray(c, co + 4 * cRow);
    c50.intoArray(c, co + 5 * cRow);
  }

  static void tile4x1(
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
    DoubleVector c00 = DoubleVector.fromArray(S, s, so);
    DoubleVector c10 = DoubleVector.fromArray(S, s, so + sRow);
    DoubleVector c20 = DoubleVector.fromArray(S, s, so + 2 * sRow);
    DoubleVector c30 = DoubleVector.fromArray(S, s, so + 3 * sRow);
    for (int p = 0; p < k; p++) {
      int ai = ao + p * aInner;
      int bi = bo + p * bInner;
      DoubleVector b0 = DoubleVector.fromArray(S, b, bi);
      DoubleVector a0 = DoubleVector.broadcast(S, a[ai]);
      c00 = a0.fma(b0, c00);
      DoubleVector a1 = DoubleVector.broadcast(S, a[ai + aRow]);
      c10 = a1.fma(b0, c10);
      DoubleVector a2 = DoubleVector.broadcast(S, a[ai + 2 * aRow]);
      c20 = a2.fma(b0, c20);
      DoubleVector a3 = DoubleVector.broadcast(S, a[ai + 3 * aRow]);
      c30 = a3.fma(b0, c30);
    }
    c00.intoArray(c, co);
    c10.intoArray(c, co + cRow);
    c20.intoArray(c, co + 2 * cRow);
    c30.intoArray(c, co + 3 * cRow);
  }

  static void tile1x1(
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
    DoubleVector c00 = DoubleVector.fromArray(S, s, so);
    for (int p = 0; p < k; p++) {
      int ai = ao + p * aInner;
      int bi = bo + p * bInner;
      DoubleVector b0 = DoubleVector.fromArray(S, b, bi);
      DoubleVector a0 = DoubleVector.broadcast(S, a[ai]);
      c00 = a0.fma(b0, c00);
    }
    c00.intoArray(c, co);
  }
}
