package dev.gradus.tabular.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gradus.data.Xoshiro256;
import dev.gradus.error.DivergedException;
import dev.gradus.error.GradusException;
import dev.gradus.tabular.file.TensorFileReader;
import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.preprocess.HoldOut;
import dev.gradus.tabular.preprocess.Task;
import dev.gradus.tabular.preprocess.Warning;
import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.Column;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Table;
import dev.gradus.train.TrainingListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingPlanTest {
  private static byte[] bytes(Table table, TrainingSettings settings) {
    return Tables.file(Tables.trained(table, settings).model()).bytes();
  }

  private static double[] weights(Model model) {
    return model.parameters().vector().toArray();
  }

  @Test
  void aNoisyLinearFunctionIsLearned() {
    Trained trained = Tables.trained(Tables.linear(300), Tables.settings(40, 0, 1));
    Evaluation.Regression evaluation = (Evaluation.Regression) trained.validation();
    assertThat(evaluation.metrics().rows()).isEqualTo(60);
    assertThat(evaluation.metrics().r2()).isGreaterThan(0.9);
    assertThat(evaluation.baseline().r2()).isLessThan(0.05);
    assertThat(evaluation.metrics().rmse()).isLessThan(evaluation.baseline().rmse() / 3);
  }

  @Test
  void blobsAreToldApart() {
    Trained trained = Tables.trained(Tables.blobs(150), Tables.settings(40, 0, 1));
    Evaluation.Classification evaluation = (Evaluation.Classification) trained.validation();
    assertThat(evaluation.metrics().accuracy()).isGreaterThan(0.95);
    assertThat(evaluation.baseline().accuracy()).isLessThan(0.4);
    assertThat(trained.model().target())
        .isEqualTo(new ClassTarget("y", List.of("one", "three", "two"), false));
  }

  @Test
  void theSameSeedGivesTheSameBytesWithAnyNumberOfThreads() {
    for (Table table : List.of(Tables.linear(80), Tables.blobs(80))) {
      byte[] once = bytes(table, Tables.settings(3, 5, 1));
      assertThat(bytes(table, Tables.settings(3, 5, 1))).isEqualTo(once);
      assertThat(bytes(table, Tables.settings(3, 5, 3))).isEqualTo(once);
      assertThat(bytes(table, Tables.settings(3, 6, 1))).isNotEqualTo(once);
    }
  }

  /** The command sets the root locale first; whoever uses the library need not. */
  @Test
  void theLocaleDoesNotReachTheFile() {
    Locale before = Locale.getDefault();
    byte[] once = bytes(Tables.linear(40), Tables.settings(1, 5, 1));
    try {
      for (String tag : List.of("tr", "ar-EG", "de")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(bytes(Tables.linear(40), Tables.settings(1, 5, 1))).as(tag).isEqualTo(once);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aColumnThatIsNotThereIsNamedByItsOwnFlag() {
    TrainingSettings settings = Tables.settings(1, 0, 1).with(Hyperparameters.GROUP, "g");
    assertThatExceptionOfType(GradusException.class)
        .isThrownBy(() -> Tables.plan(Tables.linear(40), settings))
        .withMessageStartingWith("--group g: no such column");
  }

  @Test
  void missingCellsAreImputedAndCounted() {
    Table table = Tables.linear(60);
    for (int row = 0; row < 60; row += 3) {
      table = Tables.changed(table, "a", row, Double.NaN);
    }
    TrainingPlan plan = Tables.plan(table, Tables.settings(2, 0, 1));
    assertThat(plan.features().inputNames())
        .containsExactly("a", "a is missing", "b", "c=high", "c=low");
    Trained trained = plan.train(TrainingListener.silent());
    assertThat(trained.cells()).extracting(cells -> cells.name()).containsExactly("a", "b", "c");
    assertThat(trained.cells().get(0).imputed()).isBetween(10, 20);
    assertThat(trained.cells().get(1).imputed()).isZero();
    Predictions.Values predicted = (Predictions.Values) trained.model().predict(table);
    assertThat(predicted.cells().get(0).imputed()).isEqualTo(20);
    assertThat(Arrays.stream(predicted.values())).allMatch(Double::isFinite);
  }

  @Test
  void aConstantColumnIsToldAndHarmless() {
    Table linear = Tables.linear(40);
    Table table =
        Table.of(
            "d.csv",
            NumberColumn.of("k", IntStream.range(0, 40).mapToDouble(i -> 2.5).toArray()),
            linear.columns().get(0),
            linear.columns().get(3));
    TrainingPlan plan = Tables.plan(table, Tables.settings(2, 0, 1));
    assertThat(plan.warnings())
        .containsExactly(new Warning("data.constant", "column k is constant; it is kept as 0"));
    Model model = plan.train(TrainingListener.silent()).model();
    Predictions.Values before = (Predictions.Values) model.predict(table);
    Predictions.Values after =
        (Predictions.Values) model.predict(Tables.changed(table, "k", 3, 1e300));
    assertThat(after.values()).isEqualTo(before.values());
    assertThat(Arrays.stream(after.values())).allMatch(Double::isFinite);
  }

  @Test
  void anUnseenCategoryIsCountedAndAnswered() {
    Table table = Tables.linear(40);
    Model model = Tables.trained(table, Tables.settings(2, 0, 1)).model();
    Table other =
        Table.of(
            "p.csv",
            CategoryColumn.of("c", "middle", "low"),
            NumberColumn.of("b", 1, 2),
            NumberColumn.of("a", 0, 1));
    Predictions predicted = model.predict(other);
    assertThat(predicted.cells().get(2).unseen()).isEqualTo(1);
    assertThat(Arrays.stream(((Predictions.Values) predicted).values())).allMatch(Double::isFinite);
  }

  @Test
  void aRowsAnswerDependsNeitherOnTheOthersNorOnTheirOrder() {
    for (Table table : List.of(Tables.linear(50), Tables.blobs(50))) {
      Model model = Tables.trained(table, Tables.settings(2, 0, 1)).model();
      Predictions all = model.predict(table);
      int[] reversed = IntStream.range(0, 50).map(i -> 49 - i).toArray();
      Predictions back = model.predict(Tables.ordered(table, reversed));
      for (int row = 0; row < 50; row++) {
        Predictions alone = model.predict(table, new int[] {row});
        assertThat(answer(alone, 0)).as("row %d", row).isEqualTo(answer(all, row));
        assertThat(answer(back, 49 - row)).as("row %d", row).isEqualTo(answer(all, row));
      }
    }
  }

  private static List<Double> answer(Predictions predictions, int row) {
    return switch (predictions) {
      case Predictions.Values values -> List.of(values.values()[row]);
      case Predictions.Several several -> List.of(several.value(row, 0));
      case Predictions.Classes classes -> {
        int k = classes.classes().size();
        yield Arrays.stream(classes.probabilities(), row * k, row * k + k).boxed().toList();
      }
    };
  }

  /** The held-out rows are those that the seed gives: drawn first, before the weights. */
  @Test
  void nothingIsLearnedFromRowsHeldOut() {
    Table table = Tables.linear(60);
    TrainingSettings settings = Tables.settings(3, 9, 1);
    HoldOut rows = HoldOut.split("d", IntStream.range(0, 60).toArray(), 0.2, Xoshiro256.seeded(9));
    double[] weights = weights(Tables.trained(table, settings).model());
    int held = rows.validation()[4];
    int learned = rows.training()[4];
    for (String column : List.of("a", "b", "y")) {
      Trained other = Tables.trained(Tables.changed(table, column, held, 1e6), settings);
      assertThat(weights(other.model())).as(column).isEqualTo(weights);
      Trained touched = Tables.trained(Tables.changed(table, column, learned, 1e6), settings);
      assertThat(weights(touched.model())).as(column).isNotEqualTo(weights);
    }
  }

  @Test
  void aRateThatIsFarTooHighIsADivergenceAndNoModel() {
    for (double rate : new double[] {1e6, 1e5}) {
      for (Table table : List.of(Tables.linear(60), Tables.blobs(60))) {
        TrainingSettings calm = Tables.settings(20, 0, 1);
        TrainingSettings wild =
            calm.with(Hyperparameters.HIDDEN, List.of(64, 64, 64))
                .with(Hyperparameters.LEARNING_RATE, rate);
        try {
          Trained trained = Tables.trained(table, wild);
          assertThat(Arrays.stream(weights(trained.model()))).allMatch(Double::isFinite);
          assertThat(Tables.file(trained.model()).bytes()).isNotEmpty();
        } catch (DivergedException e) {
          assertThat(e).hasMessageStartingWith("training diverged at epoch ");
          assertThat(e.hint()).hasValueSatisfying(hint -> assertThat(hint).contains("smaller"));
        }
      }
    }
  }

  private static void refused(Table table, TrainingSettings settings, String message) {
    assertThatExceptionOfType(GradusException.class)
        .isThrownBy(() -> Tables.plan(table, settings))
        .withMessage(message);
  }

  @Test
  void tooFewRowsAreSaidBeforeTooFewClasses() {
    Table one = Table.of("d.csv", NumberColumn.of("a", 1), NumberColumn.of("y", 2));
    refused(one, Tables.settings(1, 0, 1), "d.csv: 1 row; at least 2 are needed to hold out 20 %");
    Table same =
        Table.of("d.csv", NumberColumn.of("a", 1, 2, 3, 4, 5), NumberColumn.of("y", 0, 0, 0, 0, 0));
    refused(
        same,
        Tables.settings(1, 0, 1),
        "d.csv: column y holds the single class \"0\"; at least 2 are needed");
  }

  @Test
  void theTaskFollowsTheTargetUnlessStated() {
    assertThat(Tables.plan(Tables.blobs(30), Tables.settings(1, 0, 1)).task().task())
        .isEqualTo(Task.CLASSIFICATION);
    assertThat(Tables.plan(Tables.linear(30), Tables.settings(1, 0, 1)).task().task())
        .isEqualTo(Task.REGRESSION);
    assertThat(Optional.of(Tables.plan(Tables.linear(30), Tables.settings(1, 0, 1)).trainingRows()))
        .contains(24);
  }

  private static TrainingSettings hidden(List<Integer> widths) {
    return Tables.settings(1, 0, 1).with(Hyperparameters.HIDDEN, widths);
  }

  @Test
  void theDeepestNetworkIsReadAgainAndADeeperOneRefused() {
    Model model = Tables.trained(Tables.linear(20), hidden(Collections.nCopies(511, 1))).model();
    assertThat(
            ModelFile.read("m", TensorFileReader.read("m", Tables.file(model).bytes()))
                .network()
                .layers())
        .hasSize(1023);
    assertThatExceptionOfType(GradusException.class)
        .isThrownBy(() -> Tables.plan(Tables.linear(20), hidden(Collections.nCopies(512, 1))))
        .withMessageStartingWith("--hidden 1,1,1,")
        .withMessageEndingWith("…: 512 layers; wants at most 511");
  }

  @Test
  void moreParametersThanAFileTakesAreRefusedBeforeTheyAreAllocated() {
    assertThatExceptionOfType(GradusException.class)
        .isThrownBy(() -> Tables.plan(Tables.linear(20), hidden(List.of(1 << 24, 1 << 24))))
        .withMessageStartingWith("--hidden: 28147")
        .withMessageEndingWith("a model file takes at most 536346624: wants fewer units");
  }

  @Test
  void namesThatDoNotFitTheHeaderAreRefusedBeforeTraining() {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < 8000; i++) {
      columns.add(NumberColumn.of("column" + i, i, 1.5, 2, 3, 4, 5));
    }
    columns.add(NumberColumn.of("y", 1.5, 2, 3, 4, 5, 6));
    Table table = Table.of("wide.csv", columns.toArray(Column[]::new));
    assertThatExceptionOfType(GradusException.class)
        .isThrownBy(() -> Tables.plan(table, Tables.settings(1, 0, 1)))
        .withMessageStartingWith("wide.csv: the names of 8000 feature columns")
        .withMessageContaining("at most 1048576: name fewer with --columns");
  }

  @Test
  void tinyAndHugeNumbersLeaveAModelWithFiniteMetrics() {
    double tiny = Double.MIN_VALUE;
    for (double unit : new double[] {tiny, 1e200}) {
      Table table =
          Table.of(
              "d.csv",
              NumberColumn.of("a", 0, tiny, 0, tiny, 0, 0, 0, 0, 0, 0),
              NumberColumn.of("b", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
              NumberColumn.of("y", IntStream.range(0, 10).mapToDouble(i -> i * unit).toArray()));
      TrainingSettings regression =
          Tables.settings(2, 0, 1).with(Hyperparameters.TASK, Task.REGRESSION);
      Trained trained = Tables.trained(table, regression);
      Evaluation.Regression of = (Evaluation.Regression) trained.validation();
      assertThat(of.metrics().r2()).isFinite();
      assertThat(of.metrics().rmse()).isFinite();
      assertThat(Tables.file(trained.model()).bytes()).isNotEmpty();
    }
  }

  /** 4096 rows are one chunk: 9000 rows are three. */
  @Test
  void manyRowsGetTheSameBitsAsEachOfThemAlone() {
    Model model = Tables.trained(Tables.blobs(60), Tables.settings(2, 0, 1)).model();
    Table many = Tables.blobs(9000);
    Predictions.Classes all = (Predictions.Classes) model.predict(many);
    for (int row : new int[] {0, 4095, 4096, 8191, 8192, 8999}) {
      Predictions.Classes one = (Predictions.Classes) model.predict(many, new int[] {row});
      assertThat(one.probabilities())
          .isEqualTo(Arrays.copyOfRange(all.probabilities(), 3 * row, 3 * row + 3));
      assertThat(one.codes()[0]).isEqualTo(all.codes()[row]);
    }
    AtomicInteger told = new AtomicInteger();
    Evaluation.Classification evaluation =
        (Evaluation.Classification)
            model.evaluate(
                many, IntStream.range(0, 9000).toArray(), cells -> told.set(cells.size()));
    assertThat(evaluation.metrics().rows()).isEqualTo(9000);
    assertThat(told).hasValue(2);
  }
}
