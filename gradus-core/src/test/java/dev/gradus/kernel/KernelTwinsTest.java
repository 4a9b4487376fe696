package dev.gradus.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The float32 kernels are the float64 kernels with the types exchanged. What is marked {@code wide}
 * stays double. Lines break elsewhere, so the words are compared, not the lines.
 *
 * <p>{@code -Dgradus.write-twins=true} writes the float32 files instead; format them afterwards.
 */
class KernelTwinsTest {
  private static final Path KERNELS =
      Path.of(
          System.getProperty("gradus.root", ".."), "gradus-core/src/main/java/dev/gradus/kernel");

  /** Names, numbers and single signs. */
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_.]+|\\S");

  /** What stays as it is: comments, and a double that is marked. */
  private static final Pattern KEPT =
      Pattern.compile("/\\* wide \\*/\\s+double|/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);

  /** The exchange. */
  static String twin(String text) {
    StringBuilder twin = new StringBuilder();
    Matcher kept = KEPT.matcher(text);
    int from = 0;
    while (kept.find()) {
      twin.append(exchanged(text.substring(from, kept.start()))).append(kept.group());
      from = kept.end();
    }
    return twin.append(exchanged(text.substring(from))).toString();
  }

  private static String exchanged(String code) {
    return code.replaceAll("\\bdouble\\b", "float")
        .replaceAll("\\bDouble(?=(Vector)?(Kernels|Tiles|Transpose)?\\b)", "Float")
        .replaceAll("\\bLongVector\\b", "IntVector")
        .replaceAll("\\breinterpretAsLongs\\b", "reinterpretAsInts")
        .replaceAll("\\blongBitsToDouble\\b", "intBitsToFloat");
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Kernels", "Tiles", "VectorKernels", "VectorTiles", "Transpose"})
  void floatTwinIsTheDoubleTextWithTheTypesExchanged(String name) throws IOException {
    String made = twin(Files.readString(KERNELS.resolve("Double" + name + ".java")));
    Path file = KERNELS.resolve("Float" + name + ".java");
    if (Boolean.getBoolean("gradus.write-twins")) {
      Files.writeString(file, made);
    }
    List<String> expected = words(made);
    List<String> actual = words(Files.readString(file));
    for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
      assertThat(actual.get(i))
          .as(
              "word %d of %s, after \"%s\"; run once with -Dgradus.write-twins=true?",
              i, file.getFileName(), String.join(" ", actual.subList(Math.max(0, i - 12), i)))
          .isEqualTo(expected.get(i));
    }
    assertThat(actual).hasSameSizeAs(expected).hasSizeGreaterThan(200);
  }

  @Test
  void whatIsMarkedStaysDouble() {
    assertThat(twin("/* wide */ double x = (double) Math.sqrt(v); // a double"))
        .isEqualTo("/* wide */ double x = (float) Math.sqrt(v); // a double");
    assertThat(twin("AdamScalars scalars, /* wide */\n      double step, double[] m"))
        .isEqualTo("AdamScalars scalars, /* wide */\n      double step, float[] m");
    assertThat(twin("DoubleTiles.tile DoubleVector Double.MAX redoubled doubles"))
        .isEqualTo("FloatTiles.tile FloatVector Float.MAX redoubled doubles");
  }
}
