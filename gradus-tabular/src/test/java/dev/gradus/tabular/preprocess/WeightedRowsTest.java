package dev.gradus.tabular.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightedRowsTest {
  private static final Table TABLE =
      Table.of(
          "d.csv",
          NumberColumn.of("n", 1, Double.NaN, 4, 9),
          CategoryColumn.of("c", "x", "y", "y", null),
          NumberColumn.of("y", 10, 20, 40, 70));

  /** Rows 0 twice, 1 once, 2 once, 3 four times. */
  private static final int[] TWICE = {0, 0, 1, 2, 3, 3, 3, 3};

  private static final WeightedRows WEIGHTED =
      new WeightedRows(new int[] {0, 1, 2, 3}, new double[] {2, 1, 1, 4});

  @Test
  void featuresAreThoseOfRowsThatStandAsOften() {
    List<String> columns = List.of("n", "c");
    assertThat(Features.fit(TABLE, columns, WEIGHTED))
        .isEqualTo(Features.fit(TABLE, columns, TWICE));
  }

  @Test
  void theCommonestCategoryIsThatOfTheMostWeight() {
    CategoryFeature category =
        (CategoryFeature)
            Features.fit(
                    TABLE,
                    List.of("c"),
                    new WeightedRows(new int[] {0, 1, 2}, new double[] {3, 1, 1}))
                .features()
                .list()
                .getFirst();
    assertThat(category.commonest()).isEqualTo("x"); // of one row; y of two
  }

  @Test
  void aTargetsScaleIsThatOfRowsThatStandAsOften() {
    for (TargetTransform transform : TargetTransform.values()) {
      RegressionTarget weighted = RegressionTarget.fit(TABLE, "y", WEIGHTED, transform);
      RegressionTarget twice = RegressionTarget.fit(TABLE, "y", WeightedRows.of(TWICE), transform);
      assertThat(weighted.mean()).isEqualTo(twice.mean()).isEqualTo(45);
      assertThat(weighted.encode(30)).isCloseTo(twice.encode(30), within(1e-14));
    }
  }

  @Test
  void noSumOfWeightsLeavesTheDoubles() {
    int[] rows = {0, 1, 2, 3};
    for (double unit : new double[] {0x1p-1000, 0x1p900, 0x1p1020}) {
      double[] weights = {2 * unit, unit, unit, 4 * unit};
      assertThat(Features.fit(TABLE, List.of("n", "c"), new WeightedRows(rows, weights)))
          .isEqualTo(Features.fit(TABLE, List.of("n", "c"), WEIGHTED));
    }
  }

  @Test
  void weightsThatAreNoneAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WeightedRows(new int[] {0, 1}, new double[] {1}));
    for (double weight : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new WeightedRows(new int[] {0}, new double[] {weight}));
    }
  }
}
