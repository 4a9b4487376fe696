package dev.gradus.layer;

import static dev.gradus.layer.Activation.ELU;
import static dev.gradus.layer.Activation.GELU;
import static dev.gradus.layer.Activation.HARD_TANH;
import static dev.gradus.layer.Activation.IDENTITY;
import static dev.gradus.layer.Activation.LEAKY_RELU;
import static dev.gradus.layer.Activation.MISH;
import static dev.gradus.layer.Activation.RELU;
import static dev.gradus.layer.Activation.SELU;
import static dev.gradus.layer.Activation.SIGMOID;
import static dev.gradus.layer.Activation.SILU;
import static dev.gradus.layer.Activation.SOFTPLUS;
import static dev.gradus.layer.Activation.SOFTSIGN;
import static dev.gradus.layer.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
  void eluLevelsOffAtMinusOneAndIsSmooth() {
    double half = StrictMath.log(2); // e^−ln 2 − 1 = −½, with slope ½
    assertThat(ELU.value(3)).isEqualTo(3);
    assertThat(ELU.value(-half)).isCloseTo(-0.5, within(1e-15));
    assertThat(slope(ELU, -half)).isCloseTo(0.5, within(1e-15));
    assertThat(slope(ELU, 0)).isEqualTo(1);
    assertThat(slope(ELU, 3)).isEqualTo(1);
    assertZero(ELU.value(-0.0), -0.0);
    assertThat(ELU.value(-INFINITY)).isEqualTo(-1);
    assertThat(slope(ELU, -INFINITY)).isZero();
    assertThat(ELU.kinks()).containsExactly(0); // f″ jumps
    assertThat(new Elu(0.5).value(-INFINITY)).isEqualTo(-0.5);
    assertThat(new Elu(0.5).derivative(0, 0)).isEqualTo(0.5);
    assertThat(new Elu(0.5).kinks()).containsExactly(0);
  }

  @Test
  void seluScalesBothSidesAndItsSlopeAtTheKinkIsTheLowerOne() {
    double lambda = 1.0507009873554805;
    double alpha = 1.6732632423543772;
    assertThat(SELU.value(1)).isEqualTo(lambda);
    assertThat(slope(SELU, 1)).isEqualTo(lambda);
    assertThat(SELU.value(-INFINITY)).isEqualTo(-lambda * alpha);
    assertThat(slope(SELU, 0)).isEqualTo(lambda * alpha);
    assertThat(slope(SELU, -0.0)).isEqualTo(lambda * alpha);
    assertThat(SELU.kinks()).containsExactly(0);
  }

  @Test
  void geluSiluAndMishAreHalfOfXAtZeroAndXFarUp() {
    double phi1 = 0.8413447460685429; // Φ(1)
    double density1 = 0.24197072451914337; // φ(1)
    assertThat(GELU.value(1)).isCloseTo(phi1, within(1e-15));
    assertThat(GELU.value(-1)).isCloseTo(phi1 - 1, within(1e-15));
    assertThat(slope(GELU, 1)).isCloseTo(phi1 + density1, within(1e-15));
    assertThat(slope(GELU, 0)).isCloseTo(0.5, within(1e-15));
    double ln3 = StrictMath.log(3); // σ = 3/4; softplus = ln 4, tanh ln 4 = 15/17
    assertThat(SILU.value(ln3)).isCloseTo(0.75 * ln3, within(1e-15));
    assertThat(slope(SILU, ln3)).isCloseTo(0.75 * (1 + ln3 / 4), within(1e-15));
    assertThat(slope(SILU, 0)).isEqualTo(0.5);
    assertThat(MISH.value(ln3)).isCloseTo(ln3 * 15 / 17, within(1e-15));
    assertThat(slope(MISH, ln3)).isCloseTo(15.0 / 17 + ln3 * 64 / 289 * 0.75, within(1e-15));
    assertThat(slope(MISH, 0)).isEqualTo(0.6); // tanh ln 2
    for (Activation f : List.of(GELU, SILU, MISH)) {
      assertZero(f.value(0.0), 0.0);
      assertThat(f.value(INFINITY)).isEqualTo(INFINITY);
      assertThat(f.value(-INFINITY)).isZero();
      assertThat(slope(f, INFINITY)).isEqualTo(1);
      assertThat(slope(f, -INFINITY)).isZero();
      assertThat(f.kinks()).isEmpty();
    }
  }

  @Test
  void softplusRoundsReluOff() {
    double ln3 = StrictMath.log(3);
    assertThat(SOFTPLUS.value(0)).isEqualTo(StrictMath.log(2));
    assertThat(SOFTPLUS.value(ln3)).isCloseTo(StrictMath.log(4), within(1e-15));
    assertThat(slope(SOFTPLUS, ln3)).isCloseTo(0.75, within(1e-15));
    assertThat(SOFTPLUS.value(INFINITY)).isEqualTo(INFINITY);
    assertThat(SOFTPLUS.value(-INFINITY)).isZero();
    assertThat(SOFTPLUS.kinks()).isEmpty();
  }

  @Test
  void softsignRunsFromMinusOneToOneAndAnInfinityIsNoExcuse() {
    assertThat(SOFTSIGN.value(3)).isEqualTo(0.75);
    assertThat(SOFTSIGN.value(-3)).isEqualTo(-0.75);
    assertThat(slope(SOFTSIGN, -3)).isEqualTo(0.0625);
    assertThat(slope(SOFTSIGN, 0)).isEqualTo(1);
    assertThat(SOFTSIGN.value(INFINITY)).isEqualTo(1);
    assertThat(SOFTSIGN.value(-INFINITY)).isEqualTo(-1);
    assertThat(slope(SOFTSIGN, INFINITY)).isZero();
    assertZero(SOFTSIGN.value(-0.0), -0.0);
    assertThat(SOFTSIGN.value(Double.NaN)).isNaN();
    assertThat(SOFTSIGN.kinks()).containsExactly(0); // f″ jumps
  }

  @Test
  void hardTanhIsCutOffAtBothKinks() {
    assertThat(HARD_TANH.value(-0.25)).isEqualTo(-0.25);
    assertThat(HARD_TANH.value(3)).isEqualTo(1);
    assertThat(HARD_TANH.value(-INFINITY)).isEqualTo(-1);
    assertThat(slope(HARD_TANH, 0.99)).isEqualTo(1);
    assertThat(slope(HARD_TANH, 1)).isZero();
    assertThat(slope(HARD_TANH, -1)).isZero();
    assertThat(slope(HARD_TANH, INFINITY)).isZero();
    assertThat(HARD_TANH.value(Double.NaN)).isNaN();
    assertThat(slope(HARD_TANH, Double.NaN)).isNaN();
    assertThat(HARD_TANH.kinks()).containsExactly(-1, 1);
  }

  @Test
  void formsWithAParameterRefuseWhatIsOutOfRange() {
    assertThat(new LeakyRelu(0.25).value(-4)).isEqualTo(-1);
    assertThat(new LeakyRelu(0).derivative(-4, 0)).isZero();
    assertThatThrownBy(() -> new LeakyRelu(1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("slope 1.5; wants a number from 0 to 1");
    assertThatThrownBy(() -> new Elu(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("alpha 0.0; wants a finite number above 0");
    assertThatThrownBy(() -> new Elu(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
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
    List<String> expected = new ArrayList<>();
    double[] x = {-2, 0, 5};
    for (int j = 0; j < x.length; j++) {
      for (double kink : f.kinks()) {
        expected.add("0 " + j + " " + (x[j] - kink));
      }
    }
    assertThat(reported).isEqualTo(expected);
  }

  @Test
  void namesAreThoseOfFilesAndFlags() {
    assertThat(Activation.values())
        .extracting(Activation::kind)
        .contains(
            "identity",
            "relu",
            "leaky_relu",
            "elu",
            "selu",
            "gelu",
            "silu",
            "mish",
            "softplus",
            "softsign",
            "hard_tanh",
            "sigmoid",
            "tanh");
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
