package dev.gradus.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every optimizer of the table keeps: to be in it is enough to be tested here. */
class StandardOptimizerTest {
  private static final int WIDE = 40_000; // large enough to be shared by threads

  static Stream<Optimizer> byStep() {
    return Stream.of(StandardOptimizer.values())
        .map(StandardOptimizer::standard)
        .filter(Optimizer.class::isInstance)
        .map(Optimizer.class::cast);
  }

  @ParameterizedTest
  @EnumSource
  void isCalledByItsName(StandardOptimizer entry) {
    assertThat(entry.standard().name()).isEqualTo(entry.toString());
  }

  @Test
  void namesAreThoseOfFilesAndFlags() {
    assertThat(StandardOptimizer.values())
        .extracting(StandardOptimizer::toString)
        .containsExactly("sgd", "rmsprop", "adagrad", "adam", "amsgrad", "adamw", "nadam", "lbfgs");
  }

  /** ½ Σ (θ − i/n)², from 0. */
  private static double[] descend(
      Optimizer optimizer, Precision precision, int n, int threads, int steps, double rate) {
    try (Compute compute = Compute.of(precision, threads)) {
      Matrix theta = compute.matrix(1, n);
      Matrix gradient = theta.like(1, n);
      Optimizer.Run run = optimizer.start(theta);
      double[] slopes = new double[n];
      for (int step = 0; step < steps; step++) {
        double[] at = theta.toArray();
        for (int i = 0; i < n; i++) {
          slopes[i] = at[i] - (i + 1.0) / n;
        }
        gradient.setAll(slopes);
        double[] before = gradient.toArray();
        run.step(theta, gradient, rate);
        assertThat(gradient.toArray()).as("the gradient is not changed").isEqualTo(before);
      }
      return theta.toArray();
    }
  }

  @ParameterizedTest
  @MethodSource("byStep")
  void descends(Optimizer optimizer) {
    for (Precision precision : Precision.values()) {
      for (int n : new int[] {1, 2, 7, 8, 9, 15, 16, 17, 31, 33}) {
        double[] end = descend(optimizer, precision, n, 1, 400, 0.02);
        for (int i = 0; i < n; i++) {
          assertThat(Math.abs(end[i] - (i + 1.0) / n))
              .as("%s, parameter %d of %d", precision, i, n)
              .isLessThan(0.6 * (i + 1.0) / n + 0.02);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("byStep")
  void eachRunHasAMemoryOfItsOwn(Optimizer optimizer) {
    double[] once = descend(optimizer, Precision.FLOAT64, 5, 1, 7, 0.1);
    assertThat(descend(optimizer, Precision.FLOAT64, 5, 1, 7, 0.1)).isEqualTo(once);
  }

  @ParameterizedTest
  @MethodSource("byStep")
  void threadsDoNotChangeTheBits(Optimizer optimizer) {
    for (Precision precision : Precision.values()) {
      double[] one = descend(optimizer, precision, WIDE, 1, 3, 0.1);
      assertThat(descend(optimizer, precision, WIDE, 3, 3, 0.1)).isEqualTo(one);
    }
  }

  /** An element's way does not depend on where it stands, nor on its neighbours. */
  @ParameterizedTest
  @MethodSource("byStep")
  void eachParameterGoesItsOwnWay(Optimizer optimizer) {
    Matrix alone = Compute.float64().matrix(new double[][] {{0.25}});
    Matrix among = Compute.float64().matrix(1, 19);
    among.set(0, 17, 0.25);
    Matrix slope = alone.like(1, 1);
    Matrix slopes = among.like(1, 19);
    Optimizer.Run first = optimizer.start(alone);
    Optimizer.Run second = optimizer.start(among);
    for (int step = 1; step < 9; step++) {
      slope.set(0, 0, 1.0 / step - 0.3);
      slopes.set(0, 17, 1.0 / step - 0.3);
      first.step(alone, slope, 0.1 / step);
      second.step(among, slopes, 0.1 / step);
      assertThat(among.get(0, 17)).isEqualTo(alone.get(0, 0));
    }
  }
}
