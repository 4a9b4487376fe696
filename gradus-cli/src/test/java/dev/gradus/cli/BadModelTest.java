package dev.gradus.cli;

import static dev.gradus.cli.HandmadeFile.changed;
import static dev.gradus.cli.HandmadeFile.tensor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.layer.Activation;
import dev.gradus.tabular.model.CheckpointFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rows on models, checkpoints and their exports, each given to every command that reads them.
 */
class BadModelTest {
  private static final String TRAIN =
      "train @d.csv --target y --epochs 4 --hidden 3 --threads 1 --quiet ";

  @TempDir static Path folder;
  private static byte[] model = new byte[0];
  private static byte[] checkpoint = new byte[0];

  private final Desk desk = new Desk(folder);

  @BeforeAll
  static void aModelAndACheckpoint() throws IOException {
    Desk desk = new Desk(folder);
    desk.put("d.csv", Desk.numbers(30));
    Spoken said = desk.run(TRAIN + "--out @s.gradus --checkpoint @c.gradus --checkpoint-every 2");
    assertThat(said.err()).isEmpty();
    model = Files.readAllBytes(folder.resolve("s.gradus"));
    checkpoint = Files.readAllBytes(folder.resolve("c.gradus"));
    Files.delete(folder.resolve("c.gradus"));
    Files.delete(folder.resolve("c.1.gradus"));
  }

  @SuppressWarnings("ArrayRecordComponent") // made once, never compared
  record Case(String row, byte[] file, String message) {
    @Override
    public String toString() {
      return row;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] flipped(byte[] file) {
    byte[] flipped = file.clone();
    flipped[file.length - 2] ^= 4;
    return flipped;
  }

  /** Of models and checkpoints alike. */
  private static Stream<Case> framing(byte[] whole) {
    int n = whole.length;
    byte[] eight = new byte[8];
    return Stream.of(
        new Case("51 empty", new byte[0], "the file is empty"),
        new Case("52 CSV", bytes("a,b,y\n1,2,3\n"), foreign("a CSV file")),
        new Case("52 zip", bytes("PK\u0003\u0004\u0014\0\0\0\b\0"), foreign("a zip file")),
        new Case("52 gzip", bytes("\u001f\u008b\b\0\0\0\0\0\0"), foreign("a gzip file")),
        new Case("52 ONNX", bytes("\b\t\u0012\u0006gradus:"), foreign("an ONNX file")),
        new Case(
            "52 Java object",
            bytes("\u00ac\u00ed\0\u0005sr\0\u0010"),
            foreign("a serialized Java object")),
        new Case(
            "53 cut short",
            Arrays.copyOf(whole, n - 5),
            "cut short: " + (n - 5) + " of " + n + " bytes"),
        new Case(
            "54 one bit", flipped(whole), "damaged: the checksum of the weights does not match"),
        new Case("55 more", Arrays.copyOf(whole, n + 17), "17 bytes after the end"),
        new Case(
            "56 newer",
            changed(whole, "\"version\":\"2\"", "\"version\":\"3\""),
            "format 3, this Gradus reads up to 2; update Gradus"),
        new Case(
            "59 overlap",
            HandmadeFile.of(
                "{}", tensor("W1", "1,2", "0,8") + tensor("W2", "1,2", "4,12"), new byte[12]),
            "tensor \"W2\": starts at byte 4, \"W1\" ends at 8"),
        new Case(
            "59 hole",
            HandmadeFile.of("{}", tensor("W1", "1,2", "4,12"), new byte[12]),
            "tensor \"W1\": starts at byte 4, the header ends at 0"),
        new Case(
            "58 too large",
            HandmadeFile.of("{}", tensor("W1", "65536,65536", "0,8"), eight),
            "tensor \"W1\": needs 17179869184 bytes, the file has "
                + HandmadeFile.of("{}", tensor("W1", "65536,65536", "0,8"), eight).length));
  }

  private static String foreign(String what) {
    return "not a Gradus model (it looks like " + what + ")";
  }

