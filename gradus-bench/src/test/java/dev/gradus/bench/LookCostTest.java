package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LookCostTest {

  @Test
  void tellsAShareForEachWorkloadThatTrains() {
    assertThat(new LookCost(1, 1, 0).measured().lines())
        .hasSize(4)
        .satisfies(lines -> assertThat(lines.get(0)).startsWith("the look at each step"))
        .satisfies(lines -> assertThat(lines.get(1)).startsWith("W1").contains("< 2 %"))
        .satisfies(lines -> assertThat(lines.get(3)).startsWith("W3").contains(" %"));
  }
}
