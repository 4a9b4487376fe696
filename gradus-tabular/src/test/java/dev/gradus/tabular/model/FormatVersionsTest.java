package dev.gradus.tabular.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tabular.file.TensorFile;
import dev.gradus.tabular.file.TensorFileReader;
import dev.gradus.tabular.table.CsvSource;
import dev.gradus.tabular.table.Table;
import dev.gradus.tabular.table.TableOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files of every format version, as they were written then, give the numbers that {@code gradus
 * predict} gave then, to the last digit.
 */
class FormatVersionsTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void valuesAreThoseOfThen(int version) {
    String name = "format-" + version + "/values-" + version;
    Model model = Model.read(name, KeptFiles.bytes(name + ".gradus"));
    Table table = table("format-1/lines.csv", model);
    double[] values = ((Predictions.Values) model.predict(table)).values();
    List<String> lines = new ArrayList<>(List.of("prediction"));
    for (double value : values) {
      lines.add(Double.toString(value));
    }
    assertThat(lines).hasSize(51).isEqualTo(lines(name + ".csv"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void classesAndProbabilitiesAreThoseOfThen(int version) {
    String name = "format-" + version + "/classes-" + version;
    Model model = Model.read(name, KeptFiles.bytes(name + ".gradus"));
    Table table = table("format-1/flowers.csv", model);
    Predictions.Classes classes = (Predictions.Classes) model.predict(table);
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      StringBuilder line = new StringBuilder(classes.text(row));
      for (int j = 0; j < 3; j++) {
        line.append(',').append(classes.probabilities()[row * 3 + j]);
      }
      lines.add(line.toString());
    }
    List<String> then = lines(name + ".csv");
    assertThat(lines).hasSize(60).isEqualTo(then.subList(1, then.size()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void theNewestVersionHasTestVectors(int version) {
    String name = "format-" + version + "/values-" + version;
    Model model = Model.read(name, KeptFiles.bytes(name + ".gradus"));
    assertThat(model.vectors().rows()).hasSize(version == 1 ? 0 : 10);
  }

  @Test
  void checkpointsAreRead() {
    Path file = Path.of("checkpoint-2.gradus");
    byte[] bytes = KeptFiles.bytes("format-2/checkpoint-2.gradus");
    Kept kept = Kept.of(file, TensorFileReader.read(file.toString(), bytes));
    assertThat(kept.epoch()).isEqualTo(15);
    assertThat(kept.state().step()).isEqualTo(30);
    assertThat(kept.state().vectors().get("theta")).hasSize(89 + 20); // with the running statistics
    assertThat(kept.run()).containsEntry("network", "5-6-4-3 batch_norm leaky_relu");
  }

  /** Who makes another version adds its files here. */
  @Test
  void everyVersionIsThere() {
    assertThat(IntStream.rangeClosed(1, TensorFile.VERSION))
        .allSatisfy(
            version ->
                assertThat(
                        getClass()
                            .getResource("format-" + version + "/values-" + version + ".gradus"))
                    .isNotNull());
  }

  private static Table table(String name, Model model) {
    CsvSource source = CsvSource.bytes(name, KeptFiles.bytes(name));
    return Table.read(source, TableOptions.STANDARD.onlyKinds(model.features().kinds()));
  }

  private static List<String> lines(String name) {
    return new String(KeptFiles.bytes(name), StandardCharsets.US_ASCII).lines().toList();
  }
}
