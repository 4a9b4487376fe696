package dev.gradus.optimize;

import static dev.gradus.optimize.OptimizerRun.assertFollowsNumPy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SgdTest {

  @Test
  void fiftyStepsAreNumPys() {
    assertFollowsNumPy(Sgd.sgd(), "plain");
    assertFollowsNumPy(Sgd.momentum(0.9), "momentum");
    assertFollowsNumPy(Sgd.nesterov(0.9), "nesterov");
  }

  @Test
  void plainDescentSubtractsTheScaledGradient() {
    Matrix theta = Compute.float64().matrix(new double[][] {{1, 2}});
    Matrix gradient = Compute.float64().matrix(new double[][] {{4, -8}});
    Sgd.sgd().start(theta).step(theta, gradient, 0.25);
    assertThat(theta.toArray()).containsExactly(0, 4);
    assertThat(gradient.toArray()).containsExactly(4, -8);
  }

  @Test
  void eachRunHasAVelocityOfItsOwn() {
    Matrix theta = Compute.float64().matrix(new double[][] {{0}});
    Matrix gradient = Compute.float64().matrix(new double[][] {{1}});
    Sgd recipe = Sgd.momentum(0.5);
    Optimizer.Run run = recipe.start(theta);
    run.step(theta, gradient, 1);
    run.step(theta, gradient, 1);
    assertThat(theta.get(0, 0)).isEqualTo(-2.5); // −1, then −1.5
    theta.set(0, 0, 0);
    recipe.start(theta).step(theta, gradient, 1);
    assertThat(theta.get(0, 0)).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, 1.5, Double.NaN})
  void momentumOutsideItsRangeIsRefused(double momentum) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sgd.momentum(momentum))
        .withMessage("momentum " + momentum + ": wants a number from 0 to below 1");
  }

  @Test
  void nesterovWantsMomentum() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sgd.nesterov(0))
        .withMessage("nesterov: wants a momentum above 0");
    assertThat(Sgd.nesterov(0.9).name()).isEqualTo("sgd");
  }
}
