package dev.gradus.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PairwiseTest {
  private final Pairwise product = Pairwise.of((p, t) -> p * t, (p, t) -> t);

  @ParameterizedTest
  @EnumSource
  void combinesElementByElement(Precision precision) {
    Compute compute = Compute.of(precision, 1);
    Matrix a = compute.matrix(new double[][] {{1, 2}, {3, 4}});
    Matrix b = compute.matrix(new double[][] {{10, 20}, {30, 0.5}});
    Matrix c = compute.matrix(2, 2);
    c.setCombined(product, a, b);
    assertThat(c.toArray()).containsExactly(10, 40, 90, 2);
    a.setCombined(product, a, b);
    assertThat(a.toArray()).containsExactly(10, 40, 90, 2);
  }

  @Test
  void sumsAlongEachRowFirstAndThenOverTheRows() {
    // By rows: (1e16 + 1) + (1 − 1e16) = 1e16 + (1 − 1e16) = 0; as one chain it would be 1.
    Compute compute = Compute.float64();
    Matrix p = compute.matrix(new double[][] {{1e16, 1}, {1, -1e16}});
    Matrix ones = compute.matrix(new double[][] {{1, 1}, {1, 1}});
    double rows = (1e16 + 1) + (1 - 1e16);
    assertThat(Matrix.pairSum(product, p, ones)).isEqualTo(rows);
  }

  @Test
  void sumsOfFloat32RunInFloat64() {
    Compute compute = Compute.of(Precision.FLOAT32, 1);
    Matrix p = compute.matrix(new double[][] {{1 << 24, 1}});
    Matrix ones = compute.matrix(new double[][] {{1, 1}});
    assertThat(Matrix.pairSum(product, p, ones)).isEqualTo((1 << 24) + 1); // no float
  }

  @ParameterizedTest
  @EnumSource
  void gradientIsScaledInDoubleAndRoundedOnce(Precision precision) {
    Compute compute = Compute.of(precision, 1);
    Matrix t = compute.matrix(new double[][] {{3, -7}});
    Matrix dp = compute.matrix(1, 2);
    dp.setPairGradient(product, t, t, 0.1);
    double first = 0.1 * 3;
    assertThat(dp.get(0, 0)).isEqualTo(precision == Precision.FLOAT32 ? (float) first : first);
  }

  @Test
  void withoutADerivativeTheGradientIsNotANumber() {
    Matrix a = Compute.float64().matrix(1, 1);
    Matrix da = a.like(1, 1);
    da.setPairGradient(Pairwise.of((x, y) -> x + y), a, a, 1);
    assertThat(da.get(0, 0)).isNaN();
  }

  @Test
  void loopIsMadeOnce() {
    assertThat(product.loop()).isSameAs(product.loop());
  }
}
