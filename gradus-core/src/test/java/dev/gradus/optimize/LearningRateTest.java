package dev.gradus.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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

  @Test
  void stepFallsAtTheEndOfEachPart() {
    LearningRate rate = LearningRate.step(0.5, 0.25, 3);
    double[] expected = {0.5, 0.5, 0.125, 0.125, 0.03125, 0.03125};
    for (int step = 0; step < 6; step++) {
      assertThat(rate.at(step, 6)).isEqualTo(expected[step]);
    }
    LearningRate fine = LearningRate.step(1, 0.5, 49); // 1.0 / 49 * 49 is below 1
    assertThat(fine.at(1, 49)).isEqualTo(0.5);
    assertThat(LearningRate.step(0.5, 1, 1).at(5, 6)).isEqualTo(0.5);
  }

  @Test
  void exponentialFallsByEqualShares() {
    LearningRate rate = LearningRate.exponential(0.5, 0.01);
    assertThat(rate.at(0, 4)).isEqualTo(0.5);
    assertThat(rate.at(2, 4)).isCloseTo(0.05, within(1e-16));
    assertThat(rate.at(3, 4) / rate.at(2, 4)).isCloseTo(rate.at(1, 4) / 0.5, within(1e-15));
  }

  @Test
  void restartsBeginAgainAtTheFullRateInCyclesThatGrow() {
    LearningRate rate = LearningRate.cosineRestarts(1, 3, 2); // lengths 1, 2 and 4 of 7
    for (long begin : new long[] {0, 10, 30}) {
      assertThat(rate.at(begin, 70)).isEqualTo(1);
    }
    assertThat(rate.at(5, 70)).isCloseTo(0.5, within(1e-15));
    assertThat(rate.at(20, 70)).isCloseTo(0.5, within(1e-15));
    assertThat(rate.at(50, 70)).isCloseTo(0.5, within(1e-15));
    assertThat(rate.at(29, 70)).isCloseTo(0.5 * (1 + cos(0.95)), within(1e-15));
    assertThat(rate.at(69, 70)).isCloseTo(0.5 * (1 + cos(0.975)), within(1e-15));
    LearningRate once = LearningRate.cosineRestarts(0.5, 1, 1);
    assertThat(once.at(4, 6)).isEqualTo(LearningRate.cosine(0.5).at(4, 6));
  }

  private static double cos(double turns) {
    return StrictMath.cos(Math.PI * turns);
  }

  @Test
  void oneCycleRisesForThreeTenthsAndThenFalls() {
    LearningRate rate = LearningRate.oneCycle(1);
    assertThat(rate.at(0, 100)).isEqualTo(0.04);
    assertThat(rate.at(15, 100)).isCloseTo(0.52, within(1e-15)); // half way from 0.04 to 1
    assertThat(rate.at(30, 100)).isEqualTo(1);
    assertThat(rate.at(65, 100)).isCloseTo((1 + 4e-6) / 2, within(1e-15));
    double last = rate.at(99, 100);
    assertThat(last).isCloseTo(1 + (4e-6 - 1) * 0.5 * (1 - cos(69.0 / 70)), within(1e-15));
    assertThat(last).isBetween(4e-6, 1e-3);
  }

  @Test
  void warmUpRisesTowardsTheScheduleAndThenBeginsIt() {
    LearningRate cosine = LearningRate.cosine(0.6);
    LearningRate rate = LearningRate.warmUp(0.2, cosine);
    assertThat(rate.at(0, 10)).isCloseTo(0.2, within(1e-16)); // w = 2: a third, two thirds
    assertThat(rate.at(1, 10)).isCloseTo(0.4, within(1e-16));
    for (int step = 2; step < 10; step++) {
      assertThat(rate.at(step, 10)).isEqualTo(cosine.at(step - 2, 8));
    }
    assertThat(LearningRate.warmUp(0, cosine).at(3, 10)).isEqualTo(cosine.at(3, 10));
    assertThat(LearningRate.warmUp(0.01, cosine).at(3, 10)).isEqualTo(cosine.at(3, 10));
  }

  private static LearningRate after(LearningRate rate, double... losses) {
    LearningRate now = rate;
    for (double loss : losses) {
      now = now.afterEpoch(loss);
    }
    return now;
  }

  @Test
  void plateauIsAsManyEpochsAsOnesPatienceWithoutALowerLoss() {
    LearningRate rate = LearningRate.reduceOnPlateau(0.5, 0.25, 2);
    assertThat(after(rate, 3, 2, 2.5).at(7, 9)).isEqualTo(0.5);
    assertThat(after(rate, 3, 2, 2.5, 1.9, 1.95).at(7, 9)).as("it fell again").isEqualTo(0.5);
    assertThat(after(rate, 3, 2, 2.5, 2).at(7, 9)).isEqualTo(0.125);
    assertThat(after(rate, 3, 2, 2.5, 2, 2).at(7, 9)).as("it waits anew").isEqualTo(0.125);
    assertThat(after(rate, 3, 2, 2.5, 2, 2, 2).at(7, 9)).isEqualTo(0.03125);
    assertThat(after(rate, 2, 1.9999, 1.9999).at(7, 9)).as("hardly lower").isEqualTo(0.125);
    assertThat(after(rate, -2, -2.1, -2.2, -2.3).at(7, 9)).as("below 0").isEqualTo(0.5);
    assertThat(rate.at(0, 9)).as("the recipe itself is as it was").isEqualTo(0.5);
  }

  @Test
  void warmUpHandsTheLossesOn() {
    LearningRate rate = LearningRate.warmUp(0.5, LearningRate.reduceOnPlateau(0.8, 0.5, 1));
    LearningRate reduced = after(rate, 1, 1);
    assertThat(reduced.at(0, 2)).isEqualTo(0.2);
    assertThat(reduced.at(1, 2)).isEqualTo(0.4);
    LearningRate cosine = LearningRate.cosine(1);
    assertThat(cosine.afterEpoch(7)).isSameAs(cosine);
  }

  @Test
  void shapesOutsideTheirRangesAreRefused() {
    refused(() -> LearningRate.step(1, 0, 3), "factor 0.0: wants a number above 0 and at most 1");
    refused(() -> LearningRate.step(1, 0.1, 0), "0 parts: wants 1 or more");
    refused(
        () -> LearningRate.exponential(1, 1.5), "factor 1.5: wants a number above 0 and at most 1");
    refused(() -> LearningRate.cosineRestarts(1, 0, 2), "0 cycles: wants 1 or more");
    refused(
        () -> LearningRate.cosineRestarts(1, 3, 0.5), "growth 0.5: wants a number from 1 to 100");
    refused(
        () -> LearningRate.warmUp(1, LearningRate.constant(1)),
        "warm-up 1.0: wants a number from 0 to below 1");
    refused(
        () -> LearningRate.reduceOnPlateau(1, 1, 3), "factor 1.0: wants a number above 0, below 1");
    refused(() -> LearningRate.reduceOnPlateau(1, 0.1, 0), "patience 0: wants 1 or more epochs");
  }

  private static void refused(ThrowingCallable made, String message) {
    assertThatIllegalArgumentException().isThrownBy(made).withMessage(message);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1e-3, 1.1e6, Double.NaN, Double.POSITIVE_INFINITY})
  void ratesOutsideTheRangeAreRefusedWhenTheScheduleIsMade(double rate) {
    String message = "learning rate " + rate + ": wants a number above 0 and at most 1e6";
    for (Schedule schedule : Schedule.values()) {
      refused(() -> schedule.of(rate), message);
    }
  }
}
