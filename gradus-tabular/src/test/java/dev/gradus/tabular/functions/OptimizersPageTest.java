package dev.gradus.tabular.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.optimize.Schedule;
import dev.gradus.optimize.StandardOptimizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/optimizers.md} and its picture are those of the tables. {@code
 * -Dgradus.write-docs=true} writes them instead.
 */
class OptimizersPageTest {
  private static final Path DOCS = Path.of(System.getProperty("gradus.root", ".."), "docs");

  @Test
  void theDocumentsAreThoseOfTheTables() throws IOException {
    for (Map.Entry<String, String> file : OptimizersPage.files().entrySet()) {
      Path path = DOCS.resolve(file.getKey());
      if (Boolean.getBoolean("gradus.write-docs")) {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.writeString(path, file.getValue());
      }
      assertThat(path).as("written anew by -Dgradus.write-docs=true").hasContent(file.getValue());
    }
  }

  @Test
  void everyOptimizerAndScheduleIsThereWithItsFormula() {
    String page = OptimizersPage.files().get("optimizers.md");
    for (StandardOptimizer optimizer : StandardOptimizer.values()) {
      assertThat(page).contains("\n### " + optimizer + "\n\nStandard: `");
    }
    for (Schedule schedule : Schedule.values()) {
      assertThat(page).contains("\n### " + schedule + "\n\n`LearningRate#");
    }
    assertThat(page)
        .contains("```\nv ← v + g²\nθ ← θ − η g / (√v + ε)\n```", "η = rate · (1 − step / steps)")
        .doesNotContain("{@", "<p>", "<pre>", "@param", "&lt;");
  }
}
