package dev.gradus.optimize;

import static dev.gradus.optimize.OptimizerRun.assertFollowsNumPy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import org.junit.jupiter.api.Test;

class AmsGradTest {

  @Test
  void fiftyStepsAreNumPys() {
    assertFollowsNumPy(AmsGrad.amsGrad(), "amsgrad");
    assertFollowsNumPy(new AmsGrad(0.5, 0.6, 1e-2), "amsgrad_other");
  }

  @Test
  void aLargeGradientIsNotForgotten() {
    // without memory of the mean, after g = 4 the divisor stays √(½ · 16 / (1 − ½ᵗ))
    Matrix theta = Compute.float64().matrix(new double[][] {{0}});
    Matrix gradient = Compute.float64().matrix(new double[][] {{4}});
    Optimizer.Run run = new AmsGrad(0, 0.5, 1e-30).start(theta);
    run.step(theta, gradient, 1);
    assertThat(theta.get(0, 0)).isEqualTo(-1); // 4 / √(8 / ½)
    gradient.set(0, 0, 1);
    for (int i = 0; i < 60; i++) {
      run.step(theta, gradient, 1);
    }
    double before = theta.get(0, 0);
    run.step(theta, gradient, 1);
    assertThat(theta.get(0, 0) - before).isBetween(-1 / Math.sqrt(8) - 1e-12, -0.35);
  }

  @Test
  void hyperparametersOutsideTheirRangesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AmsGrad(1, 0.9, 1e-8))
        .withMessage("beta1 1.0: wants a number from 0 to below 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AmsGrad(0.9, -1, 1e-8))
        .withMessage("beta2 -1.0: wants a number from 0 to below 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AmsGrad(0.9, 0.9, 0))
        .withMessage("epsilon 0.0: wants a number of at least 1e-30");
    assertThat(AmsGrad.amsGrad()).isEqualTo(new AmsGrad(0.9, 0.999, 1e-8));
  }
}
