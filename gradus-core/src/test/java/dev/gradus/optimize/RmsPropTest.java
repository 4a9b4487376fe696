package dev.gradus.optimize;

import static dev.gradus.optimize.OptimizerRun.assertFollowsNumPy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import org.junit.jupiter.api.Test;

class RmsPropTest {

  @Test
  void fiftyStepsAreNumPys() {
    assertFollowsNumPy(RmsProp.rmsProp(), "rmsprop");
    assertFollowsNumPy(new RmsProp(0.5, 1e-2), "rmsprop_other");
  }

  @Test
  void firstStepIsAllOfTheMeanThatThereIs() {
    // v = ¼ g², so the step is η g / (½ |g|)
    Matrix theta = Compute.float64().matrix(new double[][] {{1, 1}});
    Matrix gradient = Compute.float64().matrix(new double[][] {{1024, -0.5}});
    new RmsProp(0.75, 1e-30).start(theta).step(theta, gradient, 0.125);
    assertThat(theta.toArray()).containsExactly(0.75, 1.25);
  }

  @Test
  void defaultsAreTheLectures() {
    assertThat(RmsProp.rmsProp()).isEqualTo(new RmsProp(0.9, 1e-8));
  }

  @Test
  void hyperparametersOutsideTheirRangesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RmsProp(1, 1e-8))
        .withMessage("decay 1.0: wants a number from 0 to below 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RmsProp(0.9, 0))
        .withMessage("epsilon 0.0: wants a number of at least 1e-30");
  }
}
