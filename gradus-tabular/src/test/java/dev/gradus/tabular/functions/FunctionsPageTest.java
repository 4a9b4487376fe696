package dev.gradus.tabular.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.layer.Activation;
import dev.gradus.loss.StandardLoss;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/functions.md} and its pictures are those of the tables. {@code
 * -Dgradus.write-docs=true} writes them instead.
 */
class FunctionsPageTest {
  private static final Path DOCS = Path.of(System.getProperty("gradus.root", ".."), "docs");

  @Test
  void theDocumentsAreThoseOfTheTables() throws IOException {
    Map<String, String> files = FunctionsPage.files();
    List<String> stale = new ArrayList<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = DOCS.resolve(file.getKey());
      if (Boolean.getBoolean("gradus.write-docs")) {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.writeString(path, file.getValue());
      } else if (!Files.exists(path) || !Files.readString(path).equals(file.getValue())) {
        stale.add(file.getKey());
      }
    }
    assertThat(stale).as("written anew by -Dgradus.write-docs=true").isEmpty();
  }

  @Test
  void everyFunctionIsThereWithFormulaAndPicture() {
    Map<String, String> files = FunctionsPage.files();
    assertThat(files).hasSize(Activation.values().length + StandardLoss.values().length + 1);
    String page = files.get("functions.md");
    for (Activation f : Activation.values()) {
      assertThat(page).contains("\n### " + f.kind() + "\n\nf(x) = ");
    }
    for (StandardLoss loss : StandardLoss.values()) {
      assertThat(page).contains("\n### " + loss + "\n").contains("functions/" + loss + ".svg");
    }
    assertThat(page).contains("#### `LeakyRelu`", "#### `Elu`", "#### `Huber`", "#### `Quantile`");
    assertThat(page).doesNotContain("{@", "<p>", "@param", "MeanLoss");
  }
}
