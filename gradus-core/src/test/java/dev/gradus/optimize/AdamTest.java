package dev.gradus.optimize;

import static dev.gradus.optimize.OptimizerRun.assertFollowsNumPy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdamTest {

  @Test
  void fiftyStepsAreNumPys() {
    assertFollowsNumPy(Adam.adam(), "adam");
    assertFollowsNumPy(new Adam(0.5, 0.9, 1e-2), "adam_other");
  }

  @Test
  void firstStepIsTheRateInTheDirectionOfTheSign() {
    // m̂ = g and v̂ = g², so the step is η g / (|g| + ε)
    Matrix theta = Compute.float64().matrix(new double[][] {{0, 0, 0}});
    Matrix gradient = Compute.float64().matrix(new double[][] {{1e-3, -500, 0}});
    Adam.adam().start(theta).step(theta, gradient, 0.01);
    assertThat(theta.get(0, 0)).isCloseTo(-0.01 * 1e-3 / (1e-3 + 1e-8), within(1e-15));
    assertThat(theta.get(0, 1)).isCloseTo(0.01, within(1e-12));
    assertThat(theta.get(0, 2)).isZero();
  }

  @Test
  void eachRunHasMomentsOfItsOwn() {
    Matrix theta = Compute.float64().matrix(new double[][] {{0}});
    Matrix gradient = Compute.float64().matrix(new double[][] {{1}});
    Adam recipe = Adam.adam();
    recipe.start(theta).step(theta, gradient, 0.5);
    double first = theta.get(0, 0);
    theta.set(0, 0, 0);
    recipe.start(theta).step(theta, gradient, 0.5);
    assertThat(theta.get(0, 0)).isEqualTo(first);
  }

  @Test
  void defaultsAreThePapers() {
    assertThat(Adam.adam()).isEqualTo(new Adam(0.9, 0.999, 1e-8));
    assertThat(Adam.adam().name()).isEqualTo("adam");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void decaysOutsideTheirRangeAreRefused(double beta) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Adam(beta, 0.999, 1e-8))
        .withMessage("beta1 " + beta + ": wants a number from 0 to below 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Adam(0.9, beta, 1e-8))
        .withMessage("beta2 " + beta + ": wants a number from 0 to below 1");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1e-8, 1e-31, Double.NaN, Double.POSITIVE_INFINITY})
  void epsilonOutsideItsRangeIsRefused(double epsilon) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Adam(0.9, 0.999, epsilon))
        .withMessage("epsilon " + epsilon + ": wants a number of at least 1e-30");
  }
}
