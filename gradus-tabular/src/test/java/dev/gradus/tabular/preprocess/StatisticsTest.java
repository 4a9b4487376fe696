package dev.gradus.tabular.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatisticsTest {
  @Test
  void fewNumbersAreDescribed() {
    // mean 3, squares 4 + 1 + 1 + 4 + 0 over 5 = 2
    assertThat(Statistics.of(new double[] {1, 2, 4, 5, 3}))
        .isEqualTo(new Statistics(3, Math.sqrt(2), 3, 1, 5));
    assertThat(Statistics.of(new double[] {4, 1, 2, -9}).median()).isEqualTo(1.5);
  }

  @Test
  void aWeightOfTwoIsANumberTwice() {
    // twice 1 and once 4: mean 2, squares 2 · 1 + 4 over 3 = 2
    assertThat(Statistics.of(new double[] {1, 4}, new double[] {2, 1}))
        .isEqualTo(new Statistics(2, Math.sqrt(2), 1, 1, 4))
        .isEqualTo(Statistics.of(new double[] {1, 1, 4}));
  }

  @Test
  void noneAndOneHaveADescriptionToo() {
    assertThat(Statistics.of(new double[0])).isEqualTo(new Statistics(0, 0, 0, 0, 0));
    assertThat(Statistics.of(new double[] {-7})).isEqualTo(new Statistics(-7, 0, -7, -7, -7));
    assertThat(Statistics.of(new double[] {0.1, 0.1, 0.1}).deviation()).isZero();
  }

  @Test
  void nothingOverflowsOrVanishes() {
    Statistics huge = Statistics.of(new double[] {1e308, -1e308});
    assertThat(huge.mean()).isZero();
    assertThat(huge.deviation()).isEqualTo(1e308);
    Statistics tiny = Statistics.of(new double[] {0x1p-1060, -0x1p-1060});
    assertThat(tiny.deviation()).isEqualTo(0x1p-1060);
  }
}
