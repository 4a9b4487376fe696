package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
    desk.put("classes.csv", Desk.classes(30));
    said =
        desk.run(
            "train @classes.csv --target kind --epochs 1 --hidden 3 --out @classes.gradus --quiet");
    assertThat(said.status()).isZero();
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

  static Stream<Case> badFiles() {
    return Stream.of(
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
            "29 a class that training did not see",
            "a,b,kind\n1,1,in\n2,2,in\n3,3,out\n4,4,in\n5,5,out\n6,6,x\n",
            "evaluate @classes.gradus @d.csv",
            65,
            "d.csv: line 7: class \"x\" was not seen in training; known: in, out",
            ""),
        of(
            "35 bce with 3",
            "a,y\n1,0\n2,1\n3,0\n4,3\n5,0\n6,3\n",
            "train @d.csv --target y --loss bce",
            65,
            "--loss bce: targets must lie in [0,1]; line 5 holds 3",
            ""),
        of(
            "34 all weights zero",
            "a,y,w\n1,2.5,0\n2,3.5,0\n",
            "train @d.csv --target y --weight w",
            65,
            "d.csv: column w: all sample weights are 0",
            ""),
        of(
            "34 a negative weight",
            "a,y,w\n1,2.5,1\n2,3.5,1\n3,4.5,-1\n",
            "train @d.csv --target y --weight w",
            65,
            "d.csv: line 4: weight -1; wants numbers of at least 0",
            ""),
        of(
            "26 nothing held out for the test",
            Desk.numbers(30),
            "train @d.csv --target y --test 0.01",
            64,
            "--test 0.01: leaves 0 of 30 rows; give at least 0.034",
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

  private void answered(String words, int status, String message, String hint) throws Exception {
    desk.refuses(words, status, message, hint);
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
        bytes(text.replace("\"version\":\"2\"", "\"version\":\"3\"")),
        "m.gradus: format 3, this Gradus reads up to 2; update Gradus");
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

  /** Row 31: a warning, and then finite numbers or a divergence, never a model of NaN. */
  @Test
  void hugeNumbersAreAWarning() throws Exception {
    desk.put("h.csv", Desk.numbers(20).replaceFirst("\n[^,]*,", "\n1e308,"));
    Spoken said = desk.run("train @h.csv --target y --epochs 1 --hidden 3 --quiet --out @h.gradus");
    assertThat(said.err())
        .startsWith("gradus: warning: h.csv: column a holds numbers up to 1.0E308; smaller units");
    assertThat(said.status()).isIn(0, 76);
    assertThat(desk.names().contains("h.gradus")).isEqualTo(said.status() == 0);
    Files.deleteIfExists(folder.resolve("h.gradus"));
    Files.delete(folder.resolve("h.csv"));
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
