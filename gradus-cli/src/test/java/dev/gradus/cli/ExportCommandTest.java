package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
  @TempDir Path folder;
  private Desk desk = new Desk(Path.of("."));

  @BeforeEach
  void aModel() throws Exception {
    desk = new Desk(folder);
    desk.put("c.csv", Desk.classes(40));
    desk.run("train @c.csv --target kind --epochs 2 --quiet --out @m.gradus");
  }

  private void refused(String line, int status, String message) {
    Spoken said = desk.run(line);
    assertThat(said.err()).isEqualTo("gradus: error: " + message + "\n");
    assertThat(said.status()).isEqualTo(status);
  }

  @Test
  void anOnnxFileHasItsVectorsBesideIt() throws Exception {
    Spoken said = desk.run("export @m.gradus --onnx @m.onnx --json");
    assertThat(said.err()).isEmpty();
    assertThat(said.status()).isZero();
    assertThat(Desk.json(said.out()))
        .containsExactly(Map.entry("onnx", "m.onnx"), Map.entry("vectors", "m.onnx.vectors.json"));
    byte[] first = Files.readAllBytes(folder.resolve("m.onnx"));
    desk.run("export @m.gradus --onnx @m.onnx");
    assertThat(folder.resolve("m.onnx")).hasBinaryContent(first);
    assertThat(Files.readString(folder.resolve("m.onnx.vectors.json")))
        .startsWith("{\"precision\":\"float32\"")
        .contains("\"prediction\":[\"", "\"probabilities\":[[");
    desk.run("export @m.gradus --onnx @m.onnx --float64");
    assertThat(Files.readString(folder.resolve("m.onnx.vectors.json")))
        .startsWith("{\"precision\":\"float64\"");
  }

  @Test
  void aJavaSourceIsCalledAfterItsFile() throws Exception {
    assertThat(desk.run("export @m.gradus --java @Kind.java").out()).isEqualTo("wrote Kind.java\n");
    assertThat(Files.readString(folder.resolve("Kind.java"))).contains("public final class Kind {");
  }

  @Test
  void theParametersAloneAreForNumPy() throws Exception {
    assertThat(desk.run("export @m.gradus --npz @m.npz").out()).isEqualTo("wrote m.npz\n");
    assertThat(Files.readAllBytes(folder.resolve("m.npz"))).startsWith('P', 'K', 3, 4);
  }

  @Test
  void whatCannotBeWrittenIsSaid() {
    refused("export @m.gradus --onnx @x/m.onnx", 73, "--onnx x/m.onnx: folder x does not exist");
    refused(
        "export @m.gradus",
        64,
        "gradus export: nothing to write; wants one or more of --onnx, --java, --npz");
    refused("export @m.gradus --onnx @m.gradus", 64, "--onnx m.gradus: is also the input");
    assertThat(desk.run("export @m.gradus --java @my-model.java").err())
        .endsWith(": wants the name of a Java class before .java, e.g. Model.java\n");
    refused(
        "export @m.gradus --java @Model.java --float64",
        64,
        "--float64: is about the numbers of an ONNX graph; wants --onnx FILE");
    refused("export @absent.gradus --onnx @m.onnx", 66, "absent.gradus: no such file");
    refused(
        "export @c.csv --onnx @m.onnx", 65, "c.csv: not a Gradus model (it looks like a CSV file)");
  }
}
