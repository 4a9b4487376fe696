package dev.gradus.tabular.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.NumberColumn;
import org.junit.jupiter.api.Test;

class ColumnSketchTest {
  @Test
  void numbersAreSortedIntoTwentySteps() {
    ColumnSketch sketch =
        ColumnSketch.of(NumberColumn.of("a", 0, 20, 10, Double.NaN, 10), "feature");
    assertThat(sketch.missing()).isEqualTo(1);
    assertThat(sketch.distinct()).isEqualTo(3);
    assertThat(sketch.summary()).containsExactly("0", "10", "20");
    assertThat(sketch.counts()).hasSize(20).startsWith(1).endsWith(1);
    assertThat(sketch.counts()[10]).isEqualTo(2);
  }

  @Test
  void theEndsOfTheDoublesAndConstantColumnsHaveAPictureToo() {
    double max = Double.MAX_VALUE;
    assertThat(ColumnSketch.of(NumberColumn.of("a", -max, max), "feature").counts())
        .startsWith(1)
        .endsWith(1);
    assertThat(ColumnSketch.of(NumberColumn.of("a", 3, 3), "feature").counts()[10]).isEqualTo(2);
    ColumnSketch empty = ColumnSketch.of(NumberColumn.of("a", Double.NaN), "feature");
    assertThat(empty.summary()).isEmpty();
    assertThat(empty.missing()).isEqualTo(1);
  }

  @Test
  void theCommonestTextsComeFirst() {
    ColumnSketch sketch =
        ColumnSketch.of(CategoryColumn.of("c", "x", "y", "y", null, "z", "y", "z", "w"), "feature");
    assertThat(sketch.summary()).containsExactly("y", "z", "x");
    assertThat(sketch.counts()).containsExactly(3, 2, 1, 1);
    assertThat(sketch.distinct()).isEqualTo(4);
  }
}
