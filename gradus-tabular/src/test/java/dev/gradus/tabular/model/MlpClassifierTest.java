package dev.gradus.tabular.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gradus.error.ConfigException;
import dev.gradus.error.DataException;
import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Table;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MlpClassifierTest {
  private static MlpClassifier.Builder small() {
    return MlpClassifier.builder().hiddenLayerSizes(8).maxIter(30).randomState(5);
  }

  @Test
  void fittingAgainGivesTheSameBytesAndChangesNoSetting() {
    MlpClassifier estimator = small().build();
    List<String> before = estimator.settings().flags();
    byte[] once = Tables.file(estimator.fit(Tables.blobs(60), "y")).bytes();
    assertThat(Tables.file(estimator.fit(Tables.blobs(60), "y")).bytes()).isEqualTo(once);
    assertThat(estimator.settings().flags()).isEqualTo(before);
  }

  @Test
  void textLabelsAreInTheirOrderAndComeOutAsTheyWentIn() {
    Table table = Tables.blobs(150);
    Predictions.Classes told = (Predictions.Classes) small().build().fit(table, "y").predict(table);
    assertThat(told.classes()).containsExactly("one", "three", "two");
    CategoryColumn labels = (CategoryColumn) table.require("y", "");
    int right = 0;
    for (int row = 0; row < table.rows(); row++) {
      String label = labels.categories().get(labels.code(row));
      right += told.classes().get(told.codes()[row]).equals(label) ? 1 : 0;
    }
    assertThat(right).isGreaterThan(140);
  }

  @Test
  void allRowsGetTheBitsOfEachAlone() {
    Table table = Tables.blobs(60);
    Model model = small().build().fit(table, "y");
    double[] all = ((Predictions.Classes) model.predict(table)).probabilities();
    for (int row = 0; row < 60; row++) {
      Predictions alone = model.predict(table, new int[] {row});
      assertThat(((Predictions.Classes) alone).probabilities())
          .isEqualTo(Arrays.copyOfRange(all, 3 * row, 3 * row + 3));
    }
  }

  @Test
  void numbersAreClassesIfTheyAreToBe() {
    Table table =
        Table.of(
            "n.csv",
            NumberColumn.of("x", 1, 2, 3, 4, 5, 6),
            NumberColumn.of("y", 9, 9, 9, 10, 10, 10));
    Predictions.Classes told = (Predictions.Classes) small().build().fit(table, "y").predict(table);
    assertThat(told.classes()).containsExactly("9", "10");
  }

  @Test
  void oneClassIsRefused() {
    Table table =
        Table.of("k.csv", NumberColumn.of("x", 1, 2, 3), CategoryColumn.of("y", "a", "a", "a"));
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> small().build().fit(table, "y"))
        .withMessageContaining("holds the single class");
  }

  @Test
  void aValueOutOfItsRangeIsRefusedInTheWordsOfTheFlag() {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> MlpClassifier.builder().maxIter(0))
        .withMessageContaining("--epochs 0")
        .withMessageContaining("wants a whole number from 1 to 1000000000");
  }
}
