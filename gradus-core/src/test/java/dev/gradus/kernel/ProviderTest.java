package dev.gradus.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scalar and vector kernels give the same bits; which of them serve is chosen by the run. */
class ProviderTest {
  @AfterEach
  void unset() {
    System.clearProperty(Provider.PROPERTY);
  }

  /** Row and inner strides of A, inner and column strides of B: x W, xᵀ dy and dy Wᵀ. */
  private static int[] strides(int form, int m, int n, int k) {
    return switch (form) {
      case 0 -> new int[] {k, 1, n, 1};
      case 1 -> new int[] {1, m, n, 1};
      default -> new int[] {k, 1, 1, k};
    };
  }

  private static double[] drawn(int n, Random random) {
    return random.doubles(n, -2, 2).toArray();
  }

  @Test
  void productsOfAllShapesHaveTheSameBits() {
    Random random = new Random(7);
    for (int trial = 0; trial < 2000; trial++) {
      int large = trial % 50 == 0 ? 150 : 0;
      int m = large + random.nextInt(1, 21);
      int n = large + random.nextInt(1, 71);
      int k = large + random.nextInt(0, 41);
      int form = trial % 3;
      String shape = m + " × " + n + " × " + k + ", form " + form;
      assertThat(float64(Provider.VECTOR, m, n, k, form, trial))
          .as(shape)
          .isEqualTo(float64(Provider.SCALAR, m, n, k, form, trial));
      assertThat(float32(Provider.VECTOR, m, n, k, form, trial))
          .as(shape)
          .isEqualTo(float32(Provider.SCALAR, m, n, k, form, trial));
    }
  }

  /** Several blocks of the inner index and of the rows, tiles and panels that are not full. */
  @ParameterizedTest
  @CsvSource({
    "12, 32, 600",
    "13, 17, 601",
    "30, 40, 257",
    "18, 9, 1000",
    "700, 33, 20",
    "1100, 16, 17",
    "515, 70, 300",
    "40, 300, 272",
    "24, 64, 256",
    "128, 10, 128",
    "65, 31, 529"
  })
  void packedProductsHaveTheSameBits(int m, int n, int k) {
    for (int form = 0; form < 3; form++) {
      assertThat(float64(Provider.VECTOR, m, n, k, form, 5))
          .as("form %d", form)
          .isEqualTo(float64(Provider.SCALAR, m, n, k, form, 5));
      assertThat(float32(Provider.VECTOR, m, n, k, form, 5))
          .as("form %d", form)
          .isEqualTo(float32(Provider.SCALAR, m, n, k, form, 5));
    }
  }

  private static double[] float64(Provider provider, int m, int n, int k, int form, long seed) {
    Random random = new Random(seed);
    int[] at = strides(form, m, n, k);
    double[] a = drawn(m * k, random);
    double[] b = drawn(k * n, random);
    double[] c = new double[m * n + 3];
    Kernels.float64(provider)
        .product(m, n, k, a, 0, at[0], at[1], b, 0, at[2], at[3], drawn(n, random), 0, 0, c, 3, n);
    return c;
  }

  private static float[] float32(Provider provider, int m, int n, int k, int form, long seed) {
    Random random = new Random(seed);
    int[] at = strides(form, m, n, k);
    float[] a = narrow(drawn(m * k, random));
    float[] b = narrow(drawn(k * n, random));
    float[] s = narrow(drawn(n, random));
    float[] c = new float[m * n + 3];
    Kernels.float32(provider)
        .product(m, n, k, a, 0, at[0], at[1], b, 0, at[2], at[3], s, 0, 0, c, 3, n);
    return c;
  }

  private static float[] narrow(double[] values) {
    float[] narrow = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      narrow[i] = (float) values[i];
    }
    return narrow;
  }

  @Test
  void elementaryFunctionsHaveTheSameBits() {
    double[] x = drawn(1001, new Random(3));
    for (ElementaryFunction function : ElementaryFunction.ACTIVATIONS) {
      Loop loop = Loop.of(function);
      for (int n : new int[] {0, 1, 7, 8, 9, 16, 17, 33, 1001}) {
        double[] scalar = new double[n];
        double[] vector = new double[n];
        Kernels.float64(Provider.SCALAR).map(loop, x, scalar, 0, n);
        Kernels.float64(Provider.VECTOR).map(loop, x, vector, 0, n);
        assertThat(vector).isEqualTo(scalar);
        Kernels.float64(Provider.SCALAR).mapGradient(loop, x, scalar, x, scalar, 0, n);
        Kernels.float64(Provider.VECTOR).mapGradient(loop, x, vector, x, vector, 0, n);
        assertThat(vector).isEqualTo(scalar);
      }
    }
    assertThat(Arrays.stream(x).distinct().count()).isGreaterThan(1000);
  }

  @Test
  void shortRunsAreScalarAndLongOnesTakeVectors() {
    assertThat(Provider.choose(1e8, 0)).isEqualTo(Provider.SCALAR);
    assertThat(Provider.choose(1e10, 0)).isEqualTo(Provider.VECTOR);
    assertThat(Provider.note()).startsWith("vector, ");
  }

  @Test
  void shortRunsAddUp() {
    assertThat(Provider.choose(1e8, 3.8e9)).isEqualTo(Provider.SCALAR);
    assertThat(Provider.choose(1e8, 3.9e9)).isEqualTo(Provider.VECTOR);
    Provider.choose(4e9);
    assertThat(Provider.choose(0)).as("compiled already").isEqualTo(Provider.VECTOR);
  }

  @Test
  void aPropertyOverridesTheChoice() {
    System.setProperty(Provider.PROPERTY, "scalar");
    assertThat(Provider.choose(1e10, 0)).isEqualTo(Provider.SCALAR);
    assertThat(Provider.note()).isEqualTo("scalar, by -Dgradus.kernel=scalar");
    System.setProperty(Provider.PROPERTY, "vector");
    assertThat(Provider.choose(1)).isEqualTo(Provider.VECTOR);
    System.setProperty(Provider.PROPERTY, "fast");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Provider.choose(1))
        .withMessage("-Dgradus.kernel=fast: wants scalar or vector");
  }
}
