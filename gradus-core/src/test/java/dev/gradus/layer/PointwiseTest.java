package dev.gradus.layer;

import static dev.gradus.layer.Dense.dense;
import static dev.gradus.layer.Pointwise.pointwise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.calculus.GradientCheck;
import dev.gradus.calculus.GradientReport;
import dev.gradus.calculus.ScalarFunction;
import dev.gradus.data.Xoshiro256;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Elementary;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import dev.gradus.network.Network;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PointwiseTest {
  /** A user's own: f(x) = e^(−x²/β), f′ = −2x/β · f. */
  record Bump(double beta) implements ScalarFunction {
    @Override
    public double value(double x) {
      return Elementary.exp(-x * x / beta);
    }

    @Override
    public double derivative(double x, double y) {
      return -2 * x / beta * y;
    }
  }

  /** A user's own with two kinks: max(|x| − 1, 0), slope 0 at both. */
  record DeadZone() implements ScalarFunction {
    @Override
    public double value(double x) {
      return Math.max(Math.abs(x) - 1, 0);
    }

    @Override
    public double derivative(double x, double y) {
      return Math.signum(x) * Math.signum(y);
    }

    @Override
    public double[] kinks() {
      return new double[] {-1, 1};
    }
  }

  @ParameterizedTest
  @EnumSource
  void appliesTheUsersFunctionToEachElement(Precision precision) {
    Matrix x = Compute.of(precision, 1).matrix(new double[][] {{0, 1.5}, {-1.5, 3}});
    Matrix dy = x.like(2, 2);
    dy.setAll(new double[] {1, 1, 1, 2});
    Frame frame = new Frame(x, x.like(2, 2), x.like(2, 2), dy, List.of(), List.of());
    Pointwise layer = pointwise(new Bump(1.5));
    layer.forward(frame);
    layer.backward(frame);
    double tolerance = precision == Precision.FLOAT32 ? 1e-7 : 1e-15;
    assertThat(frame.y().get(0, 0)).isEqualTo(1);
    assertThat(frame.y().get(0, 1)).isCloseTo(StrictMath.exp(-1.5), within(tolerance));
    assertThat(frame.dx().get(0, 0)).isZero();
    assertThat(frame.dx().get(1, 0)).isCloseTo(2 * StrictMath.exp(-1.5), within(tolerance));
    assertThat(frame.dx().get(1, 1)).isCloseTo(-8 * StrictMath.exp(-6), within(tolerance));
  }

  @Test
  void twoFunctionsOfOneClassKeepTheirOwnParameters() {
    Matrix x = Compute.float64().matrix(new double[][] {{1}});
    Frame frame = new Frame(x, x.like(1, 1), null, x, List.of(), List.of());
    pointwise(new Bump(1)).forward(frame);
    double one = frame.y().get(0, 0);
    pointwise(new Bump(4)).forward(frame);
    assertThat(one).isCloseTo(StrictMath.exp(-1), within(1e-15));
    assertThat(frame.y().get(0, 0)).isCloseTo(StrictMath.exp(-0.25), within(1e-15));
  }

  @Test
  void gradientThroughTheUsersFunctionPassesTheCheck() {
    for (ScalarFunction function : List.of(new Bump(1.5), new DeadZone())) {
      Network network =
          Network.of(
              3,
              dense(3, 6).withBiases(StandardInitializer.STANDARD_NORMAL),
              pointwise(function),
              dense(6, 2));
      Xoshiro256 random = Xoshiro256.seeded(4);
      Compute compute = Compute.float64();
      Matrix x = compute.matrix(5, 3);
      StandardInitializer.STANDARD_NORMAL.fill(x, random);
      double[] theta = network.initialize(compute, random).vector().toArray();
      GradientReport report =
          GradientCheck.standard()
              .check(network.objective(StandardLoss.MSE, x, compute.matrix(5, 2)), theta)
              .requirePass();
      assertThat(report.passes().size()).as(report.summary()).isGreaterThan(30);
    }
  }

  @Test
  void isCalledByItsClassAndKeepsTheWidth() {
    Pointwise layer = pointwise(new Bump(1));
    assertThat(layer.kind()).isEqualTo("Bump");
    assertThat(layer.symbol()).isEqualTo("a");
    assertThat(layer.outputs(9)).isEqualTo(9);
  }
}
