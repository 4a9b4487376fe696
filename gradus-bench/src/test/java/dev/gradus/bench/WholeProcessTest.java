package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeProcessTest {
  @TempDir private Path folder;

  @Test
  void aCompactSourceFileRunsOnTheCoreAlone() throws Exception {
    String source =
        """
        import module dev.gradus.core;
        void main() {
          IO.println(Compute.float64().threads());
        }
        """;
    Path file = Files.writeString(folder.resolve("Small.java"), source);
    WholeProcess whole = WholeProcess.compile(file, folder);
    assertThat(Child.run(whole.command(), Map.of()).output()).isEqualTo("1\n");
  }

  @Test
  void whatDoesNotCompileIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("Broken.java"), "void main() { nothing(); }");
    assertThatThrownBy(() -> WholeProcess.compile(file, folder))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("javac Broken ended with status 1");
  }
}
