package dev.gradus.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.data.Xoshiro256;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Each operation against its definition, bit by bit, at sizes around lanes, fours and strips. */
class RowPassesTest {
  private final Xoshiro256 random = Xoshiro256.seeded(1);

  /** One element of a result. */
  private interface Element {
    double at(int i, int j);
  }

  /** Both precisions, one and more threads, small shapes and one that threads share. */
  private void everywhere(BiConsumer<Compute, int[]> check) {
    int[] sizes = {1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33};
    for (Precision precision : Precision.values()) {
      for (int threads = 1; threads <= 3; threads++) {
        try (Compute compute = Compute.of(precision, threads)) {
          for (int rows : sizes) {
            for (int columns : new int[] {1, 3, 8, 17, 33}) {
              check.accept(compute, new int[] {rows, columns});
            }
          }
          check.accept(compute, new int[] {259, 131});
        }
      }
    }
  }

  private Matrix drawn(Compute compute, int rows, int columns) {
    Matrix matrix = compute.matrix(rows, columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        matrix.set(i, j, 4 * random.nextDouble() - 1.5);
      }
    }
    return matrix;
  }

  /** A row inside an array, as parameters are. */
  private Matrix row(Compute compute, int columns) {
    return drawn(compute, 1, columns + 3).view(3, 1, columns);
  }

  private static void assertIs(Matrix actual, Element expected) {
    Matrix rounded = actual.like(actual.rows(), actual.columns());
    for (int i = 0; i < actual.rows(); i++) {
      for (int j = 0; j < actual.columns(); j++) {
        rounded.set(i, j, expected.at(i, j));
      }
    }
    assertThat(actual.toArray()).as(actual.toString()).isEqualTo(rounded.toArray());
  }

  @Test
  void aRowMeetsEveryRow() {
    everywhere(
        (compute, shape) -> {
          Matrix x = drawn(compute, shape[0], shape[1]);
          Matrix s = row(compute, shape[1]);
          Matrix b = row(compute, shape[1]);
          Matrix y = x.like(shape[0], shape[1]);
          y.setRowScaled(x, s);
          assertIs(y, (i, j) -> x.get(i, j) * s.get(0, j));
          y.setRowAffine(x, s, b);
          assertIs(y, (i, j) -> Math.fma(x.get(i, j), s.get(0, j), b.get(0, j)));
          y.setRowCentred(x, b, s);
          assertIs(y, (i, j) -> (x.get(i, j) - b.get(0, j)) * s.get(0, j));
          y.set(x);
          y.addRowScaled(x, s);
          assertIs(y, (i, j) -> Math.fma(x.get(i, j), s.get(0, j), x.get(i, j)));
          y.set(x);
          y.setRowScaled(y, s);
          assertIs(y, (i, j) -> x.get(i, j) * s.get(0, j));
        });
  }

  @Test
  void aColumnIsOneChainOverTheRows() {
    everywhere(
        (compute, shape) -> {
          int n = shape[0];
          Matrix x = drawn(compute, n, shape[1]);
          Matrix y = drawn(compute, n, shape[1]);
          Matrix means = x.like(1, shape[1]);
          means.setColumnMeans(x);
          assertIs(
              means,
              (i, j) -> {
                double sum = 0;
                for (int k = 0; k < n; k++) {
                  sum += x.get(k, j);
                }
                return sum / n;
              });
          Matrix variances = x.like(1, shape[1]);
          variances.setColumnVariances(x, means);
          assertIs(
              variances,
              (i, j) -> {
                double sum = 0;
                for (int k = 0; k < n; k++) {
                  double d = x.get(k, j) - means.get(0, j);
                  sum = Math.fma(d, d, sum);
                }
                return sum / n;
              });
          Matrix products = row(compute, shape[1]);
          products.setColumnSumsOfProduct(x, y);
          assertIs(products, (i, j) -> product(x, y, j));
        });
  }

  private static double product(Matrix x, Matrix y, int j) {
    double sum = 0;
    for (int k = 0; k < x.rows(); k++) {
      sum = Math.fma(x.get(k, j), y.get(k, j), sum);
    }
    return sum;
  }

  private static double mean(Matrix x, int i) {
    double sum = 0;
    for (int j = 0; j < x.columns(); j++) {
      sum += x.get(i, j);
    }
    return sum / x.columns();
  }

  private static double inverse(Matrix x, int i, double epsilon) {
    double mean = mean(x, i);
    double sum = 0;
    for (int j = 0; j < x.columns(); j++) {
      double d = x.get(i, j) - mean;
      sum = Math.fma(d, d, sum);
    }
    return 1 / Math.sqrt(sum / x.columns() + epsilon);
  }

  private static double rowProduct(Matrix a, Matrix b, int i) {
    double sum = 0;
    for (int j = 0; j < a.columns(); j++) {
      sum = Math.fma(a.get(i, j), b.get(i, j), sum);
    }
    return sum;
  }

  @Test
  void aRowIsStandardizedByItself() {
    everywhere(
        (compute, shape) -> {
          Matrix x = drawn(compute, shape[0], shape[1]);
          Matrix y = x.like(shape[0], shape[1]);
          Matrix inverse = x.like(shape[0], 1);
          y.setStandardizedRows(x, 1e-3, inverse);
          assertIs(inverse, (i, j) -> inverse(x, i, 1e-3));
          assertIs(y, (i, j) -> (x.get(i, j) - mean(x, i)) * inverse(x, i, 1e-3));
          Matrix dy = drawn(compute, shape[0], shape[1]);
          Matrix dx = dy.copy();
          dx.setStandardizedRowsGradient(dx, y, inverse);
          assertIs(
              dx,
              (i, j) ->
                  inverse.get(i, 0)
                      * ((dy.get(i, j) - mean(dy, i))
                          - y.get(i, j) * (rowProduct(dy, y, i) / shape[1])));
        });
  }

  @Test
  void softmaxAndItsGradientAreTheirDefinitions() {
    everywhere(
        (compute, shape) -> {
          Matrix x = drawn(compute, shape[0], shape[1]);
          Matrix y = x.like(shape[0], shape[1]);
          y.setSoftmax(x);
          assertIs(
              y,
              (i, j) -> {
                double top = Double.NEGATIVE_INFINITY;
                double sum = 0;
                for (int k = 0; k < shape[1]; k++) {
                  top = Math.max(top, x.get(i, k));
                }
                for (int k = 0; k < shape[1]; k++) {
                  sum += Elementary.exp(x.get(i, k) - top);
                }
                return Elementary.exp(x.get(i, j) - top) / sum;
              });
          Matrix dx = x.like(shape[0], shape[1]);
          dx.setSoftmaxGradient(x, y);
          assertIs(dx, (i, j) -> y.get(i, j) * (x.get(i, j) - rowProduct(x, y, i)));
        });
  }

  @Test
  void softmaxOfLargeLogitsIsFinite() {
    Compute compute = Compute.float64();
    Matrix y = compute.matrix(1, 3);
    y.setSoftmax(compute.matrix(new double[][] {{1e308, 1e308, -1e308}}));
    assertThat(y.toArray()).containsExactly(0.5, 0.5, 0);
  }

  @Test
  void aMaskIsDecidedBySeedAndPlaceAlone() {
    everywhere(
        (compute, shape) -> {
          Matrix mask = compute.matrix(shape[0], shape[1]);
          mask.setMask(5, 0.3);
          Matrix fewer = compute.matrix(1, shape[1]);
          fewer.setMask(5, 0.3);
          assertThat(fewer.toArray()).isEqualTo(mask.firstRows(1).toArray());
          assertIs(mask, (i, j) -> mask.get(i, j) == 0 ? 0 : 1 / (1 - 0.3));
        });
  }

  /** The first numbers of SplitMix64 from seed 0, as its authors' program gives them. */
  @Test
  void masksFollowSplitMix() {
    double[] u = {0x7b1dcdafp-32, 0xe220a839p-32, 0xa1b965f4p-32, 0x6e789e6ap-32, 0x8009454fp-32};
    Matrix mask = Compute.float64().matrix(1, 5);
    for (double rate : new double[] {0, 0.02, 0.44, 0.49, 0.6, 0.7, 0.9}) {
      mask.setMask(0, rate);
      assertIs(mask, (i, j) -> u[j] < rate ? 0 : 1 / (1 - rate));
    }
  }

  /**
   * 300 · 400 draws: the share differs from the rate by more than 5 √(p (1 − p) / n) hardly ever.
   */
  @Test
  void aMaskKeepsItsRateAndItsMean() {
    Matrix mask = Compute.float64().matrix(300, 400);
    for (double rate : new double[] {0, 0.1, 0.5, 0.9}) {
      mask.setMask(17, rate);
      double dropped = 0;
      for (double value : mask.toArray()) {
        dropped += value == 0 ? 1 : 0;
      }
      double share = dropped / mask.size();
      assertThat(Math.abs(share - rate))
          .as("%s of %s", share, rate)
          .isLessThanOrEqualTo(5 * Math.sqrt(rate * (1 - rate) / mask.size()));
    }
  }

  @Test
  void refusesShapesThatDoNotFit() {
    Compute compute = Compute.float64();
    Matrix x = compute.matrix(2, 3);
    Matrix y = compute.matrix(2, 3);
    assertThatThrownBy(() -> y.setRowScaled(x, compute.matrix(1, 2)))
        .isInstanceOf(ShapeException.class)
        .hasMessage("x · s: [2 × 3] and [1 × 2]");
    assertThatThrownBy(() -> y.setRowAffine(x, compute.matrix(1, 3), compute.matrix(2, 3)))
        .hasMessage("x · s + b: [2 × 3] and [2 × 3]");
    assertThatThrownBy(() -> y.setStandardizedRows(x, 1, compute.matrix(3, 1)))
        .hasMessage("standardized rows: [2 × 3] and [3 × 1]");
    assertThatThrownBy(() -> compute.matrix(1, 3).setColumnMeans(compute.matrix(0, 3)))
        .hasMessage("column means of [0 × 3]: wants rows, and no views inside their arrays");
    assertThatThrownBy(() -> compute.matrix(1, 2).setColumnSumsOfProduct(x, y))
        .hasMessage("column sums of a · b: [2 × 3] and [1 × 2]");
    for (double rate : new double[] {-0.1, 1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> y.setMask(0, rate))
          .withMessage("rate " + rate + ": wants a number from 0 to below 1");
    }
  }
}
