package dev.gradus.tabular.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/hyperparameters.md} is that of the table. {@code -Dgradus.write-docs=true} writes it
 * instead.
 */
class HyperparametersPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("gradus.root", ".."), "docs", "hyperparameters.md");

  @Test
  void theDocumentIsThatOfTheTable() throws IOException {
    if (Boolean.getBoolean("gradus.write-docs")) {
      Files.writeString(PAGE, HyperparametersPage.text());
    }
    assertThat(PAGE)
        .as("written anew by -Dgradus.write-docs=true")
        .hasContent(HyperparametersPage.text());
  }

  @Test
  void eachStandsThereOnceWithItsRange() {
    String page = HyperparametersPage.text();
    for (Hyperparameter<?> parameter : Hyperparameters.all()) {
      assertThat(page)
          .containsOnlyOnce(
              "\n| `" + parameter.name() + "` | " + parameter.form().wanted() + " | ");
    }
  }
}
