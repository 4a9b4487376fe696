package dev.gradus.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VectorSumsTest {
  private final SplittableRandom random = new SplittableRandom(1);

  @Test
  void theSumsOfColumnsHaveTheBitsOfPlainLoops() {
    for (int trial = 0; trial < 500; trial++) {
      int rows = random.nextInt(40);
      int columns = 1 + random.nextInt(150);
      int xo = random.nextInt(5);
      int so = random.nextInt(5);
      double[] x = new double[xo + rows * columns];
      for (int i = 0; i < x.length; i++) {
        x[i] = random.nextInt(8) == 0 ? -0.0 : random.nextDouble() - 0.5;
      }
      String shape = rows + " rows of " + columns;
      assertThat(float64(Provider.VECTOR, x, xo, rows, columns, so))
          .as(shape)
          .isEqualTo(float64(Provider.SCALAR, x, xo, rows, columns, so));
      assertThat(float32(Provider.VECTOR, x, xo, rows, columns, so))
          .as(shape)
          .isEqualTo(float32(Provider.SCALAR, x, xo, rows, columns, so));
    }
  }

  private static double[] float64(
      Provider provider, double[] x, int xo, int rows, int columns, int so) {
    double[] sums = new double[so + columns + 1];
    Arrays.fill(sums, 7);
    Kernels.float64(provider).columnSums(x, xo, rows, columns, sums, so);
    return sums;
  }

  private static float[] float32(
      Provider provider, double[] x, int xo, int rows, int columns, int so) {
    float[] narrow = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      narrow[i] = (float) x[i];
    }
    float[] sums = new float[so + columns + 1];
    Arrays.fill(sums, 7);
    Kernels.float32(provider).columnSums(narrow, xo, rows, columns, sums, so);
    return sums;
  }
}
