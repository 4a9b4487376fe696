package dev.gradus.tabular.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.CsvSource;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Table;
import dev.gradus.tabular.table.TableOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeldColumnTest {
  /** A table that is held is described as one that streams past. */
  @Test
  void itSaysWhatInspectingTheFileSays() throws Exception {
    byte[] csv =
        """
        n,c,flag,day,k
        1,x,yes,2024-02-29,7
        -5,y,no,2024-03-01,7
        ,y,no,,7
        2.5,,,2023-01-01,7
        1,z,yes,2024-02-29,7
        """
            .getBytes(StandardCharsets.UTF_8);
    Table held = Table.read(CsvSource.bytes("d.csv", csv), TableOptions.STANDARD);
    TableSummary streamed =
        TableSummary.read(
            CsvSource.bytes("d.csv", csv), TableOptions.STANDARD, MissingPolicy.IMPUTE);
    assertThat(held.columns().stream().map(ColumnSummary::of).toList())
        .isEqualTo(streamed.columns());
  }

  @Test
  void manyNumbersStayExact() {
    double[] numbers = IntStream.range(0, 200_000).mapToDouble(i -> i * 37 % 199_999).toArray();
    ColumnSummary summary = ColumnSummary.of(NumberColumn.of("n", numbers));
    assertThat(summary.isApproximate()).isFalse();
    assertThat(summary.distinct()).isEqualTo(199_999);
    assertThat(summary.numbers().orElseThrow().median()).isEqualTo(99_999 - 0.5);
  }

  @Test
  void aColumnOfNothingHasADescriptionToo() {
    ColumnSummary numbers = ColumnSummary.of(NumberColumn.of("n", Double.NaN, Double.NaN));
    assertThat(numbers.missing()).isEqualTo(2);
    assertThat(numbers.numbers()).isEmpty();
    ColumnSummary texts = ColumnSummary.of(CategoryColumn.of("c", null, null));
    assertThat(texts.distinct()).isZero();
    assertThat(texts.common()).isEqualTo(List.of());
  }
}
