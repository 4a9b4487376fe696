package dev.gradus.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.kernel.Team;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link Matrix#dot} and {@link Matrix#magnitude}: one number from many, with one set of bits. */
class ReductionTest {
  private static final int[] SIZES = {
    0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 255, 256, 257, 1000
  };

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
  void dotIsChainsThatAreFoldedInHalves(Precision precision) {
    for (boolean large : new boolean[] {false, true}) {
      Random random = new Random(3);
      for (int n : SIZES) {
        try (Compute compute = compute(precision, 1, large)) {
          Matrix a = drawn(compute, n, n % 5, random);
          Matrix b = drawn(compute, n, n % 3, random);
          assertThat(Matrix.dot(a, b)).as("%d elements", n).isEqualTo(ofBlock(a, b, 0, n));
        }
      }
    }
  }

  @Test
  void noMatrixHasMoreBlocksThanAJobHasParts() {
    assertThat(DotJob.block(1)).isEqualTo(DotJob.BLOCK);
    assertThat(DotJob.block(Team.MAX_PARTS * DotJob.BLOCK)).isEqualTo(DotJob.BLOCK);
    assertThat(DotJob.block(Team.MAX_PARTS * DotJob.BLOCK + 1)).isEqualTo(2 * DotJob.BLOCK);
    int block = DotJob.block(Integer.MAX_VALUE);
    assertThat(Math.ceilDiv(Integer.MAX_VALUE, block)).isLessThanOrEqualTo(Team.MAX_PARTS);
  }

  /** One block of at most {@value DotJob#BLOCK} elements. */
  private static double ofBlock(Matrix a, Matrix b, int from, int to) {
    double[] chains = new double[256];
    for (int i = from; i < to; i++) {
      int j = (i - from) % 256;
      chains[j] = Math.fma(a.get(0, i), b.get(0, i), chains[j]);
    }
    for (int half = 128; half > 0; half /= 2) {
      for (int j = 0; j < half; j++) {
        chains[j] += chains[j + half];
      }
    }
    return chains[0];
  }

  @ParameterizedTest
  @EnumSource
  void theBlocksOfALongDotAreAddedInTheirOrderByAnyThreads(Precision precision) {
    for (int n : new int[] {DotJob.BLOCK, DotJob.BLOCK + 1, 100_000}) {
      for (int threads = 1; threads <= 3; threads++) {
        try (Compute compute = compute(precision, threads, threads == 2)) {
          Matrix a = drawn(compute, n, 3, new Random(5));
          Matrix b = drawn(compute, n, 0, new Random(6));
          double sum = 0;
          for (int from = 0; from < n; from += DotJob.BLOCK) {
            sum += ofBlock(a, b, from, Math.min(n, from + DotJob.BLOCK));
          }
          assertThat(Matrix.dot(a, b)).as("%d elements, threads %d", n, threads).isEqualTo(sum);
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
