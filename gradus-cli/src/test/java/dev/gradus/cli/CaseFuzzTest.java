package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.gradus.error.DivergedException;
import dev.gradus.error.GradusException;
import dev.gradus.error.ModelFormatException;
import dev.gradus.tabular.file.Json;

/**
 * Any bytes whatever as a case of {@code gradus gradient}: an answer, or a refusal with a code, a
 * place and one line of text. In the build the files of {@code CaseFuzzTestInputs} are replayed; to
 * look for new ones:
 *
 * <pre>{@code
 * JAZZER_FUZZ=1 mvn -pl gradus-core,gradus-tabular,gradus-lab,gradus-cli test \
 *     -Dtest=CaseFuzzTest#answering -Dsurefire.failIfNoSpecifiedTests=false
 * }</pre>
 */
class CaseFuzzTest {
  /** A descent is as long as the case wants it; this one does not wait for it. */
  private static final int STEPS = 100;

  @FuzzTest(maxDuration = "30m")
  void answering(byte[] text) {
    try {
      GradientCase stated = CaseReader.read("c.json", text);
      if (stated.descent().map(GradientCase.Descent::steps).orElse(0) <= STEPS) {
        String answer = Json.write(GradientAnswer.of(stated, Progress.none()));
        assertThat(answer).contains("\"loss\":", "\"dW\":", "\"db\":", "\"dX\":");
      }
    } catch (ModelFormatException | DivergedException e) {
      requireDocumented(e);
    }
  }

  private static void requireDocumented(GradusException e) {
    assertThat(e.code()).matches("(case|gradient)\\.[a-z_]+");
    assertThat(e.location().place()).isEqualTo("c.json");
    assertThat(String.valueOf(e.getMessage()))
        .startsWith("c.json: ")
        .hasSizeLessThan(600)
        .matches("\\P{Cntrl}*");
  }
}
