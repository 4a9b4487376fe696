package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.layer.Activation;
import dev.gradus.loss.StandardLoss;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The list of bad inputs, each given to the real command: message, hint, status, and no trace. */
class BadInputTest {
  @TempDir static Path folder;
  private static byte[] model = new byte[0];

  private final Desk desk = new Desk(folder);

  @BeforeAll
  static void aSoundTableAndAModel() throws IOException {
    Desk desk = new Desk(folder);
    desk.put("sound.csv", Desk.numbers(30));
    Spoken said =
        desk.run("train @sound.csv --target y --epochs 1 --hidden 3 --out @sound.gradus --quiet");
    assertThat(said.err()).isEmpty();
    model = Files.readAllBytes(folder.resolve("sound.gradus"));
  }

  @SuppressWarnings("ArrayRecordComponent") // made once, never compared
  record Case(String row, byte[] file, String words, int status, String message, String hint) {
    @Override
    public String toString() {
      return row;
    }
  }

  private static Case of(
      String row, String text, String words, int status, String message, String hint) {
    return new Case(row, text.getBytes(StandardCharsets.UTF_8), words, status, message, hint);
  }

  private static Case csv(String row, String text, String message) {
    return of(row, text, "train @d.csv --target y", 65, "d.csv: " + message, "");
  }

  private static Case bytes(String row, byte[] file, String message) {
    return new Case(row, file, "train @d.csv --target y", 65, "d.csv: " + message, "");
  }

  private static Case odd(String row, String cell, String what) {
    return of(
        row,
        among(cell),
        "train @d.csv --target y",
        65,
        "d.csv: line 22, column 1 (b): \"" + cell + "\" " + what,
        "--categorical b, --ignore b or --missing-token " + cell);
  }

  /** A column b of twenty numbers, and one cell more. */
  private static String among(String odd) {
    return "b,y\n" + "1,2.5\n".repeat(20) + odd + ",2.5\n";
  }

