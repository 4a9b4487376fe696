package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShapeTest {
  @Test
  void theArticlesStepTakes26624MultiplyAddsAtBatch16() {
    // forward and xᵀ dy: 16 + 512 + 32 = 560 each; dy Wᵀ: 512 + 32 = 544; 1,664 · 16 = 26,624
    assertThat(Workload.W1.shape().trainingFlop() * Workload.W1.batch()).isEqualTo(2 * 26_624);
  }

  @Test
  void aRowOfW2TakesAMillion() {
    // 784·256 + 256·128 + 128·10 = 234,752; 3 · 234,752 − 200,704 = 503,552
    assertThat(Workload.W2.shape().forwardFlop()).isEqualTo(2 * 234_752);
    assertThat(Workload.W2.shape().trainingFlop()).isEqualTo(2 * 503_552);
  }

  @Test
  void aSingleLayerHasNoGradientForItsInput() {
    assertThat(Shape.of(3, 5).trainingFlop()).isEqualTo(2 * 2 * 15);
  }
}