  static Stream<Case> models() {
    String known =
        Stream.of(Activation.values()).map(Activation::kind).collect(Collectors.joining(", "));
    return Stream.concat(
        framing(model),
        Stream.of(
            new Case(
                "60 NaN",
                HandmadeFile.weighted(model, 8, new byte[] {0, 0, -64, 127}),
                "tensor \"W1\", element 2: NaN"),
            new Case(
                "61 no chain",
                changed(
                    model,
                    "\\\"inputs\\\":3,\\\"outputs\\\":1",
                    "\\\"inputs\\\":8,\\\"outputs\\\":1"),
                "layer 3: takes 8 inputs, layer 2 gives 3"),
            new Case(
                "62 a class",
                changed(
                    model, "\\\"kind\\\":\\\"relu\\\"", "\\\"kind\\\":\\\"java.lang.Runtime\\\""),
                "layer 2: \"java.lang.Runtime\" is not a known activation; known: " + known)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void aBadModelIsRefusedByEveryCommand(Case bad) throws Exception {
    Files.write(folder.resolve("m.gradus"), bad.file());
    for (String words :
        List.of(
            "info @m.gradus",
            "verify @m.gradus",
            "verify @m.gradus @d.csv",
            "check @m.gradus",
            "predict @m.gradus @d.csv",
            "evaluate @m.gradus @d.csv",
            "export @m.gradus --onnx @m.onnx",
            "train @d.csv --target y --warm-start @m.gradus --out @n.gradus")) {
      String hint = bad.row().startsWith("60") ? "gradus info m.gradus --allow-nan" : "";
      desk.refuses(words, 65, "m.gradus: " + bad.message(), hint);
    }
    Files.delete(folder.resolve("m.gradus"));
  }

  @Test
  void row60MayBeLookedAt() throws Exception {
    byte[] odd = HandmadeFile.weighted(model, 8, new byte[] {0, 0, -64, 127});
    Files.write(folder.resolve("m.gradus"), odd);
    Spoken said = desk.run("info @m.gradus --allow-nan");
    assertThat(said.status()).as(said.err()).isZero();
    assertThat(said.out())
        .contains("weights that are NaN or infinite: 1; no other command takes this model");
    assertThat(desk.run("info @s.gradus --allow-nan").out()).contains("10\n");
    Files.delete(folder.resolve("m.gradus"));
  }

  static Stream<Case> checkpoints() {
    return framing(checkpoint);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("checkpoints")
  void aBadCheckpointIsNotGoneOnFrom(Case bad) throws Exception {
    Files.write(folder.resolve("c.gradus"), bad.file());
    desk.refuses("info @c.gradus", 65, "c.gradus: " + bad.message(), "");
    desk.refuses(resume(), 65, "c.gradus: " + bad.message(), "");
    Files.write(folder.resolve("c.1.gradus"), checkpoint);
    desk.refuses(
        "info @c.gradus",
        65,
        "c.gradus: " + bad.message(),
        "older checkpoint c.1.gradus is intact");
    Spoken said = desk.run(resume());
    assertThat(said.status()).as(said.err()).isZero();
    assertThat(said.err()).contains(bad.message(), "going on from c.1.gradus", "after epoch 4");
    assertThat(folder.resolve("r.gradus")).hasBinaryContent(model);
    for (String name : List.of("c.gradus", "c.1.gradus", "r.gradus")) {
      Files.deleteIfExists(folder.resolve(name));
    }
  }

  private static String resume() {
    return TRAIN.replace(" --quiet ", " ") + "--out @r.gradus --checkpoint @c.gradus --resume";
  }

  @Test
  void row64InUse() throws Exception {
    CheckpointFile held = CheckpointFile.open(folder.resolve("c.gradus"), "--checkpoint");
    try (held) {
      long me = ProcessHandle.current().pid();
      desk.refuses(resume(), 75, "c.gradus: in use by process " + me, "");
    }
  }

  @Test
  void row48AnotherArchitecture() throws Exception {
    Files.write(folder.resolve("c.gradus"), checkpoint);
    Spoken said = desk.run(resume().replace("--hidden 3", "--hidden 8,3 --activation tanh"));
    assertThat(said.status()).isEqualTo(64);
    assertThat(said.err())
        .endsWith(
            "gradus: error: --resume: c.gradus holds 4-3-1 relu, the flags say 4-8-3-1 tanh\n");
    Files.delete(folder.resolve("c.gradus"));
  }

  @Test
  void row65AndRow78NoFolder() throws Exception {
    desk.refuses(
        "export @s.gradus --onnx @x/m.onnx", 73, "--onnx x/m.onnx: folder x does not exist", "");
    desk.refuses(
        "export @s.gradus --java @x/M.java", 73, "--java x/M.java: folder x does not exist", "");
    desk.refuses(
        "export @s.gradus --npz @x/m.npz", 73, "--npz x/m.npz: folder x does not exist", "");
    desk.refuses(
        resume().replace("@c.gradus", "@x/c.gradus"),
        73,
        "--checkpoint x/c.gradus: folder x does not exist",
        "");
  }

  /** Row 83: the hint, and what is kept. */
  @Test
  void row83ADivergedTrainingSaysWhatIsKept() throws Exception {
    desk.put("k.csv", Desk.numbers(60));
    Spoken said =
        desk.run(
            "train @k.csv --target y --hidden 8 --optimizer sgd --learning-rate 4 --epochs 500"
                + " --out @k.gradus --checkpoint @k.ckpt");
    assertThat(said.status()).as(said.err()).isEqualTo(76);
    assertThat(said.err())
        .containsPattern("note: k\\.ckpt: kept as it was after epoch [1-9][0-9]*\n")
        .containsPattern("gradus: error: training diverged at epoch [0-9]+, batch [0-9]+: ")
        .endsWith("\nhint: --learning-rate 0.4\n");
    assertThat(desk.names()).contains("k.ckpt").doesNotContain("k.gradus", "k.ckpt.lock");
    for (String name : List.of("k.csv", "k.ckpt", "k.1.ckpt")) {
      Files.deleteIfExists(folder.resolve(name));
    }
  }
}
