package dev.gradus.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearningRateTest {

  @Test
  void constantStays() {
    assertThat(LearningRate.constant(0.5).at(0, 10)).isEqualTo(0.5);
    assertThat(LearningRate.constant(0.5).at(9, 10)).isEqualTo(0.5);
  }

  @Test
  void linearDecayFallsByEqualParts() {
    LearningRate rate = LearningRate.linearDecay(0.5);
    assertThat(rate.at(0, 4)).isEqualTo(0.5);
    assertThat(rate.at(1, 4)).isEqualTo(0.375);
    assertThat(rate.at(3, 4)).isEqualTo(0.125); // the last step still moves
  }

  @Test
  void cosineStartsAtTheRateAndPassesAHalfInTheMiddle() {
    LearningRate rate = LearningRate.cosine(0.5);
    assertThat(rate.at(0, 6)).isEqualTo(0.5);
    assertThat(rate.at(2, 6)).isCloseTo(0.375, within(1e-16)); // cos 60° = ½
    assertThat(rate.at(3, 6)).isCloseTo(0.25, within(1e-16));
    assertThat(rate.at(4, 6)).isCloseTo(0.125, within(1e-16));
  }

  @Test
  void longRunsLoseNoPrecision() {
    long steps = 10_000_000_000L;
    assertThat(LearningRate.linearDecay(1).at(steps - 1, steps)).isCloseTo(1e-10, within(1e-16));
    assertThat(LearningRate.linearDecay(1).at(steps / 2, steps)).isEqualTo(0.5);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1e-3, 1.1e6, Double.NaN, Double.POSITIVE_INFINITY})
  void ratesOutsideTheRangeAreRefusedWhenTheScheduleIsMade(double rate) {
    String message = "learning rate " + rate + ": wants a number above 0 and at most 1e6";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LearningRate.constant(rate))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LearningRate.linearDecay(rate))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LearningRate.cosine(rate))
        .withMessage(message);
  }
}
