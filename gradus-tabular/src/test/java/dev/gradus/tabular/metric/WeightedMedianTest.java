package dev.gradus.tabular.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WeightedMedianTest {
  private static double median(double[] values, double... weights) {
    return WeightedMedian.of(values, weights);
  }

  @Test
  void withEqualWeightsItIsTheOrdinaryMedian() {
    assertThat(median(new double[] {5}, 1)).isEqualTo(5);
    assertThat(median(new double[] {9, 1}, 1, 1)).isEqualTo(5);
    assertThat(median(new double[] {9, 1, 2}, 3, 3, 3)).isEqualTo(2);
    assertThat(median(new double[] {9, 1, 2, 4}, 1, 1, 1, 1)).isEqualTo(3);
    assertThat(median(new double[] {2, 2, 2, 7}, 1, 1, 1, 1)).isEqualTo(2);
  }

  @Test
  void aWeightOfTwoIsTheValueTwiceAndOneOfZeroNone() {
    assertThat(median(new double[] {1, 2, 9}, 1, 1, 2)).isEqualTo(5.5); // 1 2 9 9
    assertThat(median(new double[] {1, 2, 9}, 1, 1, 3)).isEqualTo(9);
    assertThat(median(new double[] {1, 2, 9}, 1, 1, 0)).isEqualTo(1.5);
    assertThat(median(new double[] {1, 2, 9}, 0, 0, 1)).isEqualTo(9);
  }
}
