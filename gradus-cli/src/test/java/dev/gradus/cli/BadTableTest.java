package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The list of bad CSV files, each given to the real commands: message, hint, status, and no trace.
 * The numbers are those of the list of bad inputs.
 */
class BadTableTest {
  @TempDir static Path folder;

  private final Desk desk = new Desk(folder);

  @SuppressWarnings("ArrayRecordComponent") // made once, never compared
  record Case(String row, byte[] file, String message, String hint) {
    @Override
    public String toString() {
      return row;
    }
  }

  private static Case csv(String row, String text, String message) {
    return csv(row, text, message, "");
  }

  private static Case csv(String row, String text, String message, String hint) {
    return bytes(row, text.getBytes(StandardCharsets.UTF_8), message, hint);
  }

  private static Case bytes(String row, byte[] file, String message, String hint) {
    return new Case(row, file, "d.csv: " + message, hint);
  }

  private static Case magic(String row, String first, String message) {
    return bytes(row, first.getBytes(StandardCharsets.ISO_8859_1), message, "");
  }

  /** A column b of twenty numbers, and one cell more. */
  private static String among(String odd) {
    return "b,y\n" + "1,2.5\n".repeat(20) + odd + ",2.5\n";
  }

  private static Case odd(String row, String cell, String what) {
    String hint = "--categorical b, --ignore b or --missing-token " + cell;
    String message = "line 22, column 1 (b): \"" + cell + "\" " + what;
    return csv(row, among(cell), message, cell.startsWith("-") ? ONLY_COLUMNS : hint);
  }

  private static final String ONLY_COLUMNS = "--categorical b, --ignore b";

  static Stream<Case> badFiles() {
    String cell = "line 22, column 1 (b): ";
    String others = "; 20 other cells of this column are";
    return Stream.of(
        csv("4 empty", "", "the file is empty"),
        csv("4 byte order mark", "\ufeff", "the file is empty"),
        csv("5 header only", "a,b,y\n", "there are no data rows"),
        csv("6 short", "a,b,y\n1,2,3\n1,2\n", "line 3: 2 fields, the first record has 3"),
        csv("6 long", "a,y\n1,2\n1,2,3\n", "line 3: 3 fields, the first record has 2"),
        csv("6a blank line", "a,y\n1,2\n\n3,4\n", "line 3: a blank line between records"),
        csv(
            "7 open quote",
            "a,y\n1,\"2\n3,4\n",
            "line 2: the quote that opens field 2 is never closed"),
        csv(
            "8 after a quote",
            "a,y\n\"1\"x,2\n",
            "line 2: text after the closing quote of field 1"),
        odd("9 text", "abc", "is not a number" + others),
        odd("10 inf", "inf", "is not a finite number"),
        odd("10 Infinity", "Infinity", "is not a finite number"),
        odd("10 -inf", "-inf", "is not a finite number"),
        odd("11 1d", "1d", "is not a number"),
        odd("11 0x1p3", "0x1p3", "is not a number"),
        odd("12 1e400", "1e400", "is too large for a double"),
        csv(
            "13 decimal comma",
            among("\"1,5\""),
            cell + "\"1,5\" is not a number",
            "a decimal comma? --delimiter \";\" --decimal \",\""),
        csv("15 duplicate", "a,y,a\n1,2,3\n", "line 1: two columns are named \"a\""),
        csv("16 no name", "a,,y\n1,2,3\n", "line 1: column 2 has no name"),
        bytes(
            "17 UTF-16",
            "a,y\n1,2\n".getBytes(StandardCharsets.UTF_16),
            "the file is UTF-16; save it as UTF-8",
            ""),
        bytes(
            "17 UTF-16, little-endian, without mark",
            "a,y\n1,2\n".getBytes(StandardCharsets.UTF_16LE),
            "the file is UTF-16; save it as UTF-8",
            ""),
        bytes(
            "18 Latin-1",
            "gr\u00f6\u00dfe,y\n1,2\n".getBytes(StandardCharsets.ISO_8859_1),
            "line 1: byte 0xf6 is not UTF-8",
            ""),
        csv(
            "19 semicolons",
            "a;y\n1;2\n3;4\n",
            "line 2, column 1 (a;y): \"1;2\" is not a number",
            "line 1 holds ';': try --delimiter ';'"),
        csv(
            "19 semicolons and decimal commas",
            "a;y\n1;2,5\n3;4,5\n",
            "line 2: 2 fields, the first record has 1",
            "line 1 holds ';': try --delimiter ';'"),
        csv(
            "19 tabs",
            "a\ty\n1\t2\n3\t4\n",
            "line 2, column 1 (a\\u0009y): \"1\\u00092\" is not a number",
            "line 1 holds a tab: try --delimiter tab"),
        magic("20 gzip", "\u001f\u008b\b\0\0", "this is a gzip file, not CSV"),
        magic("20 PNG", "\u0089PNG\r\n", "this is a PNG file, not CSV"),
        magic("20 HTML", "<!DOCTYPE html><p>", "this is an HTML file, not CSV"),
        magic("20 Parquet", "PAR1....", "this is a Parquet file, not CSV"),
        magic("20 zip", "PK\u0003\u0004..", "this is a zip file, not CSV"),
        csv(
            "21 a long field",
            "a,y\n1," + "x".repeat((1 << 20) + 1) + "\n",
            "line 2: field 2 is longer than 1048576 characters"),
        csv("21 many columns", "a,".repeat(10_000) + "b\n", "line 1: 10001 columns; at most 10000"),
        csv(
            "22 escape sequence",
            among("\u001b[31mred"),
            cell + "\"\\u001b[31mred\" is not a number" + others,
            ONLY_COLUMNS),
        csv(
            "22 right-to-left override",
            among("\u202e" + "9".repeat(60)),
            cell + "\"\\u202e" + "9".repeat(33) + "…\" is not a number" + others,
            ONLY_COLUMNS));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badFiles")
  void aBadFileIsAnsweredWithItsSentence(Case bad) throws Exception {
    Files.write(folder.resolve("d.csv"), bad.file());
    for (String tag : List.of("", "tr", "ar-EG", "de")) {
      Locale before = Locale.getDefault();
      try {
        Locale.setDefault(tag.isEmpty() ? before : Locale.forLanguageTag(tag));
        desk.refuses("train @d.csv --target y", 65, bad.message(), bad.hint());
        desk.refuses("inspect @d.csv", 65, bad.message(), bad.hint());
      } finally {
        Locale.setDefault(before);
      }
    }
    assertThat(folder.resolve("d.csv")).hasBinaryContent(bad.file());
  }

  @Test
  void aMissingCellIsAnErrorOnRequest() throws Exception {
    desk.put("d.csv", "a,b,y\n1,1,1\n1,?,2.5\n");
    String message = "d.csv: line 3, column 2 (b): missing value \"?\"";
    String hint = "--missing impute or --missing drop";
    desk.refuses("train @d.csv --target y --missing error", 65, message, hint);
    desk.refuses("inspect @d.csv --missing error", 65, message, hint);
  }

  @Test
  void aMissingTargetIsCounted() throws Exception {
    desk.put("d.csv", "a,b,y\n1,2,1.5\n1,2,\n1,3,NA\n");
    desk.refuses(
        "train @d.csv --target y",
        65,
        "d.csv: line 3, column 3 (y): the target is missing in 2 rows",
        "--missing-target drop");
  }
}
