package dev.gradus.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShareTest {

  @Test
  void smallPassesAndSingleThreadsShareNothing() {
    assertThat(Share.of(0, 64, 0, 4)).isEqualTo(1);
    assertThat(Share.of(16_383, 64, 16_383, 4)).isEqualTo(16_383);
    assertThat(Share.of(1 << 20, 64, 1 << 20, 1)).isEqualTo(1 << 20);
  }

  @Test
  void eachThreadHasAboutTwoPartsOfWholeGrains() {
    for (int units : new int[] {16_384, 16_385, 100_000, Integer.MAX_VALUE - 15}) {
      for (int threads : new int[] {2, 3, 8}) {
        int part = Share.of(units, 64, units, threads);
        assertThat(part % 64).isZero();
        assertThat(Math.ceilDiv(units, part)).isBetween(threads, 2 * threads);
      }
    }
    assertThat(Share.of(10, 1, 40_000, 2)).as("rows of 4,000").isEqualTo(3);
  }
}
