package dev.gradus.kernel;

/**
 * Register tiles of a product: {@code tileRxC} computes R rows and C columns of {@code C = S + A B}
 * at once, each element one chain of fused multiply-adds over p. Unrolled by hand, since the
 * accumulators must be locals to stay in registers.
 */
final class FloatTiles {
  private FloatTiles() {}

  static void tile4x4(
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
    float c00 = s[so];
    float c01 = s[so + 1];
    float c02 = s[so + 2];
    float c03 = s[so + 3];
    float c10 = s[so + sRow];
    float c11 = s[so + sRow + 1];
    float c12 = s[so + sRow + 2];
    float c13 = s[so + sRow + 3];
    float c20 = s[so + 2 * sRow];
    float c21 = s[so + 2 * sRow + 1];
    float c22 = s[so + 2 * sRow + 2];
    float c23 = s[so + 2 * sRow + 3];
    float c30 = s[so + 3 * sRow];
    float c31 = s[so + 3 * sRow + 1];
    float c32 = s[so + 3 * sRow + 2];
    float c33 = s[so + 3 * sRow + 3];
    for (int p = 0; p < k; p++) {
      int ai = ao + p * aInner;
      int bi = bo + p * bInner;
      float b0 = b[bi];
      float b1 = b[bi + bColumn];
      float b2 = b[bi + 2 * bColumn];
      float b3 = b[bi + 3 * bColumn];
      float a0 = a[ai];
      c00 = Math.fma(a0, b0, c00);
      c01 = Math.fma(a0, b1, c01);
      c02 = Math.fma(a0, b2, c02);
      c03 = Math.fma(a0, b3, c03);
      float a1 = a[ai + aRow];
      c10 = Math.fma(a1, b0, c10);
      c11 = Math.fma(a1, b1, c11);
      c12 = Math.fma(a1, b2, c12);
      c13 = Math.fma(a1, b3, c13);
      float a2 = a[ai + 2 * aRow];
      c20 = Math.fma(a2, b0, c20);
      c21 = Math.fma(a2, b1, c21);
      c22 = Math.fma(a2, b2, c22);
      c23 = Math.fma(a2, b3, c23);
      float a3 = a[ai + 3 * aRow];
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
    float c00 = s[so];
    float c10 = s[so + sRow];
    float c20 = s[so + 2 * sRow];
    float c30 = s[so + 3 * sRow];
    for (int p = 0; p < k; p++) {
      int ai = ao + p * aInner;
      int bi = bo + p * bInner;
      float b0 = b[bi];
      float a0 = a[ai];
      c00 = Math.fma(a0, b0, c00);
      float a1 = a[ai + aRow];
      c10 = Math.fma(a1, b0, c10);
      float a2 = a[ai + 2 * aRow];
      c20 = Math.fma(a2, b0, c20);
      float a3 = a[ai + 3 * aRow];
      c30 = Math.fma(a3, b0, c30);
    }
    c[co] = c00;
    c[co + cRow] = c10;
    c[co + 2 * cRow] = c20;
    c[co + 3 * cRow] = c30;
  }

  static void tile1x4(
      int k,
      float[] a,
      int ao,
      int aInner,
      float[] b,
      int bo,
      int bInner,
      int bColumn,
      float[] s,
      int so,
      float[] c,
      int co) {
    float c00 = s[so];
    float c01 = s[so + 1];
    float c02 = s[so + 2];
    float c03 = s[so + 3];
    for (int p = 0; p < k; p++) {
      int ai = ao + p * aInner;
      int bi = bo + p * bInner;
      float b0 = b[bi];
      float b1 = b[bi + bColumn];
      float b2 = b[bi + 2 * bColumn];
      float b3 = b[bi + 3 * bColumn];
      float a0 = a[ai];
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
      float[] a,
      int ao,
      int aInner,
      float[] b,
      int bo,
      int bInner,
      float[] s,
      int so,
      float[] c,
      int co) {
    float c00 = s[so];
    for (int p = 0; p < k; p++) {
      int ai = ao + p * aInner;
      int bi = bo + p * bInner;
      float b0 = b[bi];
      float a0 = a[ai];
      c00 = Math.fma(a0, b0, c00);
    }
    c[co] = c00;
  }
}
