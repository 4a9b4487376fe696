package dev.gradus.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MistakesDocumentTest {

  @Test
  void theDocumentIsTheTables() throws IOException {
    Path document = Path.of(System.getProperty("gradus.root", ".."), "docs/mistakes.md");
    List<String> rows =
        Files.readAllLines(document).stream()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| mistake |"))
            .toList();
    assertThat(rows)
        .isEqualTo(
            Mistake.all().stream()
                .map(mistake -> "| " + mistake.title() + " | " + mistake.sentence() + " |")
                .toList());
  }
}
