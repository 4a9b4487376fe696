package dev.gradus.tabular.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tabular.summary.ColumnSummary;
import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.Column;
import dev.gradus.tabular.table.NumberColumn;
import org.junit.jupiter.api.Test;

class ReportedColumnTest {
  private static ReportedColumn of(Column column) {
    return new ReportedColumn("feature", ColumnSummary.of(column));
  }

  @Test
  void numbersHaveTheirEndsTheirMedianAndTwentyBars() {
    ReportedColumn column = of(NumberColumn.of("a", 0, 20, 10, Double.NaN, 10));
    assertThat(column.told()).containsExactly("0", "10", "20");
    assertThat(column.bars()).hasSize(20).startsWith(1).endsWith(1);
    assertThat(column.bars()[10]).isEqualTo(2);
  }

  @Test
  void theEndsOfTheDoublesHaveAPictureToo() {
    double max = Double.MAX_VALUE;
    assertThat(of(NumberColumn.of("a", -max, max)).bars()).startsWith(1).endsWith(1);
    ReportedColumn empty = of(NumberColumn.of("a", Double.NaN));
    assertThat(empty.told()).isEmpty();
    assertThat(empty.bars()).isEmpty();
  }

  @Test
  void theCommonestTextsComeFirst() {
    ReportedColumn column = of(CategoryColumn.of("c", "x", "y", "y", null, "z", "y", "z", "w"));
    assertThat(column.told()).containsExactly("y", "z", "x");
    assertThat(column.bars()).containsExactly(3, 2, 1, 1);
  }
}
