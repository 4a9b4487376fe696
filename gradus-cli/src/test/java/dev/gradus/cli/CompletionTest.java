package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {
  private final Completion completion = new Completion(Main.commands());

  @TempDir Path folder;

  private String run(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
      return said.strip();
    } catch (IOException e) {
      assumeTrue(false, command[0] + " is not there");
      return "";
    }
  }

  private String bash(String words, int place) throws Exception {
    Path script = folder.resolve("completion");
    Files.writeString(script, completion.bash());
    String ask = "source '" + script + "'; COMP_WORDS=(" + words + "); COMP_CWORD=" + place;
    return run("bash", "-c", ask + "; _gradus; echo \"${COMPREPLY[@]}\"");
  }

  @Test
  void bashCompletesCommandsFlagsAndTheirValues() throws Exception {
    assertThat(bash("gradus tr", 1)).isEqualTo("train");
    assertThat(bash("gradus export m.gradus --on", 3)).isEqualTo("--onnx");
    assertThat(bash("gradus train --optimizer adam", 3)).contains("adam adamw");
    assertThat(bash("gradus train da", 2)).isEmpty();
  }

  @Test
  void zshTakesTheScript() throws Exception {
    Path script = folder.resolve("_gradus");
    Files.writeString(script, completion.zsh());
    assertThat(completion.zsh())
        .startsWith("#compdef gradus\n")
        .contains("'export:a model in the forms of other programs'", "'--onnx[");
    assertThat(List.of(run("zsh", "-n", script.toString()))).containsExactly("");
  }
}
