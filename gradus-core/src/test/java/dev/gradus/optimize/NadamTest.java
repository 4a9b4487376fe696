package dev.gradus.optimize;

import static dev.gradus.optimize.OptimizerRun.assertFollowsNumPy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class NadamTest {

  @Test
  void fiftyStepsAreNumPys() {
    assertFollowsNumPy(Nadam.nadam(), "nadam");
    assertFollowsNumPy(new Nadam(0.5, 0.9, 1e-2), "nadam_other");
  }

  @Test
  void hyperparametersOutsideTheirRangesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Nadam(-0.5, 0.9, 1e-8))
        .withMessage("beta1 -0.5: wants a number from 0 to below 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Nadam(0.9, 1, 1e-8))
        .withMessage("beta2 1.0: wants a number from 0 to below 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Nadam(0.9, 0.9, Double.NaN))
        .withMessage("epsilon NaN: wants a number of at least 1e-30");
    assertThat(Nadam.nadam()).isEqualTo(new Nadam(0.9, 0.999, 1e-8));
  }
}
