package dev.gradus.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class StoppingRuleTest {

  @Test
  void rangesAreChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StoppingRule.patience(0))
        .withMessage("patience 0: wants 1 or more epochs");
    for (double bad : new double[] {-1e-9, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> StoppingRule.bestOnly().withMinimumImprovement(bad))
          .withMessage("minimum improvement " + bad + ": wants a number of at least 0");
    }
    assertThat(StoppingRule.patience(3).withMinimumImprovement(0.5))
        .isEqualTo(new StoppingRule(3, 0.5));
  }
}
