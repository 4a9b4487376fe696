package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.layer.Activation;
import dev.gradus.loss.StandardLoss;
import org.junit.jupiter.api.Test;

class PollutionTest {
  @Test
  void everyActivationLossOptimizerPrecisionAndKernelIsTrained() {
    int kinds = Activation.values().length * StandardLoss.values().length * 3;
    assertThat(Pollution.spread(1, 1)).isEqualTo(2 * 2 * kinds);
  }
}
