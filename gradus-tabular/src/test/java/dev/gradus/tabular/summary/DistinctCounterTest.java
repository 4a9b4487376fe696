package dev.gradus.tabular.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DistinctCounterTest {
  @Test
  void fewAreCounted() {
    DistinctCounter counter = new DistinctCounter(1000);
    for (int i = 0; i < 5000; i++) {
      counter.add(i % 700);
      counter.add("text " + i % 300);
    }
    counter.add(-0.0);
    assertThat(counter.count()).isEqualTo(1000);
    assertThat(counter.isExact()).isTrue();
  }

  @Test
  void manyAreEstimated() {
    DistinctCounter counter = new DistinctCounter(4096);
    for (int i = 0; i < 400_000; i++) {
      counter.add(i % 200_000);
    }
    assertThat(counter.isExact()).isFalse();
    assertThat(counter.count()).isBetween(188_000L, 212_000L); // three standard errors
  }
}
