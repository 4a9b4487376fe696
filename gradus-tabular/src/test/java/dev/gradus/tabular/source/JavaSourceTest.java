package dev.gradus.tabular.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gradus.matrix.Precision;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.model.Predictions;
import dev.gradus.tabular.model.RandomModel;
import dev.gradus.tabular.onnx.SampleTable;
import dev.gradus.tabular.table.Table;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exported sources are compiled without Gradus and give its bits. */
class JavaSourceTest {
  /** So many that each activation and each layer comes in both precisions. */
  private static final int MODELS = 28;

  private static final int ROWS = 20;

  @TempDir Path folder;

  private static Model model(int number) {
    return RandomModel.of(number, number % 4 < 2 ? Precision.FLOAT32 : Precision.FLOAT64);
  }

  @Test
  void theCompiledSourceGivesTheSameBits() throws Exception {
    for (int i = 0; i < MODELS; i++) {
      String source = JavaSource.of(model(i), "Model" + i);
      assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(source)).isTrue();
      Files.writeString(folder.resolve("Model" + i + ".java"), source);
    }
    try (CompiledSource compiled = new CompiledSource(folder)) {
      for (int i = 0; i < MODELS; i++) {
        Model model = model(i);
        Class<?> exported = compiled.load("Model" + i);
        Table table = SampleTable.of(model, ROWS, i);
        Predictions wanted = model.predict(table);
        for (int row = 0; row < ROWS; row++) {
          assertThat(CompiledSource.predict(exported, table, row))
              .as("model %d, row %d", i, row)
              .isEqualTo(answer(wanted, row));
        }
        assertThat(names(exported, "COLUMNS")).isEqualTo(model.features().names());
        if (wanted instanceof Predictions.Classes classes) {
          assertThat(names(exported, "CLASSES")).isEqualTo(classes.classes());
        }
      }
    }
  }

  private static Object names(Class<?> exported, String field) throws Exception {
    Field names = exported.getField(field);
    return names.get(null);
  }

  private static double[] answer(Predictions wanted, int row) {
    return switch (wanted) {
      case Predictions.Values values -> new double[] {values.values()[row]};
      case Predictions.Several several -> {
        int k = several.names().size();
        int first = several.names().getFirst().equals("prediction") ? 1 : 0; // of quantiles: levels
        yield Arrays.copyOfRange(several.values(), row * k + first, (row + 1) * k);
      }
      case Predictions.Classes classes -> {
        int k = classes.classes().size();
        yield Arrays.copyOfRange(classes.probabilities(), row * k, (row + 1) * k);
      }
    };
  }

  @Test
  void onlyTheElementaryFunctionsThatAreCalledComeAlong() {
    String source = JavaSource.of(RandomModel.of(27, Precision.FLOAT32), "Model");
    assertThat(source).contains("Math.max(0.0, v)").doesNotContain("class Gated");
    assertThat(source).isEqualTo(JavaSource.of(RandomModel.of(27, Precision.FLOAT32), "Model"));
  }

  /** A class of one of these names would take its place in the source. */
  @Test
  void noTypeThatASourceNamesCanBeItsName() {
    Pattern type = Pattern.compile("(?<![.\\w])[A-Z][A-Za-z]*[a-z][A-Za-z0-9]*\\b");
    for (int i = 0; i < MODELS; i++) {
      String code =
          JavaSource.of(model(i), "Chosen")
              .replaceAll("\"(?:[^\"\\\\\n]++|\\\\.)*+\"", "")
              .replaceAll("(?s)/\\*.*?\\*/|//[^\n]*", "");
      Matcher names = type.matcher(code);
      while (names.find()) {
        boolean own = names.group().equals("Chosen");
        assertThat(JavaSource.isClassName(names.group())).as(names.group()).isEqualTo(own);
      }
    }
  }

  @Test
  void theLocaleDoesNotReachTheSource() {
    Locale before = Locale.getDefault();
    String source = JavaSource.of(model(0), "Model");
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(JavaSource.of(model(0), "Model")).isEqualTo(source);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void namesThatMeanSomethingElseAreRefused() {
    assertThat(JavaSource.isClassName("Housing_2")).isTrue();
    for (String name : new String[] {"", "2x", "a-b", "class", "Math", "Elementary", "Columns0"}) {
      assertThat(JavaSource.isClassName(name)).as(name).isFalse();
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JavaSource.of(model(0), "a-b"))
        .withMessage("a-b: wants the name of a Java class");
  }
}
