package dev.gradus.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ElementwiseTest {
  private final Elementwise cube = Elementwise.of(x -> x * x * x, (x, y) -> 3 * x * x);

  @ParameterizedTest
  @EnumSource
  void computesInDoubleAndRoundsOnce(Precision precision) {
    Compute compute = Compute.of(precision, 1);
    Matrix x = compute.matrix(new double[][] {{0.1, -2, 3}});
    Matrix y = compute.matrix(1, 3);
    y.setMap(cube, x);
    double x0 = x.get(0, 0);
    double cubed = x0 * x0 * x0;
    assertThat(y.get(0, 0)).isEqualTo(precision == Precision.FLOAT32 ? (float) cubed : cubed);
    assertThat(y.get(0, 1)).isEqualTo(-8);
    Matrix dx = compute.matrix(1, 3);
    dx.setMapGradient(cube, x, y, compute.matrix(new double[][] {{1, 10, 100}}));
    assertThat(dx.get(0, 1)).isEqualTo(120);
    assertThat(dx.get(0, 2)).isEqualTo(2700);
  }

  @Test
  void gradientIsAProductSoThatNaNAndTheSignOfZeroArrive() {
    Compute compute = Compute.float64();
    Elementwise zero = Elementwise.of(x -> 0, (x, y) -> 0);
    Matrix x = compute.matrix(1, 3);
    Matrix dx = compute.matrix(1, 3);
    dx.setMapGradient(zero, x, x, compute.matrix(new double[][] {{-1, Double.NaN, 1}}));
    assertThat(Double.doubleToRawLongBits(dx.get(0, 0)))
        .isEqualTo(Double.doubleToRawLongBits(-0.0));
    assertThat(dx.get(0, 1)).isNaN();
    assertThat(Double.doubleToRawLongBits(dx.get(0, 2))).isZero();
  }

  @Test
  void sourceMayBeTheDestination() {
    Matrix x = Compute.float64().matrix(new double[][] {{2, 3}});
    x.setMap(cube, x);
    assertThat(x.toArray()).containsExactly(8, 27);
  }

  @Test
  void loopIsMadeOnce() {
    assertThat(cube.loop()).isSameAs(cube.loop());
  }

  @Test
  void vectorFormsHaveTheBitsOfTheScalarFunctionsAndOfTheirSlopes() {
    Map<Elementwise, Elementwise> pairs =
        Map.of(
            Elementwise.TANH,
            Elementwise.of(Elementary::tanh, (x, y) -> Elementary.tanhSlope(x)),
            Elementwise.SIGMOID,
            Elementwise.of(Elementary::sigmoid, (x, y) -> Elementary.sigmoidSlope(x)),
            Elementwise.SILU,
            Elementwise.of(Elementary::silu, (x, y) -> Elementary.siluSlope(x)),
            Elementwise.GELU,
            Elementwise.of(Elementary::gelu, (x, y) -> Elementary.geluSlope(x)));
    pairs.forEach(
        (fast, slow) -> {
          for (Precision precision : Precision.values()) {
            assertThat(results(fast, precision, 1e10)).isEqualTo(results(slow, precision, 1));
          }
        });
  }

  /** f(x) and dy f′(x), with the kernels for so many operations. */
  private static double[] results(Elementwise f, Precision precision, double operations) {
    Matrix x = Compute.of(precision, 1, operations).matrix(1, 201);
    for (int i = 0; i <= 200; i++) {
      x.set(0, i, (i - 100) * 0.17);
    }
    Matrix y = x.like(1, 201);
    Matrix dx = x.like(1, 201);
    y.setMap(f, x);
    dx.setMapGradient(f, x, y, y);
    return DoubleStream.concat(Arrays.stream(y.toArray()), Arrays.stream(dx.toArray())).toArray();
  }
}
