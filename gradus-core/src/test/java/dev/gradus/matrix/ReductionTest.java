package dev.gradus.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link Matrix#dot} and {@link Matrix#magnitude}: one number from many, with one set of bits. */
class ReductionTest {
  private static final int[] SIZES = {0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 1000};

  private static Matrix drawn(Compute compute, int n, int offset, Random random) {
    Matrix all = compute.matrix(1, n + offset);
    all.setAll(random.doubles(n + offset, -2, 2).toArray());
    return all.view(offset, 1, n);
  }

  /** Scalar and vector kernels. */
  private static Compute compute(Precision precision, int threads, boolean large) {
    return Compute.of(precision, threads, large ? 1e12 : 1);
  }

  @ParameterizedTest
  @EnumSource
  void dotIsThirtyTwoChains(Precision precision) {
    for (boolean large : new boolean[] {false, true}) {
      Random random = new Random(3);
      for (int n : SIZES) {
        try (Compute compute = compute(precision, 1, large)) {
          Matrix a = drawn(compute, n, n % 5, random);
          Matrix b = drawn(compute, n, n % 3, random);
          double[] chains = new double[32];
          for (int i = 0; i < n; i++) {
            chains[i % 32] = Math.fma(a.get(0, i), b.get(0, i), chains[i % 32]);
          }
          double sum = 0;
          for (double chain : chains) {
            sum += chain;
          }
          assertThat(Matrix.dot(a, b)).as("%d elements", n).isEqualTo(sum);
        }
      }
    }
  }

  @Test
  void squaresOfLargeFloatsDoNotOverflow() {
    Matrix large = Compute.of(Precision.FLOAT32, 1).matrix(new double[][] {{3e38, -3e38}});
    assertThat(Math.sqrt(Matrix.dot(large, large))).isCloseTo(3e38 * Math.sqrt(2), within(1e32));
  }

  @ParameterizedTest
  @EnumSource
  void magnitudeIsTheGreatestWhereverItStands(Precision precision) {
    for (boolean large : new boolean[] {false, true}) {
      for (int n : SIZES) {
        try (Compute compute = compute(precision, 1, large)) {
          for (int at = 0; at < n; at++) {
            Matrix x = drawn(compute, n, n % 5, new Random(at));
            x.set(0, at, -8);
            assertThat(x.magnitude()).isEqualTo(8);
            x.set(0, at, Double.NEGATIVE_INFINITY);
            assertThat(x.magnitude()).isEqualTo(Double.POSITIVE_INFINITY);
            x.set(0, (at + 1) % n, Double.NaN);
            assertThat(x.magnitude()).as("a NaN, and perhaps an infinity").isNaN();
          }
          assertThat(compute.matrix(1, n).magnitude()).isZero();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void threadsAreNotSeen(Precision precision) {
    int n = 100_000;
    for (boolean large : new boolean[] {false, true}) {
      try (Compute compute = compute(precision, 3, large)) {
        Matrix x = drawn(compute, n, 0, new Random(4));
        for (int at : new int[] {0, 16_384, 50_000, n - 1}) {
          double kept = x.get(0, at);
          x.set(0, at, 5);
          assertThat(x.magnitude()).isEqualTo(5);
          x.set(0, at, Double.NaN);
          assertThat(x.magnitude()).isNaN();
          x.set(0, at, kept);
        }
        assertThat(x.magnitude()).isLessThanOrEqualTo(2);
      }
    }
  }
}
