package dev.gradus.tabular.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.gradus.error.DataException;
import dev.gradus.tabular.summary.MissingPolicy;
import dev.gradus.tabular.summary.TableSummary;
import java.util.List;

/**
 * Any bytes whatever: a table, or an exception of the family with a code, a place and one line of
 * text. In the build the files of {@code CsvFuzzTestInputs} are replayed; to look for new ones:
 *
 * <pre>{@code
 * JAZZER_FUZZ=1 mvn -pl gradus-core,gradus-tabular test -Dtest=CsvFuzzTest#reading
 * }</pre>
 */
class CsvFuzzTest {
  private static final List<TableOptions> READINGS =
      List.of(
          TableOptions.STANDARD,
          TableOptions.STANDARD.withDialect(new Dialect(';', ',', List.of("-"), false)));

  @FuzzTest(maxDuration = "5m")
  void reading(byte[] bytes) {
    for (TableOptions options : READINGS) {
      CsvSource source = CsvSource.bytes("d.csv", bytes);
      try {
        Table table = Table.read(source, options);
        assertThat(table.rows()).isPositive();
        table.columns().forEach(column -> assertThat(column.size()).isEqualTo(table.rows()));
      } catch (DataException e) {
        requireDocumented(e);
      }
    }
  }

  @FuzzTest(maxDuration = "5m")
  void inspecting(byte[] bytes) {
    for (MissingPolicy policy : MissingPolicy.values()) {
      try {
        TableSummary summary =
            TableSummary.read(CsvSource.bytes("d.csv", bytes), TableOptions.STANDARD, policy);
        assertThat(summary.rows()).isPositive();
        assertThat(summary.first()).hasSameSizeAs(summary.columns());
      } catch (TableSummary.Refused e) {
        assertThat(e.errors()).hasSizeBetween(1, 20).allSatisfy(CsvFuzzTest::requireDocumented);
      }
    }
  }

  private static void requireDocumented(DataException e) {
    assertThat(e.code()).startsWith("csv.");
    assertThat(e.location().place()).isEqualTo("d.csv");
    assertThat(String.valueOf(e.getMessage()))
        .startsWith("d.csv: ")
        .hasSizeLessThan(400)
        .matches("\\P{Cntrl}*");
  }
}
