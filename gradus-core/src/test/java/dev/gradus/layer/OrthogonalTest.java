package dev.gradus.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.data.Xoshiro256;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrthogonalTest {

  private static Matrix drawn(Precision precision, int rows, int columns, long seed) {
    Matrix matrix = Compute.of(precision, 1).matrix(rows, columns);
    StandardInitializer.ORTHOGONAL.fill(matrix, Xoshiro256.seeded(seed));
    return matrix;
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "7, 3", "3, 7", "17, 17", "64, 16", "16, 64", "100, 100"})
  void columnsOrRowsAreOrthonormal(int rows, int columns) {
    for (Precision precision : Precision.values()) {
      Matrix q = drawn(precision, rows, columns, 1);
      Matrix product = q.like(Math.min(rows, columns), Math.min(rows, columns));
      if (rows >= columns) {
        product.setTransposeTimes(q, q);
      } else {
        product.setTimesTranspose(q, q);
      }
      double tolerance = precision == Precision.FLOAT32 ? 1e-6 : 4e-15;
      for (int i = 0; i < product.rows(); i++) {
        for (int j = 0; j < product.columns(); j++) {
          assertThat(product.get(i, j))
              .as("%s, %d and %d", precision, i, j)
              .isCloseTo(i == j ? 1 : 0, within(tolerance));
        }
      }
    }
  }

  /** Of a uniform rotation in n dimensions each element has mean 0, variance 1/n. */
  @Test
  void noDirectionIsPreferred() {
    int n = 4;
    int draws = 4000;
    double[] sum = new double[n * n];
    double[] squares = new double[n * n];
    Xoshiro256 random = Xoshiro256.seeded(2);
    Matrix q = Compute.float64().matrix(n, n);
    for (int draw = 0; draw < draws; draw++) {
      StandardInitializer.ORTHOGONAL.fill(q, random);
      double[] values = q.toArray();
      for (int i = 0; i < values.length; i++) {
        sum[i] += values[i];
        squares[i] += values[i] * values[i];
      }
    }
    for (int i = 0; i < n * n; i++) {
      assertThat(sum[i] / draws).isCloseTo(0, within(4 * Math.sqrt(0.25 / draws)));
      // q² is Beta(½, 3/2): variance 2 (n − 1) / (n² (n + 2)) = 1/16
      assertThat(squares[i] / draws).isCloseTo(0.25, within(4 * Math.sqrt(1.0 / 16 / draws)));
    }
  }

  @Test
  void aSingleColumnIsADirection() {
    Matrix bias = drawn(Precision.FLOAT64, 1, 5, 3);
    assertThat(Matrix.dot(bias, bias)).isCloseTo(1, within(1e-15));
  }
}
