package dev.gradus.layer;

import static dev.gradus.layer.Activation.IDENTITY;
import static dev.gradus.layer.Activation.LEAKY_RELU;
import static dev.gradus.layer.Activation.LEAKY_SLOPE;
import static dev.gradus.layer.Activation.RELU;
import static dev.gradus.layer.Activation.SIGMOID;
import static dev.gradus.layer.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static double slope(Activation f, double x) {
    return f.derivative(x, f.value(x));
  }

  private static void assertZero(double actual, double zero) {
    assertThat(Double.doubleToRawLongBits(actual)).isEqualTo(Double.doubleToRawLongBits(zero));
  }

  @Test
  void identityIsXWithSlopeOne() {
    assertThat(IDENTITY.value(-2.5)).isEqualTo(-2.5);
    assertThat(slope(IDENTITY, -2.5)).isEqualTo(1);
    assertZero(IDENTITY.value(-0.0), -0.0);
    assertThat(IDENTITY.value(-INFINITY)).isEqualTo(-INFINITY);
    assertThat(IDENTITY.value(Double.NaN)).isNaN();
  }

  @Test
  void reluKeepsThePositiveAndItsSlopeAtTheKinkIsZero() {
    assertThat(RELU.value(3)).isEqualTo(3);
    assertThat(RELU.value(-3)).isZero();
    assertThat(slope(RELU, 3)).isEqualTo(1);
    assertThat(slope(RELU, Double.MIN_VALUE)).isEqualTo(1);
    assertThat(slope(RELU, -3)).isZero();
    assertZero(slope(RELU, 0), 0.0);
    assertZero(slope(RELU, -0.0), 0.0);
    assertZero(RELU.value(-0.0), 0.0);
    assertThat(RELU.value(INFINITY)).isEqualTo(INFINITY);
    assertThat(RELU.value(-INFINITY)).isZero();
    assertThat(slope(RELU, INFINITY)).isEqualTo(1);
    assertThat(slope(RELU, -INFINITY)).isZero();
    assertThat(RELU.value(Double.NaN)).isNaN();
    assertThat(slope(RELU, Double.NaN)).isNaN();
    assertThat(RELU.kinks()).containsExactly(0);
  }

  @Test
  void leakyReluLeaksAHundredthAndItsSlopeAtTheKinkIsThat() {
    assertThat(LEAKY_SLOPE).isEqualTo(0.01);
    assertThat(LEAKY_RELU.value(3)).isEqualTo(3);
    assertThat(LEAKY_RELU.value(-3)).isEqualTo(-0.03);
    assertThat(slope(LEAKY_RELU, 3)).isEqualTo(1);
    assertThat(slope(LEAKY_RELU, -3)).isEqualTo(0.01);
    assertThat(slope(LEAKY_RELU, 0)).isEqualTo(0.01);
    assertThat(slope(LEAKY_RELU, -0.0)).isEqualTo(0.01);
    assertZero(LEAKY_RELU.value(-0.0), -0.0);
    assertThat(LEAKY_RELU.value(INFINITY)).isEqualTo(INFINITY);
    assertThat(LEAKY_RELU.value(-INFINITY)).isEqualTo(-INFINITY);
    assertThat(slope(LEAKY_RELU, -INFINITY)).isEqualTo(0.01);
    assertThat(LEAKY_RELU.value(Double.NaN)).isNaN();
    assertThat(slope(LEAKY_RELU, Double.NaN)).isNaN();
    assertThat(LEAKY_RELU.kinks()).containsExactly(0);
  }

  @Test
  void sigmoidRunsFromZeroToOne() {
    assertThat(SIGMOID.value(0)).isEqualTo(0.5);
    assertThat(slope(SIGMOID, 0)).isEqualTo(0.25);
    double ln3 = StrictMath.log(3); // e^−ln 3 = 1/3, so σ = 3/4 and σ′ = 3/16
    assertThat(SIGMOID.value(ln3)).isCloseTo(0.75, within(1e-15));
    assertThat(slope(SIGMOID, ln3)).isCloseTo(0.1875, within(1e-15));
    assertThat(SIGMOID.value(-ln3)).isCloseTo(0.25, within(1e-15));
    assertThat(SIGMOID.value(INFINITY)).isEqualTo(1);
    assertThat(SIGMOID.value(-INFINITY)).isZero();
    assertThat(slope(SIGMOID, INFINITY)).isZero();
    assertThat(SIGMOID.value(1e3)).isEqualTo(1);
    assertThat(SIGMOID.value(-1e3)).isBetween(0.0, 1e-300);
    assertThat(SIGMOID.value(Double.NaN)).isNaN();
    assertThat(SIGMOID.kinks()).isEmpty();
  }

  @Test
  void tanhRunsFromMinusOneToOne() {
    assertZero(TANH.value(0.0), 0.0);
    assertZero(TANH.value(-0.0), -0.0);
    assertThat(slope(TANH, 0)).isEqualTo(1);
    double ln2 = StrictMath.log(2); // (2 − 1/2) / (2 + 1/2) = 3/5, and 1 − 9/25 = 16/25
    assertThat(TANH.value(ln2)).isCloseTo(0.6, within(1e-15));
    assertThat(slope(TANH, ln2)).isCloseTo(0.64, within(1e-15));
    assertThat(TANH.value(-ln2)).isEqualTo(-TANH.value(ln2));
    assertThat(TANH.value(INFINITY)).isEqualTo(1);
    assertThat(TANH.value(-INFINITY)).isEqualTo(-1);
    assertThat(slope(TANH, -INFINITY)).isZero();
    assertThat(TANH.value(Double.NaN)).isNaN();
    assertThat(TANH.kinks()).isEmpty();
  }

  /** Bit by bit, but any NaN for any NaN. */
  private static void assertSame(double actual, double expected, String what) {
    assertThat(actual).as(what).isEqualTo(Double.valueOf(expected));
  }

  private static Frame frame(Compute compute, double[] x, double[] dy) {
    Matrix input = compute.matrix(new double[][] {x});
    Matrix outer = compute.matrix(new double[][] {dy});
    return new Frame(
        input, input.like(1, x.length), input.like(1, x.length), outer, List.of(), List.of());
  }

  @ParameterizedTest
  @EnumSource
  void layerHasTheBitsOfTheScalarFunctionInBothPrecisions(Activation f) {
    double[] xs = new double[69];
    for (int i = 0; i < xs.length - 4; i++) {
      xs[i] = (i - 32) * 0.37;
    }
    xs[65] = -0.0;
    xs[66] = Double.NaN;
    xs[67] = INFINITY;
    xs[68] = -INFINITY;
    double[] dys = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      dys[i] = i % 2 == 0 ? -0.7 : 1.3;
    }
    for (Precision precision : Precision.values()) {
      Frame frame = frame(Compute.of(precision, 1), xs, dys);
      f.forward(frame);
      f.backward(frame);
      for (int i = 0; i < xs.length; i++) {
        double x = frame.x().get(0, i);
        double y = f.value(x);
        double dx = frame.dy().get(0, i) * f.derivative(x, frame.y().get(0, i));
        boolean narrow = precision == Precision.FLOAT32;
        assertSame(frame.y().get(0, i), narrow ? (float) y : y, "f(" + x + ")");
        assertSame(frame.dx().get(0, i), narrow ? (float) dx : dx, "f′(" + x + ")");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void kinksAreReportedAsDistancesOfEveryElement(Activation f) {
    Frame frame = frame(Compute.float64(), new double[] {-2, 0, 5}, new double[3]);
    List<String> reported = new ArrayList<>();
    f.kinks(frame, (sample, unit, distance) -> reported.add(sample + " " + unit + " " + distance));
    if (f.kinks().length == 0) {
      assertThat(reported).isEmpty();
    } else {
      assertThat(reported).containsExactly("0 0 -2.0", "0 1 0.0", "0 2 5.0");
    }
  }

  @Test
  void namesAreThoseOfFilesAndFlags() {
    assertThat(Activation.values())
        .extracting(Activation::kind)
        .containsExactly("identity", "relu", "leaky_relu", "sigmoid", "tanh");
    assertThat(LEAKY_RELU).hasToString("leaky_relu");
    assertThat(RELU.symbol()).isEqualTo("a");
    assertThat(RELU.outputs(7)).isEqualTo(7);
    assertThat(RELU.parameters(7)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void backwardWritesNothingThatNobodyWants(Activation f) {
    Matrix x = Compute.float64().matrix(new double[][] {{1}});
    Frame first = new Frame(x, x.like(1, 1), null, x, List.of(), List.of());
    f.forward(first);
    f.backward(first);
    assertThat(first.wantsDx()).isFalse();
  }
}
