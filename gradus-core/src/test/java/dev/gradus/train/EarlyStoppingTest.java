package dev.gradus.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import org.junit.jupiter.api.Test;

class EarlyStoppingTest {
  private final Matrix theta = Compute.float64().matrix(1, 1);

  /**
   * After how many epochs with these losses it stops; 0 if it does not. θ is the epoch's number.
   */
  private int stopsAfter(EarlyStopping rule, double... losses) {
    for (int epoch = 1; epoch <= losses.length; epoch++) {
      theta.set(0, 0, epoch);
      rule.ended(epoch, losses[epoch - 1]);
      if (rule.stops()) {
        return epoch;
      }
    }
    return 0;
  }

  private EarlyStopping rule(int patience, double minimumImprovement) {
    return new EarlyStopping(new StoppingRule(patience, minimumImprovement), theta);
  }

  @Test
  void stopsAfterSoManyEpochsInARowThatAreNotBetter() {
    assertThat(stopsAfter(rule(2, 0), 5, 4, 4, 3, 3.5, 3.1, 1)).isEqualTo(6);
    assertThat(stopsAfter(rule(1, 0), 5, 5)).isEqualTo(2);
    assertThat(stopsAfter(rule(3, 0), 5, 6, 7, 4, 6, 7)).isZero();
  }

  @Test
  void theFirstOfTheLowestIsPutBack() {
    EarlyStopping rule = rule(3, 0);
    stopsAfter(rule, 5, 3, 4, 3, 6);
    rule.restore();
    assertThat(theta.get(0, 0)).isEqualTo(2);
    assertThat(rule.bestEpoch()).isEqualTo(2);
    assertThat(rule.lowest()).isEqualTo(3);
  }

  @Test
  void aSmallImprovementIsTheBestButDoesNotProlong() {
    EarlyStopping rule = rule(2, 1);
    assertThat(stopsAfter(rule, 5, 4.5, 4.25, 1)).isEqualTo(3);
    assertThat(rule.bestEpoch()).isEqualTo(3);
    // slow but steady: measured from where the waiting began, 5 − 3.75 is more than 1
    assertThat(stopsAfter(rule(3, 1), 5, 4.5, 4.25, 3.75, 3.5, 3.25)).isZero();
  }

  @Test
  void beforeTheFirstEpochThereIsNothingToPutBack() {
    theta.set(0, 0, 7);
    rule(1, 0).restore();
    assertThat(theta.get(0, 0)).isEqualTo(7);
    assertThat(rule(1, 0).stops()).isFalse();
  }
}
