package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the document says what it says. */
class GradientCasesDocumentTest {
  @TempDir Path folder;

  @Test
  void theExampleRuns() throws Exception {
    Path document = Path.of(System.getProperty("gradus.root", ".."), "docs/gradient-cases.md");
    List<String> blocks = Arrays.asList(Files.readString(document).split("```(json)?\n"));
    Desk desk = new Desk(folder);
    desk.put("unit.json", blocks.get(1));
    Spoken said = desk.run("gradient @unit.json");
    assertThat(said.err()).isEmpty();
    assertThat(said.out()).isEqualTo(blocks.get(5));
    desk.put("theirs.json", "{\"id\": \"unit\", \"dW\": [[[13.0]]], \"db\": [[-4.0]]}");
    said = desk.run("gradient @unit.json --against @theirs.json");
    assertThat(said.status()).isEqualTo(1);
    assertThat(said.out()).contains(blocks.get(7));
  }
}
