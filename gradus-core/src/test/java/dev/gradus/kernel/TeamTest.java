package dev.gradus.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void computesEachPartOnceAndReturnsWhenAllAreDone(int threads) {
    try (Team team = new Team(threads)) {
      assertThat(team.threads()).isEqualTo(threads);
      for (int parts : new int[] {1, 2, 3, 7, 64, 1000}) {
        AtomicIntegerArray times = new AtomicIntegerArray(parts);
        for (int round = 1; round <= 50; round++) {
          team.run(
              parts,
              (part, worker) -> {
                assertThat(worker).isBetween(0, threads - 1);
                times.incrementAndGet(part);
              });
          for (int part = 0; part < parts; part++) {
            assertThat(times.get(part)).as("part %d in round %d", part, round).isEqualTo(round);
          }
        }
      }
    }
  }

  @Test
  void takesAsManyPartsAsItSays() {
    try (Team team = new Team(2)) {
      AtomicInteger done = new AtomicInteger();
      team.run(Team.MAX_PARTS, (part, worker) -> done.incrementAndGet());
      assertThat(done).hasValue(Team.MAX_PARTS);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void refusesMorePartsThanItCanCount(int threads) {
    try (Team team = new Team(threads)) {
      assertThatThrownBy(() -> team.run(Team.MAX_PARTS + 1, (part, worker) -> {}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("65536 parts; a job has at most 65535");
    }
  }

  @Test
  void noPartsAreDoneAtOnce() {
    try (Team team = new Team(2)) {
      team.run(
          0,
          (part, worker) -> {
            throw new AssertionError("there is no part " + part);
          });
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void exceptionsOfAJobReachTheCallerAndTheTeamGoesOn(int threads) {
    try (Team team = new Team(threads)) {
      for (int failing = 0; failing < 10; failing++) {
        int bad = failing;
        assertThatThrownBy(
                () ->
                    team.run(
                        10,
                        (part, worker) -> {
                          if (part == bad) {
                            throw new IllegalStateException("part " + part);
                          }
                        }))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("part " + bad);
      }
      assertThatThrownBy(
              () ->
                  team.run(
                      2,
                      (part, worker) -> {
                        throw new StackOverflowError("deep");
                      }))
          .isInstanceOf(StackOverflowError.class);
      AtomicInteger done = new AtomicInteger();
      team.run(10, (part, worker) -> done.incrementAndGet());
      assertThat(done).hasValue(10);
    }
  }

  @Test
  void threadsEndWhenItIsClosedAndTheCallerCanStillCompute() throws InterruptedException {
    Thread[] helper = new Thread[1];
    Team team = new Team(2);
    while (helper[0] == null) { // the helper gets its turn sooner or later
      team.run(
          8,
          (part, worker) -> {
            if (worker == 1) {
              helper[0] = Thread.currentThread();
            } else {
              Thread.onSpinWait();
            }
          });
    }
    assertThat(helper[0].isDaemon()).isTrue();
    team.close();
    helper[0].join(30_000);
    assertThat(helper[0].isAlive()).isFalse();
    AtomicInteger done = new AtomicInteger();
    team.run(5, (part, worker) -> done.incrementAndGet());
    assertThat(done).hasValue(5);
  }
}
