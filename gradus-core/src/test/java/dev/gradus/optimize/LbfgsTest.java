package dev.gradus.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LbfgsTest {
  private int evaluations;

  /** Σ 100 (x₂ᵢ₊₁ − x₂ᵢ²)² + (1 − x₂ᵢ)²: a narrow, bent valley, 0 at (1, …, 1). */
  private double rosenbrock(Matrix theta, Matrix gradient) {
    evaluations++;
    double sum = 0;
    for (int i = 0; i < theta.columns(); i += 2) {
      double x = theta.get(0, i);
      double y = theta.get(0, i + 1);
      sum += 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x);
      gradient.set(0, i, -400 * x * (y - x * x) - 2 * (1 - x));
      gradient.set(0, i + 1, 200 * (y - x * x));
    }
    return sum;
  }

  private static int descend(FullBatchOptimizer.Run run, int atMost) {
    int steps = 0;
    double before = run.value();
    while (steps < atMost && run.step()) {
      assertThat(run.value()).isLessThanOrEqualTo(before + 1e-15 * Math.abs(before));
      before = run.value();
      steps++;
    }
    return steps;
  }

  @ParameterizedTest
  @CsvSource({"-1.2, 1, 2", "0, 0, 2", "-3, -4, 2", "-1.2, 1, 20"})
  void findsTheEndOfRosenbrocksValley(double x, double y, int n) {
    Matrix theta = Compute.float64().matrix(1, n);
    for (int i = 0; i < n; i += 2) {
      theta.set(0, i, x);
      theta.set(0, i + 1, y);
    }
    FullBatchOptimizer.Run run = Lbfgs.lbfgs().start(theta, this::rosenbrock);
    int steps = descend(run, 200);
    assertThat(steps).isBetween(5, 60);
    assertThat(evaluations).isLessThan(3 * steps + 50); // most steps are taken whole
    for (double value : theta.toArray()) {
      assertThat(value).isCloseTo(1, within(1e-9));
    }
    assertThat(run.value()).isLessThan(1e-18);
    assertThat(run.step()).as("at the minimum").isFalse();
  }

  @Test
  void float32GoesAsFarAsItsDigits() {
    Matrix theta = Compute.of(Precision.FLOAT32, 1).matrix(new double[][] {{-1.2, 1}});
    descend(Lbfgs.lbfgs().start(theta, this::rosenbrock), 200);
    assertThat(theta.get(0, 0)).isCloseTo(1, within(1e-3));
    assertThat(theta.get(0, 1)).isCloseTo(1, within(1e-3));
  }

  @Test
  void aQuadraticIsDoneInAsManyStepsAsItHasDimensions() {
    // conjugate directions: exact up to the inexact search, so a few more
    double[] scale = {1, 10, 100, 1000};
    FullBatchOptimizer.Function f =
        (theta, gradient) -> {
          double sum = 0;
          for (int i = 0; i < scale.length; i++) {
            double x = theta.get(0, i) - i;
            gradient.set(0, i, scale[i] * x);
            sum += 0.5 * scale[i] * x * x;
          }
          return sum;
        };
    Matrix theta = Compute.float64().matrix(new double[][] {{9, -9, 9, -9}});
    FullBatchOptimizer.Run run = Lbfgs.lbfgs().start(theta, f);
    descend(run, 30);
    assertThat(run.value()).isLessThan(1e-15);
  }

  @Test
  void atAStationaryPointNothingMoves() {
    Matrix theta = Compute.float64().matrix(new double[][] {{1, 1}});
    FullBatchOptimizer.Run run = Lbfgs.lbfgs().start(theta, this::rosenbrock);
    assertThat(run.step()).isFalse();
    assertThat(theta.toArray()).containsExactly(1, 1);
  }

  @Test
  void whereTheFunctionIsNotFiniteTheStepIsShortened() {
    // x − ln x is infinite or NaN from 0 down; from 1e-3 the bare gradient points far beyond
    FullBatchOptimizer.Function f =
        (theta, gradient) -> {
          double x = 10 - theta.get(0, 0);
          gradient.set(0, 0, 1 / x - 1);
          return x - StrictMath.log(x);
        };
    Matrix theta = Compute.float64().matrix(new double[][] {{-90}});
    FullBatchOptimizer.Run run = Lbfgs.lbfgs().start(theta, f);
    descend(run, 100);
    assertThat(theta.get(0, 0)).isCloseTo(9, within(1e-7));
  }

  /** f = ½ scale x² from 1: where it is asked. */
  private static List<Double> asked(double scale) {
    List<Double> asked = new ArrayList<>();
    FullBatchOptimizer.Function f =
        (theta, gradient) -> {
          double x = theta.get(0, 0);
          asked.add(x);
          gradient.set(0, 0, scale * x);
          return scale * x * x / 2;
        };
    Lbfgs.lbfgs().start(Compute.float64().matrix(new double[][] {{1}}), f).step();
    return asked;
  }

  @Test
  void theFirstStepIsNoLongerThanOneAndNoLongerThanTheGradient() {
    assertThat(asked(4)).containsExactly(1.0, 0.0); // the gradient 4, cut to 1
    assertThat(asked(0.5)).startsWith(1.0, 0.5); // the gradient 0.5, whole
  }

  /** The function is level, and its gradient says otherwise: no step is a gain. */
  @Test
  void whatIsNoGainIsTakenBack() {
    FullBatchOptimizer.Function f =
        (theta, gradient) -> {
          gradient.set(0, 0, 1);
          return 7;
        };
    Matrix theta = Compute.float64().matrix(new double[][] {{3}});
    FullBatchOptimizer.Run run = Lbfgs.lbfgs().start(theta, f);
    assertThat(run.step()).isFalse();
    assertThat(theta.get(0, 0)).isEqualTo(3);
    assertThat(run.value()).isEqualTo(7);
  }

  /** Level too, but the gradient shrinks: near a minimum the values drown in their rounding. */
  @Test
  void aSmallerGradientIsAGain() {
    FullBatchOptimizer.Function f =
        (theta, gradient) -> {
          gradient.set(0, 0, theta.get(0, 0));
          return 7;
        };
    Matrix theta = Compute.float64().matrix(new double[][] {{0x1p-30}});
    FullBatchOptimizer.Run run = Lbfgs.lbfgs().start(theta, f);
    assertThat(run.step()).isTrue();
    assertThat(theta.get(0, 0)).isZero();
  }

  /**
   * After two steps the gradient turns: what was learned points uphill, and the bare gradient does
   * not.
   */
  @Test
  void whereTheCurvatureMisleadsTheBareGradientIsTried() {
    Matrix theta = Compute.float64().matrix(new double[][] {{4, 4}});
    FullBatchOptimizer.Function f =
        (at, gradient) -> {
          double x = at.get(0, 0);
          double y = at.get(0, 1);
          gradient.set(0, 0, Math.signum(x));
          gradient.set(0, 1, 8 * Math.signum(y));
          return Math.abs(x) + 8 * Math.abs(y);
        };
    FullBatchOptimizer.Run run = Lbfgs.lbfgs().start(theta, f);
    double before = run.value();
    int steps = descend(run, 200);
    assertThat(steps).isGreaterThan(1);
    assertThat(run.value()).isLessThan(before / 4);
  }

  @Test
  void hyperparametersOutsideTheirRangesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Lbfgs(0, 1e-4, 0.9))
        .withMessage("memory 0: wants 1 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Lbfgs(10, 0.9, 0.9))
        .withMessage("decrease 0.9, curvature 0.9: wants 0 < c1 < c2 < 1");
    assertThatIllegalArgumentException().isThrownBy(() -> new Lbfgs(10, 0, 0.9));
    assertThatIllegalArgumentException().isThrownBy(() -> new Lbfgs(10, 0.1, 1));
    assertThat(new Lbfgs(1, 0.1, 0.9).memory()).isEqualTo(1);
    assertThat(Lbfgs.lbfgs()).isEqualTo(new Lbfgs(10, 1e-4, 0.9));
  }
}
