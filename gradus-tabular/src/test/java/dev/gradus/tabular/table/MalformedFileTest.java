package dev.gradus.tabular.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gradus.error.DataException;
import dev.gradus.error.GradusException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that do not fit, each with its sentence; sound ones are in {@link TableTest}. */
class MalformedFileTest {
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

  /** Whatever the bytes are: a table, or an exception of the family with a place and a code. */
  @Test
  void randomBytesNeverGiveAnotherException() {
    byte[] alphabet = "a1,.\"\n\r;e-+ \t\u0000\u00f6\u4e2dNA?x".getBytes(StandardCharsets.UTF_8);
    int tables = 0;
    for (int seed = 0; seed < 5000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      byte[] content = "a,b\n1,x\r\n2,\"y\"\n.5,z\n".getBytes(StandardCharsets.UTF_8);
      for (int changes = random.nextInt(1, 5); changes > 0; changes--) {
        content[random.nextInt(content.length)] = alphabet[random.nextInt(alphabet.length)];
      }
      try {
        tables += Table.read(source(content), TableOptions.STANDARD).rows() > 0 ? 1 : 0;
      } catch (GradusException e) {
        assertThat(e.code()).as("seed %d", seed).startsWith("csv.");
        assertThat(e).hasMessageStartingWith("d.csv: ");
      }
    }
    assertThat(tables).isGreaterThan(100);
  }

  private static CsvSource source(byte[] content) {
    return CsvSource.bytes("d.csv", content);
  }

  private static DataException refusal(byte[] content) {
    return catchThrowableOfType(
        DataException.class, () -> Table.read(source(content), TableOptions.STANDARD));
  }
}
