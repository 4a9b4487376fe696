package dev.gradus.tabular.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Files without a first record of names. */
class HeaderTest {
  private static final TableOptions NO_HEADER =
      TableOptions.STANDARD.withDialect(
          new Dialect(',', '.', Dialect.STANDARD.missingTokens(), false));

  private static Table read(String text, TableOptions options) {
    return Table.read(CsvSource.bytes("d.csv", text.getBytes(UTF_8)), options);
  }

  @Test
  void columnsAreCountedAndTheFirstRecordIsARow() {
    Table table = read("1,x\n2,y\n", NO_HEADER);
    assertThat(table.names()).containsExactly("c1", "c2");
    assertThat(table.rows()).isEqualTo(2);
    assertThat(table.line(0)).isEqualTo(1);
    assertThat(((NumberColumn) table.require("c1", "--x")).value(0)).isEqualTo(1);
  }

  @Test
  void namesMayBeGivenForAsManyColumns() {
    assertThat(read("1,2\n", NO_HEADER.naming(List.of("a", "b"))).names())
        .containsExactly("a", "b");
    assertThat(read("1,2,3\n", NO_HEADER.naming(List.of("a", "b"))).names())
        .containsExactly("c1", "c2", "c3");
  }

  @Test
  void theRulesForRecordsStay() {
    assertThatThrownBy(() -> read("1,2\n3\n", NO_HEADER))
        .hasMessage("d.csv: line 2: 1 field, the first record has 2");
    assertThatThrownBy(() -> read("", NO_HEADER)).hasMessage("d.csv: the file is empty");
    assertThatThrownBy(() -> read("1\n\n2\n", NO_HEADER))
        .hasMessage("d.csv: line 2: a blank line between records");
  }
}