  static Stream<Case> badFiles() {
    String cell = "line 22, column 1 (b): ";
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
        of(
            "9 text",
            among("abc"),
            "train @d.csv --target y",
            65,
            "d.csv: " + cell + "\"abc\" is not a number; 20 other cells of this column are",
            "--categorical b, --ignore b or --missing-token abc"),
        odd("10 infinite", "inf", "is not a finite number"),
        odd("10 Infinity", "Infinity", "is not a finite number"),
        odd("11 1d", "1d", "is not a number"),
        odd("11 0x1p3", "0x1p3", "is not a number"),
        odd("12 1e400", "1e400", "is too large for a double"),
        of(
            "13 decimal comma",
            among("\"1,5\""),
            "train @d.csv --target y",
            65,
            "d.csv: " + cell + "\"1,5\" is not a number",
            "a decimal comma? --delimiter \";\" --decimal \",\""),
        of(
            "14 missing",
            "a,b,y\n1,1,1\n1,?,2.5\n",
            "train @d.csv --target y --missing error",
            65,
            "d.csv: line 3, column 2 (b): missing value \"?\"",
            "--missing impute or --missing drop"),
        of(
            "14a target missing",
            "a,b,y\n1,2,1.5\n1,2,\n1,3,NA\n",
            "train @d.csv --target y",
            65,
            "d.csv: line 3, column 3 (y): the target is missing in 2 rows",
            "--missing-target drop"),
        csv("15 duplicate", "a,y,a\n1,2,3\n", "line 1: two columns are named \"a\""),
        csv("16 no name", "a,,y\n1,2,3\n", "line 1: column 2 has no name"),
        bytes(
            "17 UTF-16",
            "a,y\n1,2\n".getBytes(StandardCharsets.UTF_16),
            "the file is UTF-16; save it as UTF-8"),
        bytes(
            "18 Latin-1",
            "gr\u00f6\u00dfe,y\n1,2\n".getBytes(StandardCharsets.ISO_8859_1),
            "line 1: byte 0xf6 is not UTF-8"),
        bytes("20 gzip", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0}, "this is a gzip file, not CSV"),
        csv("20 HTML", "<!DOCTYPE html><p>", "this is an HTML file, not CSV"),
        csv("20 Parquet", "PAR1....", "this is a Parquet file, not CSV"),
        bytes(
            "20 PNG",
            new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10},
            "this is a PNG file, not CSV"),
        of(
            "22 escape sequence",
            among("\u001b[31mred"),
            "train @d.csv --target y",
            65,
            "d.csv: "
                + cell
                + "\"\\u001b[31mred\" is not a number; 20 other cells of this column"
                + " are",
            "--categorical b, --ignore b"),
        of(
            "23 no such target",
            "a,b,y\n1,2,3\n",
            "train @d.csv --target z",
            65,
            "--target z: no such column in d.csv; there are: a, b, y",
            ""),
        of(
            "24 target is a feature",
            Desk.numbers(9),
            "train @d.csv --target y --columns a,y",
            64,
            "--target y: also listed in --columns",
            ""),
        csv("25 one row", "a,y\n1,2\n", "1 row; at least 2 are needed to hold out 20 %"),
        of(
            "26 nothing held out",
            Desk.numbers(30),
            "train @d.csv --target y --validation 0.01",
            64,
            "--validation 0.01: leaves 0 of 30 rows; give at least 0.034",
            ""),
        csv(
            "27 one class",
            "a,y\n" + "1,0\n2,0\n".repeat(5),
            "column y holds the single class \"0\"; at least 2 are needed"),
        of(
            "28 values for classes",
            "a,y\n1,1.37\n2,2\n3,3\n",
            "train @d.csv --target y --task classification",
            65,
            "column y: 3 different values, 1.37 is not whole; for regression use --task regression",
            ""),
        of(
            "32 a column less",
            "a,b\n1,2\n",
            "predict @sound.gradus @d.csv",
            65,
            "d.csv: 2 feature columns, the model wants 3: a, b, c; not in the file: c",
            ""),
        of(
            "32 in evaluate",
            "a,b,y\n1,2,3\n",
            "evaluate @sound.gradus @d.csv",
            65,
            "d.csv: 2 feature columns, the model wants 3: a, b, c; not in the file: c",
            ""),
        of(
            "5 in predict",
            "a,b,c\n",
            "predict @sound.gradus @d.csv",
            65,
            "d.csv: there are no data rows",
            ""),
        of(
            "23 in evaluate",
            "a,b,c\n1,2,low\n",
            "evaluate @sound.gradus @d.csv",
            65,
            "d.csv: no target column \"y\"; there are: a, b, c",
            ""),
        of(
            "35 bce with 3",
            "a,y\n1,0\n2,1\n3,0\n4,3\n5,0\n6,3\n",
            "train @d.csv --target y --loss bce",
            65,
            "--loss bce: targets must lie in [0,1]; line 5 holds 3",
            ""),
        of(
            "23 --ignore",
            Desk.numbers(9),
            "train @d.csv --target y --ignore a,q",
            65,
            "--ignore q: no such column in d.csv; there are: a, b, c, y",
            ""),
        of(
            "23 --categorical",
            Desk.numbers(9),
            "train @d.csv --target y --categorical q",
            65,
            "--categorical q: no such column in d.csv; there are: a, b, c, y",
            ""),
        of(
            "two kinds",
            Desk.numbers(9),
            "train @d.csv --target y --numeric a,b --categorical b",
            64,
            "--categorical b: also listed in --numeric",
            ""),
        of(
            "23 --ignore, nearly",
            Desk.numbers(9).replaceFirst("b", "beta"),
            "train @d.csv --target y --ignore betta",
            65,
            "--ignore betta: no such column in d.csv; there are: a, beta, c, y",
            "--ignore beta"),
        of(
            "23 --columns",
            Desk.numbers(9),
            "train @d.csv --target y --columns a,q",
            65,
            "--columns q: no such column in d.csv; there are: a, b, c, y",
            ""),
        of(
            "23 with --columns",
            Desk.numbers(9),
            "train @d.csv --target z --columns a",
            65,
            "--target z: no such column in d.csv; there are: a, b, c, y",
            ""),
        of(
            "50 output is input",
            Desk.numbers(9),
            "train @d.csv --target y --out @d.csv",
            64,
            "--out d.csv: is also the input",
            ""),
        of(
            "78 no such folder",
            Desk.numbers(9),
            "train @d.csv --target y --out @no/m.gradus",
            73,
            "--out no/m.gradus: folder no does not exist",
            ""),
        of(
            "78 in predict",
            Desk.numbers(9),
            "predict @sound.gradus @d.csv --out @no/p.csv",
            73,
            "--out no/p.csv: folder no does not exist",
            ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badFiles")
  void aBadTableIsAnsweredWithItsSentence(Case bad) throws Exception {
    Files.write(folder.resolve("d.csv"), bad.file());
    answered(bad.words(), bad.status(), bad.message(), bad.hint());
    assertThat(folder.resolve("d.csv")).hasBinaryContent(bad.file());
  }

  /** In text, in JSON and in a Turkish locale; nothing is left, nothing of ours is shown. */
  private void answered(String words, int status, String message, String hint) throws Exception {
    List<String> before = desk.names();
    Spoken text = desk.run(words + " --quiet");
    String line = "gradus: error: " + message + "\n";
    assertThat(text.err()).isEqualTo(line + (hint.isEmpty() ? "" : "hint: " + hint + "\n"));
    assertThat(text.status()).isEqualTo(status);
    Spoken json = desk.run(words + " --quiet --json");
    assertThat(json.status()).isEqualTo(status);
    assertThat(json.out()).isEmpty();
    assertThat(json.err().lines()).hasSize(1);
    Map<String, Object> error = Desk.object(Desk.json(json.err()), "error");
    assertThat(error).containsEntry("message", message);
    assertThat(String.valueOf(error.get("code"))).matches("[a-z]+\\.[a-z_0-9]+");
    if (message.matches("([a-z]+\\.(csv|gradus)|FOLDER): .*")) {
      assertThat(error).containsEntry("file", message.substring(0, message.indexOf(':')));
    } else {
      assertThat(error).doesNotContainKey("file");
    }
    if (message.contains(": line ")) {
      assertThat(error).containsKey("line");
    }
    assertThat(desk.names()).isEqualTo(before);
  }

  @Test
  void aFileThatCannotBeOpenedIsNamed() throws Exception {
    answered(
        "train @sonud.csv --target y",
        66,
        "sonud.csv: no such file",
        "did you mean " + near() + "?");
    answered("train @ --target y", 66, "FOLDER: is a folder; a CSV file is wanted", "");
    answered("evaluate @ @sound.csv", 66, "FOLDER: is a folder; a model file is wanted", "");
    answered("predict @zzz.gradus @sound.csv", 66, "zzz.gradus: no such file", "");
    Path locked = desk.put("locked.csv", "a,y\n1,2\n");
    if (locked.toFile().setReadable(false) && !Files.isReadable(locked)) {
      answered("train @locked.csv --target y", 66, "locked.csv: permission denied", "");
    }
    Files.delete(locked);
  }

  /** As a message shows it: cut at 40 characters. */
  private static String near() {
    return dev.gradus.tabular.table.Quotation.name(folder.resolve("sound.csv").toString())
        .replace(folder + "/", "");
  }

  static Stream<Case> badModels() {
    return Stream.of(
        model("51 empty", new byte[0], "the file is empty"),
        model("52 CSV", bytes("a,b,y\n1,2,3\n"), "not a Gradus model (it looks like a CSV file)"),
        model(
            "52 zip",
            bytes("PK\u0003\u0004\u0014\u0000\u0000\u0000\u0008\u0000"),
            "not a Gradus model (it looks like a zip file)"),
        model(
            "57 header",
            header(Long.MAX_VALUE),
            "header of 9223372036854775807 bytes; at most 1048576"));
  }

  private static Case model(String row, byte[] file, String message) {
    return new Case(row, file, "", 65, "m.gradus: " + message, "");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] header(long length) {
    return java.nio.ByteBuffer.allocate(16)
        .order(java.nio.ByteOrder.LITTLE_ENDIAN)
        .putLong(length)
        .put(bytes("{}"))
        .array();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badModels")
  void aBadModelIsAnsweredWithItsSentence(Case bad) throws Exception {
    refused(bad.file(), bad.message());
  }

  private void refused(byte[] file, String message) throws Exception {
    Files.write(folder.resolve("m.gradus"), file);
    answered("predict @m.gradus @sound.csv", 65, message, "");
    answered("evaluate @m.gradus @sound.csv", 65, message, "");
    answered("predict @m.gradus @sound.csv --out @p.csv", 65, message, "");
    Files.delete(folder.resolve("m.gradus"));
  }

  @Test
  void aDamagedModelIsAnsweredWithItsSentence() throws Exception {
    int n = model.length;
    refused(Arrays.copyOf(model, n - 5), "m.gradus: cut short: " + (n - 5) + " of " + n + " bytes");
    refused(Arrays.copyOf(model, n + 17), "m.gradus: 17 bytes after the end");
    byte[] flipped = model.clone();
    flipped[n - 2] ^= 4;
    refused(flipped, "m.gradus: damaged: the checksum of the weights does not match");
    String text = new String(model, StandardCharsets.ISO_8859_1);
    refused(
        bytes(text.replace("\"version\":\"1\"", "\"version\":\"3\"")),
        "m.gradus: format 3, this Gradus reads up to 1; update Gradus");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "trian d.csv|unknown command \"trian\"; did you mean \"train\"?",
        "evalute m d|unknown command \"evalute\"; did you mean \"evaluate\"?",
        "train d --epoch 3|--epoch: unknown; did you mean --epochs?",
        "train d --target y --epochs|--epochs: wants a whole number",
        "train d --epochs 10 --epochs 20|--epochs: given twice (10 and 20)",
        "train d --epochs 1e3|--epochs 1e3: wants a whole number from 1 to 1000000000",
        "train d --epochs -5|--epochs -5: wants a whole number from 1 to 1000000000",
        "train d --epochs 0|--epochs 0: wants a whole number from 1 to 1000000000",
        "train d --learning-rate 0|--learning-rate 0: wants a number above 0 and at most 1e6",
        "train d --learning-rate -1|--learning-rate -1: wants a number above 0 and at most 1e6",
        "train d --learning-rate NaN|--learning-rate NaN: wants a number above 0 and at most 1e6",
        "article --learning-rate 1e999|--learning-rate 1e999: wants a number above 0 and at most 1e6",
        "train d --hidden 16,0|--hidden 16,0: layer 2 has 0 units; wants 1 to 16777216",
        "train d --hidden 16,,32|--hidden 16,,32: layer 2 is empty; wants 1 to 16777216",
        "article --hidden 99999999|--hidden 99999999: layer 1 has 99999999 units; wants 1 to 16777216",
        "train d --dropout 1|--dropout 1: wants a number from 0 to below 1",
        "train d --normalization batches|--normalization batches: wants one of none, batch, layer; did you mean batch?",
        "train d --threads 0|--threads 0: wants 1 to 1024",
        "train d --threads 10000|--threads 10000: wants 1 to 1024",
        "train d --validation 1|--validation 1: wants a number above 0 and below 1",
        "train d|--target: missing; wants a value (COLUMN)",
      })
  void aBadFlagIsAnsweredWithItsSentence(String words, String message) throws Exception {
    answered(words, 64, message, "");
  }

  @Test
  void anUnknownNameIsAnsweredWithThoseOfTheTable() throws Exception {
    String activations =
        Stream.of(Activation.values()).map(Activation::kind).collect(Collectors.joining(", "))
            + ", prelu, softmax";
    String losses =
        Stream.of(StandardLoss.values())
            .map(StandardLoss::toString)
            .collect(Collectors.joining(", "));
    answered(
        "train d --activation rleu",
        64,
        "--activation rleu: wants one of " + activations + "; did you mean relu?",
        "");
    answered(
        "train d --loss msa", 64, "--loss msa: wants one of " + losses + "; did you mean mse?", "");
  }

  @Test
  void withoutACommandThereIsShortHelpOnStandardError() {
    Spoken said = desk.run(new String[0]);
    assertThat(said.status()).isEqualTo(64);
    assertThat(said.out()).isEmpty();
    assertThat(said.err())
        .startsWith("Usage: gradus COMMAND [FLAGS] [ARGUMENTS]\n")
        .contains("\n  train ", "\n  predict ", "\n  evaluate ", "\n  article ");
  }

  @Test
  void aDivergedTrainingLeavesNoModel() throws Exception {
    desk.put("big.csv", Desk.numbers(200));
    Spoken said =
        desk.run(
            "train @big.csv --target y --learning-rate 1e6 --epochs 20 --hidden 64,64,64 --quiet"
                + " --out @big.gradus");
    assertThat(said.err())
        .startsWith("gradus: error: training diverged at epoch ")
        .contains("\nhint: --learning-rate 100000\n");
    assertThat(said.status()).isEqualTo(76);
    assertThat(desk.names()).doesNotContain("big.gradus");
    Files.delete(folder.resolve("big.csv"));
  }

  @Test
  void aConstantColumnIsAWarningAndUnderStrictAnError() throws Exception {
    desk.put("k.csv", Desk.numbers(20).replace("\n", ",7\n").replaceFirst(",7\n", ",k\n"));
    String words = "train @k.csv --target y --epochs 1 --hidden 3 --quiet --out @k.gradus";
    Spoken said = desk.run(words);
    assertThat(said.err())
        .isEqualTo("gradus: warning: k.csv: column k is constant; it is kept as 0\n");
    assertThat(said.status()).isZero();
    Files.delete(folder.resolve("k.gradus"));
    Map<String, Object> warning =
        Desk.object(Desk.json(desk.run(words + " --json").err()), "warning");
    assertThat(warning).containsEntry("code", "data.constant").containsEntry("file", "k.csv");
    Files.delete(folder.resolve("k.gradus"));
    assertThat(desk.run(words + " --strict").status()).isEqualTo(65);
    assertThat(desk.names()).doesNotContain("k.gradus");
    Files.delete(folder.resolve("k.csv"));
  }
}
