package dev.gradus.tabular.table;

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
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TableTest {
  private static final String NINE = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";

  static Stream<Arguments> badFiles() {
    return Stream.of(
        bad("empty", "", "csv.empty", "d.csv: the file is empty"),
        bad("only a byte order mark", "\ufeff", "csv.empty", "d.csv: the file is empty"),
        bad("only a line end", "\n", "csv.empty", "d.csv: the file is empty"),
        bad("header only", "a,b\n", "csv.no_rows", "d.csv: there are no data rows"),
        bad("header without line end", "a,b", "csv.no_rows", "d.csv: there are no data rows"),
        bad(
            "short record",
            "a,b,c\n1,2,3\n1,2\n",
            "csv.ragged",
            "d.csv: line 3: 2 fields, the first record has 3"),
        bad(
            "long record",
            "a,b\n1,2\n1,2,3\n",
            "csv.ragged",
            "d.csv: line 3: 3 fields, the first record has 2"),
        bad(
            "one field",
            "a,b\n1\n",
            "csv.ragged",
            "d.csv: line 2: 1 field, the first record has 2"),
        bad(
            "blank line",
            "a,b\n1,2\n\n3,4\n",
            "csv.blank_line",
            "d.csv: line 3: a blank line between records"),
        bad(
            "blank first line",
            "\na,b\n",
            "csv.blank_line",
            "d.csv: line 1: a blank line between records"),
        bad(
            "unclosed quote",
            "a,b\n1,\"2\n3,4\n",
            "csv.unclosed_quote",
            "d.csv: line 2: the quote that opens field 2 is never closed"),
        bad(
            "unclosed quote after a line break in quotes",
            "a,b\n\"x\ny\",\"2\n",
            "csv.unclosed_quote",
            "d.csv: line 3: the quote that opens field 2 is never closed"),
        bad(
            "text after a closing quote",
            "a,b\n\"1\"x,2\n",
            "csv.after_quote",
            "d.csv: line 2: text after the closing quote of field 1"),
        bad(
            "bare quote",
            "a,b\n1,2\"3\n",
            "csv.bare_quote",
            "d.csv: line 2: a quote inside field 2, which does not begin with one; quote the field"
                + " and double the quote"),
        bad(
            "stray carriage return",
            "a,b\n1,2\r3,4\n",
            "csv.line_end",
            "d.csv: line 2: a carriage return without a line feed; lines end in LF or CRLF"),
        bad(
            "text among numbers",
            "b\n" + NINE + "abc\n",
            "csv.number",
            "d.csv: line 11, column 1 (b): \"abc\" is not a number; 9 other cells of this column"
                + " are"),
        bad(
            "infinity",
            "a,b\n1,2\n1,-inf\n",
            "csv.number",
            "d.csv: line 3, column 2 (b): \"-inf\" is not a finite number"),
        bad(
            "Java's form",
            "b\n1\n1d\n",
            "csv.number",
            "d.csv: line 3, column 1 (b): \"1d\" is not a number"),
        bad(
            "hexadecimal",
            "b\n1\n0x1p3\n",
            "csv.number",
            "d.csv: line 3, column 1 (b): \"0x1p3\" is not a number"),
        bad(
            "too large",
            "b\n1\n1e400\n",
            "csv.number",
            "d.csv: line 3, column 1 (b): \"1e400\" is too large for a double"),
        bad(
            "too long",
            "b\n1\n" + "1".repeat(1001) + "\n",
            "csv.number",
            "d.csv: line 3, column 1 (b): \""
                + "1".repeat(39)
                + "…\" is a number of more than 1000 characters"),
        bad(
            "decimal comma",
            "b\n\"1,5\"\n",
            "csv.number",
            "d.csv: line 2, column 1 (b): \"1,5\" is not a number"),
        bad(
            "duplicate column",
            "a,b,a\n1,2,3\n",
            "csv.duplicate_column",
            "d.csv: line 1: two columns are named \"a\""),
        bad(
            "column without a name",
            "a,,c\n1,2,3\n",
            "csv.unnamed_column",
            "d.csv: line 1: column 2 has no name"),
        bad(
            "field of more than a megabyte",
            "a,b\n1," + "x".repeat((1 << 20) + 1) + "\n",
            "csv.too_long",
            "d.csv: line 2: field 2 is longer than 1048576 characters"),
        bad(
            "endless field",
            "a,b\n1," + "x".repeat(5 << 20) + "\n",
            "csv.too_long",
            "d.csv: line 2: field 2 is longer than 1048576 characters"),
        bad(
            "too many columns",
            "a" + ",a".repeat(10_000) + "\n",
            "csv.too_many_columns",
            "d.csv: line 1: 10001 columns; at most 10000"),
        bad(
            "millions of fields in a record",
            "a,b\n" + ",".repeat(3_000_000) + "\n",
            "csv.ragged",
            "d.csv: line 2: 3000001 fields, the first record has 2"),
        bad(
            "escape sequence",
            "b\n" + NINE + "\u001b[31mred\n",
            "csv.number",
            "d.csv: line 11, column 1 (b): \"\\u001b[31mred\" is not a number; 9 other cells of"
                + " this column are"),
        bad(
            "right-to-left override in a name",
            "a\u202eb\n" + NINE + "x\n",
            "csv.number",
            "d.csv: line 11, column 1 (a\\u202eb): \"x\" is not a number; 9 other cells of this"
                + " column are"),
        bad(
            "10,000 characters among numbers",
            "b\n" + NINE + "y".repeat(10_000) + "\n",
            "csv.number",
            "d.csv: line 11, column 1 (b): \""
                + "y".repeat(39)
                + "…\" is not a number; 9 other cells of this column are"),
        bad(
            "the earlier of two mistakes",
            "a,b\n1,2,3\n1,2\r1,2\n",
            "csv.ragged",
            "d.csv: line 2: 3 fields, the first record has 2"));
  }

  private static Arguments bad(String what, String text, String code, String message) {
    return Arguments.of(what, text, code, message);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badFiles")
  void aBadFileIsAnsweredWithItsSentence(String what, String text, String code, String message) {
    DataException e = refusal(text.getBytes(StandardCharsets.UTF_8));
    assertThat(e).as(what).hasMessage(message);
    assertThat(e.code()).isEqualTo(code);
    assertThat(e.location().place()).isEqualTo("d.csv");
  }

  @Test
  void foreignFormatsAreKnownByTheirFirstBytes() {
    assertThat(refusal(new byte[] {0x1f, (byte) 0x8b, 8, 0}))
        .hasMessage("d.csv: this is a gzip file, not CSV");
    assertThat(refusal(new byte[] {(byte) 0x89, 'P', 'N', 'G'}))
        .hasMessage("d.csv: this is a PNG file, not CSV");
    assertThat(refusal("<!DOCTYPE html><p>".getBytes(StandardCharsets.UTF_8)))
        .hasMessage("d.csv: this is an HTML file, not CSV");
    assertThat(refusal("PAR1....".getBytes(StandardCharsets.UTF_8)))
        .hasMessage("d.csv: this is a Parquet file, not CSV");
    assertThat(refusal("a,b\n1,2\n".getBytes(StandardCharsets.UTF_16)))
        .hasMessage("d.csv: the file is UTF-16; save it as UTF-8");
    assertThat(refusal("a,b\n1,2\n".getBytes(StandardCharsets.UTF_16LE)))
        .hasMessage("d.csv: the file is UTF-16; save it as UTF-8");
  }

  @Test
  void aByteThatIsNotUtf8IsNamedWithItsLine() {
    assertThat(refusal("gr\u00f6\u00dfe\n1\n".getBytes(StandardCharsets.ISO_8859_1)))
        .hasMessage("d.csv: line 1: byte 0xf6 is not UTF-8");
    String many = "a\n" + "1\n".repeat(100_000) + "\u00ff\n";
    assertThat(refusal(many.getBytes(StandardCharsets.ISO_8859_1)))
        .hasMessage("d.csv: line 100002: byte 0xff is not UTF-8");
    assertThat(refusal(new byte[] {'a', '\n', (byte) 0xc3}))
        .hasMessage("d.csv: line 2: byte 0xc3 is not UTF-8");
  }

  @Test
  void hintsCanBePasted() {
    assertThat(refusal(("b\n" + NINE + "abc\n").getBytes(StandardCharsets.UTF_8)).hint())
        .contains("--categorical b, --ignore b or --missing-token abc");
    assertThat(refusal("b\n\"1,5\"\n".getBytes(StandardCharsets.UTF_8)).hint())
        .contains("a decimal comma? --delimiter \";\" --decimal \",\"");
    assertThat(refusal("a;b\n1,5;2\n".getBytes(StandardCharsets.UTF_8)).hint())
        .contains("line 1 holds ';': try --delimiter ';'");
  }

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

  /** Whatever a table holds comes back with the same bits, whichever way its cells are quoted. */
  @Test
  void randomTablesComeBackWithTheSameBits() {
    for (int seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int rows = random.nextInt(1, 40);
      double[] numbers = new double[rows];
      String[] texts = new String[rows];
      String end = random.nextBoolean() ? "\n" : "\r\n";
      StringBuilder file = new StringBuilder(random.nextBoolean() ? "\ufeff" : "");
      file.append("text,number").append(end);
      for (int row = 0; row < rows; row++) {
        numbers[row] = number(random);
        texts[row] = text(random);
        file.append('"').append(texts[row].replace("\"", "\"\"")).append("\",");
        file.append(random.nextBoolean() ? numbers[row] : "\"" + numbers[row] + "\"").append(end);
      }
      Table table = read(file.toString());
      NumberColumn number = (NumberColumn) table.require("number", "--x");
      CategoryColumn text = (CategoryColumn) table.require("text", "--x");
      for (int row = 0; row < rows; row++) {
        assertThat(Double.doubleToRawLongBits(number.value(row)))
            .as("seed %d, row %d", seed, row)
            .isEqualTo(Double.doubleToRawLongBits(numbers[row]));
        assertThat(text.categories().get(text.code(row))).isEqualTo(texts[row]);
      }
    }
  }

  private static double number(SplittableRandom random) {
    double value =
        switch (random.nextInt(3)) {
          case 0 -> random.nextInt(-1000, 1000);
          case 1 -> random.nextInt(1_000_000) / 1000.0;
          default -> Double.longBitsToDouble(random.nextLong());
        };
    return Double.isFinite(value) ? value : -0.0;
  }

  private static String text(SplittableRandom random) {
    String alphabet = "ab,;\"\n \t\u00e9\u4e2d\u202e\u001b";
    StringBuilder text = new StringBuilder("t");
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.append("\ud83d\ude00".repeat(random.nextInt(2))).toString();
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
