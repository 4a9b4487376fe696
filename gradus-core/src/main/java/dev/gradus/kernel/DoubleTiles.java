package dev.gradus.kernel;

/**
 * Register tiles of a product: {@code tileRxC} computes R rows and C columns of {@code C = S + A B}
 * at once, each element one chain of fused multiply-adds over p. Unrolled by hand, since the
 * accumulators must be locals to stay in registers.
 */
final class DoubleTiles {
  private DoubleTiles() {}

  static void tile4x4(
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
    double c00 = s[so];
    double c01 = s[so + 1];
    double c02 = s[so + 2];
    double c03 = s[so + 3];
    double c10 = s[so + sRow];
    double c11 = s[so + sRow + 1];
    double c12 = s[so + sRow + 2];
    double c13 = s[so + sRow + 3];
    double c20 = s[so + 2 * sRow];
    double c21 = s[so + 2 * sRow + 1];
    double c22 = s[so + 2 * sRow + 2];
    double c23 = s[so + 2 * sRow + 3];
    double c30 = s[so + 3 * sRow];
    double c31 = s[so + 3 * sRow + 1];
    double c32 = s[so + 3 * sRow + 2];
    double c33 = s[so + 3 * sRow + 3];
    for (int p = 0; p < k; p++) {
      int ai = ao + p * aInner;
      int bi = bo + p * bInner;
      double b0 = b[bi];
      double b1 = b[bi + bColumn];
      double b2 = b[bi + 2 * bColumn];
      double b3 = b[bi + 3 * bColumn];
      double a0 = a[ai];
      c00 = Math.fma(a0, b0, c00);
      c01 = Math.fma(a0, b1, c01);
      c02 = Math.fma(a0, b2, c02);
      c03 = Math.fma(a0, b3, c03);
      double a1 = a[ai + aRow];
      c10 = Math.fma(a1, b0, c10);
      c11 = Math.fma(a1, b1, c11);
      c12 = Math.fma(a1, b2, c12);
      c13 = Math.fma(a1, b3, c13);
      double a2 = a[ai + 2 * aRow];
      c20 = Math.fma(a2, b0, c20);
      c21 = Math.fma(a2, b1, c21);
      c22 = Math.fma(a2, b2, c22);
      c23 = Math.fma(a2, b3, c23);
      double a3 = a[ai + 3 * aRow];
      c30 = Math.fma(a3, b0, c30);
      c31 = Math.fma(a3, b1, c31);
      c32 = Math.fma(a3, b2, c32);
      c33 = Math.fma(a3, b3, c33);
    }
    c[co] = c00;
    c[co + 1] = c01;
    c[co + 2] = c02;
    c[co + 3] = c03;
    c[co + cRow] = c10;
    c[co + cRow + 1] = c11;
    c[co + cRow + 2] = c12;
    c[co + cRow + 3] = c13;
    c[co + 2 * cRow] = c20;
    c[co + 2 * cRow + 1] = c21;
    c[co + 2 * cRow + 2] = c22;
    c[co + 2 * cRow + 3] = c23;
    c[co + 3 * cRow] = c30;
    c[co + 3 * cRow + 1] = c31;
    c[co + 3 * cRow + 2] = c32;
    c[co + 3 * cRow + 3] = c33;
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
    double c00 = s[so];
    double c10 = s[so + sRow];
    double c20 = s[so + 2 * sRow];
    double c30 = s[so + 3 * sRow];
    for (int p = 0; p < k; p++) {
      int ai = ao + p * aInner;
      int bi = bo + p * bInner;
      double b0 = b[bi];
      double a0 = a[ai];
      c00 = Math.fma(a0, b0, c00);
      double a1 = a[ai + aRow];
      c10 = Math.fma(a1, b0, c10);
      double a2 = a[ai + 2 * aRow];
      c20 = Math.fma(a2, b0, c20);
      double a3 = a[ai + 3 * aRow];
      c30 = Math.fma(a3, b0, c30);
    }
    c[co] = c00;
    c[co + cRow] = c10;
    c[co + 2 * cRow] = c20;
    c[co + 3 * cRow] = c30;
  }

  static void tile1x4(
      int k,
      double[] a,
      int ao,
      int aInner,
      double[] b,
      int bo,
      int bInner,
      int bColumn,
      double[] s,
      int so,
      double[] c,
      int co) {
    double c00 = s[so];
    double c01 = s[so + 1];
    double c02 = s[so + 2];
    double c03 = s[so + 3];
    for (int p = 0; p < k; p++) {
      int ai = ao + p * aInner;
      int bi = bo + p * bInner;
      double b0 = b[bi];
      double b1 = b[bi + bColumn];
      double b2 = b[bi + 2 * bColumn];
      double b3 = b[bi + 3 * bColumn];
      double a0 = a[ai];
      c00 = Math.fma(a0, b0, c00);
      c01 = Math.fma(a0, b1, c01);
      c02 = Math.fma(a0, b2, c02);
      c03 = Math.fma(a0, b3, c03);
    }
    c[co] = c00;
    c[co + 1] = c01;
    c[co + 2] = c02;
    c[co + 3] = c03;
  }

  static void tile1x1(
      int k,
      double[] a,
      int ao,
      int aInner,
      double[] b,
      int bo,
      int bInner,
      double[] s,
      int so,
      double[] c,
      int co) {
    double c00 = s[so];
    for (int p = 0; p < k; p++) {
      int ai = ao + p * aInner;
      int bi = bo + p * bInner;
      double b0 = b[bi];
      double a0 = a[ai];
      c00 = Math.fma(a0, b0, c00);
    }
    c[co] = c00;
  }
}
