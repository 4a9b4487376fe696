package dev.gradus.tabular.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gradus.error.DataException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void numbersCategoriesAndMissingCellsAreToldApart() {
    Table table = read("n, t ,e\r\n 1 ,x,\r\n\"2\",,NA\r\n?, y,nan\r\n.5e1,\"x\",null\r\n\r\n\n");
    assertThat(table.names()).containsExactly("n", "t", "e");
    assertThat(table.rows()).isEqualTo(4);
    NumberColumn n = (NumberColumn) table.require("n", "--x");
    assertThat(new double[] {n.value(0), n.value(1), n.value(2), n.value(3)})
        .containsExactly(1, 2, Double.NaN, 5);
    CategoryColumn t = (CategoryColumn) table.require("t", "--x");
    assertThat(t.categories()).containsExactly("x", " y");
    assertThat(new int[] {t.code(0), t.code(1), t.code(2), t.code(3)}).containsExactly(0, -1, 1, 0);
    assertThat(table.require("e", "--x").kind()).isEqualTo(ColumnKind.NUMBER);
    assertThat(table.require("e", "--x").missing()).isEqualTo(4);
  }

  @Test
  void fewerThanNineInTenNumbersMakeACategory() {
    assertThat(read("b\n1\n2\nabc\n").require("b", "--x").kind()).isEqualTo(ColumnKind.CATEGORY);
    assertThat(read("b\n1d\n7d\n").require("b", "--x").kind()).isEqualTo(ColumnKind.CATEGORY);
  }

  @Test
  void truthValuesDatesAndTimesAreNumbers() {
    Table table =
        read(
            "t,d,h\nno,1970-01-02,06:00\nyes,1970-01-03 12:00,NA\n,NA,12:00\nno,1969-12-31,00:00\n");
    NumberColumn truths = (NumberColumn) table.require("t", "--x");
    assertThat(truths.kind()).isEqualTo(ColumnKind.BOOLEAN);
    assertThat(truths.words()).containsExactly("no", "yes");
    assertThat(values(truths)).containsExactly(0, 1, Double.NaN, 0);
    NumberColumn dates = (NumberColumn) table.require("d", "--x");
    assertThat(dates.kind()).isEqualTo(ColumnKind.DATE);
    assertThat(values(dates)).containsExactly(1, 2.5, Double.NaN, -1);
    NumberColumn times = (NumberColumn) table.require("h", "--x");
    assertThat(times.kind()).isEqualTo(ColumnKind.TIME);
    assertThat(values(times)).containsExactly(0.25, Double.NaN, 0.5, 0);
  }

  @Test
  void aCellThatIsNotOfItsKindIsNamed() {
    assertThat(refusal(("d\n" + "2026-01-31\n".repeat(9) + "soon\n").getBytes(UTF_8)))
        .hasMessage(
            "d.csv: line 11, column 1 (d): \"soon\" is not an ISO date; 9 other cells of this"
                + " column are");
  }

  private static double[] values(NumberColumn column) {
    return IntStream.range(0, column.size()).mapToDouble(column::value).toArray();
  }

  @Test
  void aMissingTokenMayBeANumber() {
    TableOptions options =
        TableOptions.STANDARD.withDialect(new Dialect(',', '.', List.of("-999"), true));
    Table table = Table.read(source("a\n1\n-999\n".getBytes(UTF_8)), options);
    assertThat(table.require("a", "--x").isMissing(1)).isTrue();
  }

  @Test
  void textsAreKeptAsTheyCame() {
    TableOptions options =
        TableOptions.STANDARD.withKinds(Map.of("b", ColumnKind.NUMBER)).keeping(List.of("a", "b"));
    try (TableChunks chunks =
        TableChunks.open(source("a,b\n 007 ,1.50\n".getBytes(UTF_8)), options)) {
      Table table = Objects.requireNonNull(chunks.next(9));
      assertThat(table.names()).containsExactly("b");
      assertThat(table.texts("a")).containsExactly(" 007 ");
      assertThat(table.texts("b")).containsExactly("1.50");
      assertThatThrownBy(() -> table.texts("c")).hasMessage("the texts of column c were not kept");
    }
    assertThatThrownBy(
            () -> TableChunks.open(source("a\n1\n".getBytes(UTF_8)), options.keeping(List.of("z"))))
        .hasMessage("--keep z: no such column in d.csv; there are: a");
  }

  @Test
  void statedKindsAreKept() {
    TableOptions options = TableOptions.STANDARD.onlyKinds(Map.of("b", ColumnKind.CATEGORY));
    Table table = Table.read(source("a,b\n1,01\nx,1\n".getBytes(StandardCharsets.UTF_8)), options);
    assertThat(table.names()).containsExactly("b");
    assertThat(table.fileColumns()).containsExactly("a", "b");
    assertThat(((CategoryColumn) table.require("b", "--x")).categories())
        .containsExactly("01", "1");
  }

  @Test
  void aMissingCellIsAnErrorOnRequest() {
    assertThatThrownBy(
            () ->
                Table.read(
                    source("a,b\n1,2\n3,?\n".getBytes(StandardCharsets.UTF_8)),
                    TableOptions.STANDARD.refusingMissing()))
        .hasMessage("d.csv: line 3, column 2 (b): missing value \"?\"");
  }

  @Test
  void aColumnThatIsNotThereIsAnsweredWithThoseThatAre() {
    Table table = read("a,b,y\n1,2,3\n");
    assertThatThrownBy(() -> table.require("zz", "--target"))
        .hasMessage("--target zz: no such column in d.csv; there are: a, b, y");
    DataException e =
        catchThrowableOfType(
            DataException.class, () -> read("price,b\n1,2\n").require("prise", "--target"));
    assertThat(e.hint()).contains("--target price");
  }

  @Test
  void linesCountThroughQuotedLineBreaks() {
    Table table = read("a,b\n\"x\ny\r\nz\",1\nq,2\n");
    assertThat(table.line(0)).isEqualTo(2);
    assertThat(table.line(1)).isEqualTo(5);
    assertThat(table.cell(1, "b")).hasToString("d.csv: line 5, column 2 (b)");
  }

  @Test
  void chunksHoldTheRowsOfTheWhole() {
    byte[] text = "a,b\n1,x\n2,y\n3,x\n".getBytes(StandardCharsets.UTF_8);
    TableOptions kinds =
        TableOptions.STANDARD.withKinds(Map.of("a", ColumnKind.NUMBER, "b", ColumnKind.CATEGORY));
    List<String> seen = new ArrayList<>();
    try (TableChunks chunks = TableChunks.open(source(text), kinds)) {
      for (Table part = chunks.next(2); part != null; part = chunks.next(2)) {
        CategoryColumn b = (CategoryColumn) part.require("b", "--x");
        for (int row = 0; row < part.rows(); row++) {
          seen.add(part.line(row) + b.categories().get(b.code(row)));
        }
      }
    }
    assertThat(seen).containsExactly("2x", "3y", "4x");
  }

  @Test
  void aBufferBorderInsideACharacterIsHarmless() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes("a\n".getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < 30_000; i++) {
      file.writeBytes(
          (i % 3 == 0 ? "\ud83d\ude00\n" : "\u4e2d\r\n").getBytes(StandardCharsets.UTF_8));
    }
    CategoryColumn a =
        (CategoryColumn)
            Table.read(source(file.toByteArray()), TableOptions.STANDARD).require("a", "--x");
    assertThat(a.size()).isEqualTo(30_000);
    assertThat(a.categories()).containsExactly("\ud83d\ude00", "\u4e2d");
  }

  @Test
  void noLocaleChangesWhatIsRead() {
    Locale before = Locale.getDefault();
    try {
      for (String tag : List.of("tr", "ar-EG", "de")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        NumberColumn b = (NumberColumn) read("b\n1234.5\n").require("b", "--x");
        assertThat(b.value(0)).isEqualTo(1234.5);
        assertThat(refusal("b\n1\nINFINITY\n".getBytes(StandardCharsets.UTF_8)))
            .hasMessage("d.csv: line 3, column 1 (b): \"INFINITY\" is not a finite number");
        assertThat(refusal("gr\u00f6\n".getBytes(StandardCharsets.ISO_8859_1)))
            .hasMessage("d.csv: line 1: byte 0xf6 is not UTF-8");
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void theHousesOfCaliforniaHave207MissingCells() {
    Path file =
        Path.of(System.getProperty("gradus.root", "."), "../shared/data/california-housing.csv");
    Assumptions.assumeTrue(Files.exists(file), "no data folder beside the project");
    Table table = Table.read(CsvSource.file(file.toString()), TableOptions.STANDARD);
    assertThat(table.rows()).isEqualTo(20_640);
    assertThat(table.require("total_bedrooms", "--x").missing()).isEqualTo(207);
    assertThat(((CategoryColumn) table.require("ocean_proximity", "--x")).categories()).hasSize(5);
  }

  private static Table read(String text) {
    return Table.read(source(text.getBytes(StandardCharsets.UTF_8)), TableOptions.STANDARD);
  }

  private static CsvSource source(byte[] content) {
    return CsvSource.bytes("d.csv", content);
  }

  private static DataException refusal(byte[] content) {
    return catchThrowableOfType(
        DataException.class, () -> Table.read(source(content), TableOptions.STANDARD));
  }
}
