package dev.gradus.optimize;

import static dev.gradus.optimize.OptimizerRun.assertFollowsNumPy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import org.junit.jupiter.api.Test;

class AdaGradTest {

  @Test
  void fiftyStepsAreNumPys() {
    assertFollowsNumPy(AdaGrad.adaGrad(), "adagrad");
    assertFollowsNumPy(new AdaGrad(0.5), "adagrad_other");
  }

  @Test
  void stepsShrinkWithTheSumOfAllSquares() {
    // g = 3, then 4: 3/3, then 4/5; a gradient of 0 moves nothing
    Matrix theta = Compute.float64().matrix(new double[][] {{0, 7}});
    Optimizer.Run run = new AdaGrad(1e-30).start(theta);
    run.step(theta, Compute.float64().matrix(new double[][] {{3, 0}}), 1);
    assertThat(theta.toArray()).containsExactly(-1, 7);
    run.step(theta, Compute.float64().matrix(new double[][] {{4, 0}}), 1);
    assertThat(theta.toArray()).containsExactly(-1.8, 7);
  }

  @Test
  void epsilonOutsideItsRangeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AdaGrad(1e-31))
        .withMessage("epsilon 1.0E-31: wants a number of at least 1e-30");
  }
}
