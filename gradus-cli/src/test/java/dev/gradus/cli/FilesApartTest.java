package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesApartTest {
  private static final String TRAIN = "train @n.csv --target y --epochs 1 --hidden 3 --quiet ";

  @TempDir Path folder;
  private Desk desk = new Desk(Path.of("."));

  @BeforeEach
  void tables() throws Exception {
    desk = new Desk(folder);
    desk.put("n.csv", Desk.numbers(50));
    desk.put("v.csv", Desk.numbers(20));
  }

  private void refuses(String words, String message) throws Exception {
    List<String> before = desk.names();
    Spoken said = desk.run(TRAIN + words);
    assertThat(said.err()).isEqualTo("gradus: error: " + message + "\n");
    assertThat(said.status()).isEqualTo(64);
    assertThat(desk.names()).isEqualTo(before);
  }

  @Test
  void theInputIsKnownUnderAnotherNameToo() throws Exception {
    Path data = Files.writeString(folder.resolve("d.csv"), "a\n1\n");
    Path link = Files.createSymbolicLink(folder.resolve("e.csv"), data);
    Spoken said = Spoken.by(Rehearsal.COMMANDS, "train", data.toString(), "--out", link.toString());
    assertThat(said.status()).isEqualTo(64);
    assertThat(said.err()).endsWith(": is also the input\n");
    said = Spoken.by(Rehearsal.COMMANDS, "train", data.toString(), "--out", data + "2");
    assertThat(said.status()).isZero();
  }

  @Test
  void noOutputOfATrainingIsOneOfItsInputs() throws Exception {
    Files.writeString(folder.resolve("g.conf"), "seed = 1\n");
    for (String output : List.of("--out", "--report", "--history", "--checkpoint")) {
      String out = output.equals("--out") ? "" : "--out @m.gradus ";
      refuses(out + output + " @n.csv", output + " n.csv: is also the input");
      refuses(
          out + "--validation @v.csv " + output + " @v.csv",
          output + " v.csv: is also --validation");
      refuses(out + "--test @v.csv " + output + " @v.csv", output + " v.csv: is also --test");
      refuses(
          out + "--warm-start @w.gradus " + output + " @w.gradus",
          output + " w.gradus: is also --warm-start");
      refuses(
          out + "--config @g.conf " + output + " @g.conf", output + " g.conf: is also --config");
    }
    assertThat(folder.resolve("n.csv")).hasContent(Desk.numbers(50));
  }

  @Test
  void noOutputOfATrainingIsAnother() throws Exception {
    String model = TrainCommand.modelName("n.csv"); // in the folder of the process
    refuses("--report " + model, "--report n.gradus: is also the model");
    refuses("--history ./" + model, "--history ./n.gradus: is also the model");
    refuses("--checkpoint " + model, "--checkpoint n.gradus: is also the model");
    refuses("--out @m.gradus --checkpoint @m.gradus", "--checkpoint m.gradus: is also --out");
    refuses(
        "--out @m.1.gradus --checkpoint @m.gradus",
        "--checkpoint m.gradus: the one before it, m.1.gradus, is also --out");
    refuses(
        "--out @m.gradus --checkpoint @c.gradus --report @c.1.gradus",
        "--report c.1.gradus: is also the older checkpoint");
  }

  @Test
  void aFolderUnderTwoNamesIsOne() throws Exception {
    Files.createSymbolicLink(folder.resolve("link"), folder);
    refuses("--out @m.gradus --report @link/m.gradus", "--report link/m.gradus: is also --out");
  }

  @Test
  void whatIsNoCheckpointIsNotReplacedByOne() throws Exception {
    desk.put("t.txt", "what I wanted to keep\n");
    refuses(
        "--out @m.gradus --checkpoint @t.txt",
        "--checkpoint t.txt: is there and is no checkpoint; wants one, or a new name");
    assertThat(desk.run(TRAIN + "--out @m.gradus").status()).isZero();
    refuses(
        "--out @o.gradus --checkpoint @m.gradus",
        "--checkpoint m.gradus: is there and is no checkpoint; wants one, or a new name");
    desk.put("empty", "");
    assertThat(desk.run(TRAIN + "--out @o.gradus --checkpoint @empty").status()).isZero();
    assertThat(desk.run(TRAIN + "--out @o.gradus --checkpoint @empty").err())
        .contains("the checkpoint that is there will be replaced");
  }

  @Test
  void anExportIsWrittenToFilesOfItsOwn() throws Exception {
    assertThat(desk.run(TRAIN + "--out @m.gradus").status()).isZero();
    assertThat(desk.run("export @m.gradus --onnx @x --npz @x").err())
        .isEqualTo("gradus: error: --npz x: is also --onnx\n");
    assertThat(desk.run("export @m.gradus --onnx @x --npz @x.vectors.json").err())
        .isEqualTo("gradus: error: --onnx x: its test vectors' file is also --npz\n");
    assertThat(desk.run("predict @m.gradus @n.csv --out @m.gradus").err())
        .isEqualTo("gradus: error: --out m.gradus: is also the input\n");
  }
}
