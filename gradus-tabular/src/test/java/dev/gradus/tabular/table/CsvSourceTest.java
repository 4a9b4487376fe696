package dev.gradus.tabular.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gradus.error.FileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvSourceTest {
  @TempDir Path folder;

  @Test
  void aFileThatIsNotThereIsAnsweredWithTheNearest() throws IOException {
    Files.writeString(folder.resolve("houses.csv"), "a\n1\n");
    FileException e = refusal(folder + "/house.csv");
    assertThat(e).hasMessage(folder + "/house.csv: no such file");
    assertThat(e.hint()).contains("did you mean " + Quotation.name(folder + "/houses.csv") + "?");
    assertThat(e.code()).isEqualTo("file.cannot_open");
    assertThat(refusal(folder + "/quite-another.csv").hint()).isEmpty();
    assertThat(refusal(folder + "/none/d.csv")).hasMessage(folder + "/none/d.csv: no such file");
  }

  @Test
  void aFolderIsNotAFile() {
    assertThat(refusal(folder.toString()))
        .hasMessage(folder + ": is a folder; a CSV file is wanted");
  }

  @Test
  void aNameThatNoFileCanHaveIsNoSuchFile() {
    assertThat(refusal("a\u0000b")).hasMessage("a\\u0000b: no such file");
  }

  @Test
  void aFileThatMayNotBeReadSaysSo() throws IOException {
    Path file = Files.writeString(folder.resolve("d.csv"), "a\n1\n");
    Assumptions.assumeTrue(file.toFile().setReadable(false), "the file stays readable here");
    Assumptions.assumeFalse(Files.isReadable(file), "root reads every file");
    assertThat(refusal(file.toString())).hasMessage(file + ": permission denied");
  }

  @Test
  void aStreamCanBeReadTwice() throws IOException {
    CsvSource source =
        CsvSource.stream("-", new ByteArrayInputStream("a\n1\n".getBytes(StandardCharsets.UTF_8)));
    for (int i = 0; i < 2; i++) {
      try (InputStream in = source.open()) {
        assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("a\n1\n");
      }
    }
  }

  private static FileException refusal(String name) {
    return catchThrowableOfType(FileException.class, () -> CsvSource.file(name));
  }
}
