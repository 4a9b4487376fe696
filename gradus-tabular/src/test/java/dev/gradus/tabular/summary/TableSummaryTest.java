package dev.gradus.tabular.summary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.error.DataException;
import dev.gradus.tabular.table.ColumnKind;
import dev.gradus.tabular.table.CsvSource;
import dev.gradus.tabular.table.TableOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableSummaryTest {
  private static final String MIXED =
      """
      n,t,d,b
      ,red,2026-01-01,yes
      1,,2026-01-03,no
      3,red,,yes
      5,blue,2026-01-02,
      """;

  private static TableSummary summary(String text, MissingPolicy missing) throws Exception {
    return TableSummary.read(
        CsvSource.bytes("d.csv", text.getBytes(UTF_8)), TableOptions.STANDARD, missing);
  }

  @Test
  void eachColumnIsDescribedByItsKind() throws Exception {
    TableSummary table = summary(MIXED, MissingPolicy.IMPUTE);
    assertThat(table.rows()).isEqualTo(4);
    assertThat(table.missing()).isEqualTo(4);
    ColumnSummary n = table.columns().get(0);
    assertThat(n.kind()).isEqualTo(ColumnKind.NUMBER);
    assertThat(n.present()).isEqualTo(3);
    assertThat(n.distinct()).isEqualTo(3);
    ColumnSummary.Numbers numbers = n.numbers().orElseThrow();
    assertThat(numbers.mean()).isEqualTo(3);
    assertThat(numbers.deviation()).isCloseTo(Math.sqrt(8.0 / 3), within(1e-15));
    assertThat(numbers.quantiles().stream().mapToDouble(q -> q).toArray())
        .usingComparatorWithPrecision(1e-15)
        .containsExactly(1.2, 2, 3, 4, 4.8);
    assertThat(table.columns().stream().map(ColumnSummary::kind))
        .containsExactly(
            ColumnKind.NUMBER, ColumnKind.CATEGORY, ColumnKind.DATE, ColumnKind.BOOLEAN);
    assertThat(table.columns().get(1).common())
        .containsExactly(new ColumnSummary.Value("red", 2), new ColumnSummary.Value("blue", 1));
    assertThat(table.columns()).noneMatch(ColumnSummary::isApproximate);
  }

  @Test
  void theFirstAndTheLastRowAreThoseAfterThePolicy() throws Exception {
    TableSummary imputed = summary(MIXED, MissingPolicy.IMPUTE);
    assertThat(imputed.first()).containsExactly(3.0, "red", "2026-01-01", "yes");
    assertThat(imputed.last()).containsExactly(5.0, "blue", "2026-01-02", "yes");
    TableSummary dropped = summary(MIXED + "7,green,2026-01-04,no\n", MissingPolicy.DROP);
    assertThat(dropped.rows()).isEqualTo(1);
    assertThat(dropped.dropped()).isEqualTo(4);
    assertThat(dropped.first()).containsExactly(7.0, "green", "2026-01-04", "no");
    assertThat(dropped.columns().getFirst().present()).isEqualTo(1);
    assertThat(summary("a,b\n1,\n", MissingPolicy.IMPUTE).first()).containsExactly(1.0, null);
  }

  @Test
  void manyErrorsAreToldInTheOrderOfTheFile() {
    String text =
        "a,b\n" + "1,2\n".repeat(30) + "x,2\n1\n1,2\"\n\n1,y\n" + "1,2\n".repeat(30) + "z,\"\n";
    assertThat(errors(text, MissingPolicy.IMPUTE))
        .containsExactly(
            "d.csv: line 32, column 1 (a): \"x\" is not a number; 61 other cells of this column are",
            "d.csv: line 33: 1 field, the first record has 2",
            "d.csv: line 34: a quote inside field 2, which does not begin with one; quote the field"
                + " and double the quote",
            "d.csv: line 35: a blank line between records",
            "d.csv: line 36, column 2 (b): \"y\" is not a number; 61 other cells of this column are",
            "d.csv: line 67: the quote that opens field 2 is never closed");
    assertThat(errors("a\n" + "1\n".repeat(300) + "x\n".repeat(30), MissingPolicy.IMPUTE))
        .hasSize(20);
    assertThat(errors("a\n\n1\n2,\n", MissingPolicy.ERROR)).hasSize(2);
    assertThat(errors("a,b\n1,\n,2\n", MissingPolicy.ERROR))
        .containsExactly(
            "d.csv: line 2, column 2 (b): missing value \"\"",
            "d.csv: line 3, column 1 (a): missing value \"\"");
    assertThat(errors("a,b\n1,\n", MissingPolicy.DROP))
        .containsExactly("d.csv: every row has a missing cell; --missing drop leaves none");
    assertThat(errors("a,b\n", MissingPolicy.DROP))
        .containsExactly("d.csv: there are no data rows");
  }

  private static List<String> errors(String text, MissingPolicy missing) {
    TableSummary.Refused refused =
        catchThrowableOfType(TableSummary.Refused.class, () -> summary(text, missing));
    return refused.errors().stream().map(DataException::getMessage).toList();
  }

  @Test
  void columnsAreSelectedInTheOrderAskedFor() throws Exception {
    TableOptions options =
        TableOptions.STANDARD
            .selecting(List.of("b", "a"))
            .withKinds(Map.of("b", ColumnKind.CATEGORY));
    TableSummary table =
        TableSummary.read(
            CsvSource.bytes("d.csv", "a,x,b\n1,q,01\n".getBytes(UTF_8)),
            options,
            MissingPolicy.IMPUTE);
    assertThat(table.columns().stream().map(ColumnSummary::name)).containsExactly("b", "a");
    assertThat(table.first()).containsExactly("01", 1.0);
  }

  @Test
  void hugeNumbersHaveADescriptionToo() throws Exception {
    ColumnSummary.Numbers numbers =
        summary("a\n1e308\n-1e308\n1e308\n", MissingPolicy.IMPUTE)
            .columns()
            .getFirst()
            .numbers()
            .orElseThrow();
    assertThat(numbers.mean()).isCloseTo(1e308 / 3, within(1e295));
    assertThat(numbers.deviation()).isInfinite();
    assertThat(numbers.median()).isEqualTo(1e308);
  }
}
