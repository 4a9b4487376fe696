package dev.gradus.tabular.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.tabular.table.ColumnKind;
import dev.gradus.tabular.table.NumberColumn;
import org.junit.jupiter.api.Test;

class NumberFeatureTest {
  @Test
  void theClipLeavesTheMiddleAndBoundsTheTails() {
    NumberFeature clipped = feature(0, 10, 2, 3);
    assertThat(clipped.encode(10)).isZero();
    // z = 0.1: 0.1 / sqrt(1 + 0.01/9) = 0.099944...
    assertThat(clipped.encode(10.2)).isCloseTo(0.09994449, within(1e-8));
    // z = 3: 3 / sqrt 2
    assertThat(clipped.encode(16)).isCloseTo(3 / Math.sqrt(2), within(1e-15));
    assertThat(clipped.encode(1e308)).isEqualTo(3);
    assertThat(clipped.encode(-Double.MAX_VALUE)).isEqualTo(-3);
    assertThat(clipped.encode(1000)).isLessThan(clipped.encode(1001));
  }

  @Test
  void withoutALimitNumbersAreStandardizedOnly() {
    assertThat(feature(0, 10, 2, 0).encode(1010)).isEqualTo(500);
  }

  @Test
  void aConstantColumnIsZeroForAnyNumber() {
    assertThat(feature(5, 5, 0, 3).encode(1e300)).isZero();
  }

  @Test
  void whatLiesOutsideOfTheTrainingRangeIsCounted() {
    NumberColumn column = NumberColumn.of("a", -1, 0, 3, 9, 9.5, Double.NaN);
    CellCounts counts =
        feature(5, 5, 1, 3).encode(column, new int[] {0, 1, 2, 3, 4, 5}, new double[6], 0, 1);
    assertThat(counts).isEqualTo(new CellCounts("a", 1, 0, 2));
  }

  @Test
  void aCategoryIsNoNumber() {
    assertThatThrownBy(
            () ->
                new NumberFeature(
                    "a", ColumnKind.CATEGORY, 0, 0, 1, 0, false, new NumberFeature.Range(0, 1)))
        .hasMessage("column a holds categories, not numbers");
  }

  private static NumberFeature feature(double median, double mean, double deviation, double limit) {
    return new NumberFeature(
        "a",
        ColumnKind.NUMBER,
        median,
        mean,
        deviation,
        limit,
        false,
        new NumberFeature.Range(0, 9));
  }
}
