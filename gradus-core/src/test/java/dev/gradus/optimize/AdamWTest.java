package dev.gradus.optimize;

import static dev.gradus.optimize.OptimizerRun.assertFollowsNumPy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdamWTest {

  @Test
  void fiftyStepsAreNumPys() {
    assertFollowsNumPy(AdamW.adamW(), "adamw");
    assertFollowsNumPy(new AdamW(new Adam(0.5, 0.9, 1e-2), 0.9), "adamw_other");
  }

  @Test
  void withoutGradientAllDecayAtOnePace() {
    Matrix theta = Compute.float64().matrix(new double[][] {{8, -16}});
    AdamW.adamW(0.5).start(theta).step(theta, theta.like(1, 2), 0.25);
    assertThat(theta.toArray()).containsExactly(7, -14);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e-9, 1.5, Double.NaN})
  void decayOutsideItsRangeIsRefused(double decay) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AdamW.adamW(decay))
        .withMessage("weight decay " + decay + ": wants a number from 0 to 1");
  }
}
