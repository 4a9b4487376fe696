package dev.gradus.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComputeTest {

  /** Rows, inputs, outputs: tall, wide, thin; all large enough to be shared, but for the last. */
  @ParameterizedTest
  @CsvSource({
    "300, 200, 100",
    "33, 5000, 1",
    "5000, 33, 1",
    "1, 300, 1000",
    "7, 64, 300",
    "1000, 64, 7",
    "129, 65, 63",
    "5, 3, 2"
  })
  void bitsDoNotDependOnTheNumberOfThreads(int n, int in, int out) {
    for (Precision precision : Precision.values()) {
      double[][] alone = products(precision, 1, n, in, out);
      for (int threads : new int[] {2, 3, 4, 8}) {
        double[][] shared = products(precision, threads, n, in, out);
        for (int i = 0; i < alone.length; i++) {
          assertThat(shared[i])
              .as("product %d in %s on %d threads", i, precision, threads)
              .isEqualTo(alone[i]);
        }
      }
    }
  }

  private static double[][] products(Precision precision, int threads, int n, int in, int out) {
    Random random = new Random(1);
    try (Compute compute = Compute.of(precision, threads)) {
      Matrix x = drawn(compute, n, in, random);
      Matrix W = drawn(compute, in, out, random);
      Matrix b = drawn(compute, 1, out, random);
      Matrix dy = drawn(compute, n, out, random);
      Matrix y = compute.matrix(n, out);
      y.setAffine(x, W, b);
      Matrix dW = compute.matrix(in, out);
      dW.setTransposeTimes(x, dy);
      Matrix dx = compute.matrix(n, in);
      dx.setTimesTranspose(dy, W);
      return new double[][] {y.toArray(), dW.toArray(), dx.toArray()};
    }
  }

  private static Matrix drawn(Compute compute, int rows, int columns, Random random) {
    Matrix matrix = compute.matrix(rows, columns);
    matrix.setAll(random.doubles(matrix.size(), -1, 1).toArray());
    return matrix;
  }

  @Test
  void manyProductsInARowAreSharedWithoutMixingThemUp() {
    try (Compute compute = Compute.of(Precision.FLOAT64, 4)) {
      Matrix ones = compute.matrix(64, 64);
      ones.setAll(new Random(1).doubles(64 * 64).map(value -> 1).toArray());
      Matrix row = compute.matrix(1, 64);
      Matrix product = compute.matrix(64, 64);
      for (int step = 0; step < 2000; step++) {
        row.set(0, 63, step);
        product.setAffine(ones, ones, row);
        assertThat(product.get(63, 63)).isEqualTo(64 + step);
        assertThat(product.get(0, 0)).isEqualTo(64);
      }
    }
  }

  @Test
  void matricesCanBeReadAfterClosing() {
    Compute compute = Compute.of(Precision.FLOAT32, 2);
    Matrix matrix = compute.matrix(new double[][] {{1, 2}});
    compute.close();
    assertThat(matrix.toArray()).containsExactly(1, 2);
  }

  @Test
  void tellsWhatItIs() {
    try (Compute compute = Compute.of(Precision.FLOAT32, 3)) {
      assertThat(compute.precision()).isEqualTo(Precision.FLOAT32);
      assertThat(compute.threads()).isEqualTo(3);
      assertThat(compute.matrix(2, 3).like(4, 5).compute()).isSameAs(compute);
    }
    assertThat(Compute.float64().precision()).hasToString("float64");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1025})
  void refusesAnImpossibleNumberOfThreads(int threads) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Compute.of(Precision.FLOAT64, threads))
        .withMessage(threads + " threads; wants 1 to 1024");
  }
}
