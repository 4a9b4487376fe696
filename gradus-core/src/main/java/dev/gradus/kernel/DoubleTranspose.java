package dev.gradus.kernel;

/** Copies a block of B whose columns are far apart into a panel where they stand side by side. */
final class DoubleTranspose {
  private DoubleTranspose() {}

  static void pack(
      double[] b, int bo, int bInner, int bColumn, double[] panel, int k, int width, int padded) {
    int j = 0;
    for (; j + 4 <= width; j += 4) {
      four(b, bo + j * bColumn, bInner, bColumn, panel, j, k, padded);
    }
    for (; j < width; j++) {
      for (int p = 0; p < k; p++) {
        panel[p * padded + j] = b[bo + j * bColumn + p * bInner];
      }
    }
  }

  private static void four(
      double[] b, int bo, int bInner, int bColumn, double[] panel, int at, int k, int padded) {
    for (int p = 0; p < k; p++) {
      int from = bo + p * bInner;
      int to = p * padded + at;
      panel[to] = b[from];
      panel[to + 1] = b[from + bColumn];
      panel[to + 2] = b[from + 2 * bColumn];
      panel[to + 3] = b[from + 3 * bColumn];
    }
  }
}
