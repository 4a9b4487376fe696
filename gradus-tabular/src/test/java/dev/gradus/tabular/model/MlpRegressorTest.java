package dev.gradus.tabular.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gradus.error.ConfigException;
import dev.gradus.layer.Activation;
import dev.gradus.optimize.StandardOptimizer;
import dev.gradus.tabular.preprocess.Task;
import dev.gradus.tabular.table.Column;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MlpRegressorTest {
  private static MlpRegressor.Builder small() {
    return MlpRegressor.builder().hiddenLayerSizes(8).maxIter(3).randomState(5);
  }

  private static byte[] bytes(Model model) {
    return Tables.file(model).bytes();
  }

  private static double[] values(Model model, Table table) {
    return ((Predictions.Values) model.predict(table)).values();
  }

  @Test
  void fittingAgainGivesTheSameBytesAndChangesNoSetting() {
    MlpRegressor estimator = small().build();
    List<String> before = estimator.settings().flags();
    byte[] once = bytes(estimator.fit(Tables.linear(60), "y"));
    estimator.fit(Tables.linear(40), "a"); // another table between them leaves nothing behind
    assertThat(bytes(estimator.fit(Tables.linear(60), "y"))).isEqualTo(once);
    assertThat(estimator.settings().flags()).isEqualTo(before);
  }

  @Test
  void aBuilderUsedFurtherDoesNotReachWhatItBuilt() {
    MlpRegressor.Builder builder = small();
    MlpRegressor first = builder.build();
    assertThat(builder.randomState(6).build().settings().get(Hyperparameters.SEED)).isEqualTo(6);
    assertThat(first.settings().get(Hyperparameters.SEED)).isEqualTo(5);
  }

  @Test
  void allRowsGetTheBitsOfEachAlone() {
    Table table = Tables.linear(60);
    Model model = small().build().fit(table, "y");
    double[] all = values(model, table);
    for (int row = 0; row < 60; row++) {
      Predictions alone = model.predict(table, new int[] {row});
      assertThat(((Predictions.Values) alone).values()).containsExactly(all[row]);
    }
  }

  @Test
  void severalTargetsAreLearnedAtOnce() {
    Model model = small().build().fit(Tables.linear(60), "y", "b");
    Predictions.Several both = (Predictions.Several) model.predict(Tables.linear(60));
    assertThat(both.names()).containsExactly("y", "b");
  }

  /** Its numbers are far out, so that they would move whatever looked at them. */
  @Test
  void aRowOfWeightZeroIsNoRow() {
    Table table = Tables.linear(60);
    int[] kept = IntStream.range(0, 60).filter(row -> row % 7 != 0).toArray();
    double[] weights = IntStream.range(0, 60).mapToDouble(row -> row % 7 == 0 ? 0 : 1).toArray();
    Table weighted = with(table, NumberColumn.of("w", weights));
    for (int row = 0; row < 60; row += 7) {
      weighted = Tables.changed(weighted, "y", row, 1e6);
    }
    MlpRegressor estimator = small().with(Hyperparameters.WEIGHT, "w").build();
    assertThat(values(estimator.fit(weighted, "y"), table))
        .isEqualTo(values(estimator.fit(Tables.ordered(weighted, kept), "y"), table));
  }

  private static Table with(Table table, Column more) {
    List<Column> columns = new ArrayList<>(table.columns());
    columns.add(more);
    return Table.of(table.file(), columns.toArray(Column[]::new));
  }

  @Test
  void eachWordSetsItsHyperparameter() {
    MlpRegressor estimator =
        MlpRegressor.builder()
            .hiddenLayerSizes(4, 3)
            .activation(Activation.TANH)
            .solver(StandardOptimizer.SGD)
            .learningRateInit(0.1)
            .batchSize(7)
            .maxIter(9)
            .l2(0.5)
            .patience(2)
            .validationFraction(0.25)
            .randomState(-1)
            .with(Hyperparameters.MOMENTUM, 0.9)
            .build();
    assertThat(String.join(" ", estimator.settings().flags()))
        .isEqualTo(
            "--hidden 4,3 --activation tanh --task regression --optimizer sgd --learning-rate 0.1"
                + " --momentum 0.9 --l2 0.5 --epochs 9 --batch-size 7 --patience 2"
                + " --validation 0.25 --seed -1");
  }

  @Test
  void aValueOutOfItsRangeIsRefusedInTheWordsOfTheFlag() {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> MlpRegressor.builder().learningRateInit(-1))
        .withMessageContaining("--learning-rate -1")
        .withMessageContaining("wants a number above 0 and at most 1e6");
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> MlpRegressor.builder().learningRateInit(Double.NaN));
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> MlpRegressor.builder().hiddenLayerSizes(4, 0))
        .withMessageContaining("layer 2 has 0 units");
  }

  @Test
  void whatIsNotAnEstimatorsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MlpRegressor.builder().with(Hyperparameters.TASK, Task.CLASSIFICATION))
        .withMessage("an estimator does not take task; a TrainingPlan does");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MlpRegressor.builder().with(Hyperparameters.FOLDS, 5));
  }
}
