package dev.gradus.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every schedule of the table keeps. */
class ScheduleTest {

  @Test
  void namesAreThoseOfFilesAndFlags() {
    assertThat(Schedule.values())
        .extracting(Schedule::toString)
        .containsExactly(
            "constant",
            "step",
            "exponential",
            "linear",
            "cosine",
            "cosine_restarts",
            "one_cycle",
            "plateau");
  }

  @ParameterizedTest
  @EnumSource
  void ratesAreAboveZeroAndTheGivenOneIsTheGreatest(Schedule schedule) {
    for (long steps : new long[] {1, 2, 3, 7, 10, 1000, 10_000_000_000L}) {
      LearningRate rate = schedule.of(0.3);
      double greatest = 0;
      for (long k = 0; k < Math.min(steps, 1000); k++) {
        long step = steps <= 1000 ? k : k * (steps / 1000);
        double at = rate.at(step, steps);
        assertThat(at).as("step %d of %d", step, steps).isPositive().isLessThanOrEqualTo(0.3);
        greatest = Math.max(greatest, at);
      }
      assertThat(rate.at(steps - 1, steps)).as("the last step still moves").isPositive();
      if (steps >= 10) {
        assertThat(greatest).isEqualTo(0.3);
      }
    }
  }
}
