package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BenchTest {
  @Test
  void anotherOneBeginsInEachRun() {
    List<String> all = List.of("a", "b", "c");
    assertThat(Bench.turned(all, 0)).containsExactly("a", "b", "c");
    assertThat(Bench.turned(all, 1)).containsExactly("b", "c", "a");
    assertThat(Bench.turned(all, 5)).containsExactly("c", "a", "b");
  }
}
