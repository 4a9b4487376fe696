package dev.gradus.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The float32 kernels are the float64 kernels with the types exchanged. What is marked {@code wide}
 * stays double. Lines break elsewhere, so the words are compared, not the lines.
 *
 * <p>{@link KernelTwins} writes the float32 files.
 */
class KernelTwinsTest {
  private static final Path ROOT = Path.of(System.getProperty("gradus.root", ".."));

  /** Names, numbers and single signs. */
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_.]+|\\S");

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }

  static List<String> names() {
    return KernelTwins.NAMES;
  }

  @ParameterizedTest
  @MethodSource("names")
  void floatTwinIsTheDoubleTextWithTheTypesExchanged(String name) throws IOException {
    String made = KernelTwins.made(ROOT, name);
    Path file = KernelTwins.file(ROOT, "Float", name);
    List<String> expected = words(made);
    List<String> actual = words(Files.readString(file));
    for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
      assertThat(actual.get(i))
          .as(
              "word %d of %s, after \"%s\"; run KernelTwins.java?",
              i, file.getFileName(), String.join(" ", actual.subList(Math.max(0, i - 12), i)))
          .isEqualTo(expected.get(i));
    }
    assertThat(actual).hasSameSizeAs(expected).hasSizeGreaterThan(200);
  }

  @Test
  void whatIsMarkedStaysDouble() {
    assertThat(KernelTwins.twin("/* wide */ double x = (double) Math.sqrt(v); // a double"))
        .isEqualTo("/* wide */ double x = (float) Math.sqrt(v); // a double");
    assertThat(KernelTwins.twin("AdamScalars scalars, /* wide */\n      double step, double[] m"))
        .isEqualTo("AdamScalars scalars, /* wide */\n      double step, float[] m");
    assertThat(KernelTwins.twin("DoubleTiles.tile DoubleVector Double.MAX redoubled doubles"))
        .isEqualTo("FloatTiles.tile FloatVector Float.MAX redoubled doubles");
  }
}
