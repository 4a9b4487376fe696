package dev.gradus.tabular.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.matrix.Precision;
import dev.gradus.optimize.StandardOptimizer;
import dev.gradus.tabular.preprocess.Target;
import dev.gradus.tabular.preprocess.Task;
import dev.gradus.tabular.setting.ClassWeighting;
import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.Column;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Table;
import dev.gradus.train.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A weight of 2 is the row twice, a weight of 0 is no row: for a whole training. */
@SuppressWarnings("NullAway") // the maps have the keys
class SampleWeightsTest {
  private static final int ROWS = 96;

  /** The sums of a step run over the rows in another order, here 60 steps, in float64. */
  private static final double ROUNDING = 1e-10;

  /** L-BFGS ends where no lower loss is found: its last place is flat to √2⁻⁵². */
  private static final double FLAT = 1e-8;

  private static TrainingSettings settings() {
    return TrainingSettings.standard()
        .with(Hyperparameters.HIDDEN, List.of(8, 4))
        .with(Hyperparameters.EPOCHS, 60)
        .with(Hyperparameters.OPTIMIZER, StandardOptimizer.ADAM)
        .with(Hyperparameters.LEARNING_RATE, 1e-2)
        .with(Hyperparameters.BATCH_SIZE, 1000) // all rows in one step
        .with(Hyperparameters.DROPOUT, 0.0)
        .with(Hyperparameters.NORMALIZATION, Normalization.NONE)
        .with(Hyperparameters.LABEL_SMOOTHING, 0.0)
        .with(Hyperparameters.REFIT, Refit.NONE)
        .with(Hyperparameters.PRECISION, Precision.FLOAT64)
        .with(Hyperparameters.WEIGHT, "w");
  }

  static Map<String, TrainingSettings> kinds() {
    TrainingSettings values = settings().with(Hyperparameters.TASK, Task.REGRESSION);
    return Map.of(
        "y", values,
        "y+", values.with(Hyperparameters.QUANTILES, List.of(0.1, 0.5, 0.9)),
        "y,n", values,
        "c", settings(),
        "c+", settings().with(Hyperparameters.CLASS_WEIGHT, new ClassWeighting.Balanced()),
        "h", settings());
  }

  static List<String> targets() {
    return kinds().keySet().stream().sorted().toList();
  }

  private static List<String> columns(String target) {
    return List.of(target.replace("+", "").split(","));
  }

  /** Numbers and texts, a third of them missing; c is of three classes, h of two. */
  private static Table table(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] a = random.doubles(ROWS, -2, 2).toArray();
    double[] n = random.doubles(ROWS, 0, 9).map(x -> x > 5 ? Double.NaN : x).toArray();
    double[] w =
        IntStream.range(0, ROWS).mapToDouble(row -> row % 5 == 0 ? 0 : 1 + row % 3).toArray();
    double[] y = new double[ROWS];
    String[] c = new String[ROWS];
    String[] h = new String[ROWS];
    String[] t = new String[ROWS];
    for (int i = 0; i < ROWS; i++) {
      y[i] = 40 + 3 * a[i] + random.nextDouble(0, 2);
      c[i] = a[i] < -1 ? "low" : a[i] > 1 ? "high" : "mid";
      h[i] = random.nextDouble(-2, 2) < a[i] ? "no" : "yes";
      t[i] = i % 3 == 1 ? null : "t" + random.nextInt(4);
    }
    return Table.of(
        "d.csv",
        NumberColumn.of("a", a),
        NumberColumn.of("n", n),
        CategoryColumn.of("t", t),
        NumberColumn.of("y", y),
        CategoryColumn.of("c", c),
        CategoryColumn.of("h", h),
        NumberColumn.of("w", w));
  }

  /** Each row as often as its weight says. */
  private static int[] asOften(Table table) {
    NumberColumn w = (NumberColumn) table.require("w", "w");
    return IntStream.range(0, ROWS)
        .flatMap(row -> IntStream.generate(() -> row).limit((long) w.value(row)))
        .toArray();
  }

  private static Table ofOnes(Table table) {
    List<Column> columns = new ArrayList<>(table.columns());
    columns.set(
        columns.size() - 1,
        NumberColumn.of("w", IntStream.range(0, table.rows()).mapToDouble(row -> 1).toArray()));
    return Table.of(table.file(), columns.toArray(Column[]::new));
  }

  private static Trained trained(Table table, Table validation, String target) {
    List<String> targets = columns(target);
    List<String> features = new ArrayList<>(List.of("a", "n", "t"));
    features.removeAll(targets);
    TrainingData data =
        TrainingData.of(new Part(table, Target.presentRows(table, targets)), targets)
            .withColumns(Optional.of(features))
            .withValidation(
                Optional.of(new Part(validation, Target.presentRows(validation, targets))));
    return TrainingPlan.of(data, kinds().get(target)).train(TrainingListener.silent());
  }

  @ParameterizedTest
  @MethodSource("targets")
  void aWeightOfTwoIsTheRowTwice(String target) {
    Table table = table(1);
    Table held = table(2);
    Trained weighted = trained(table, held, target);
    Trained often =
        trained(
            ofOnes(Tables.ordered(table, asOften(table))),
            ofOnes(Tables.ordered(held, asOften(held))),
            target);
    assertThat(weighted.bestEpoch()).isEqualTo(often.bestEpoch());
    assertThat(outputs(weighted, held)).containsExactly(outputs(often, held), within(ROUNDING));
    Map<String, Double> expected = figures(often);
    figures(weighted)
        .forEach(
            (name, value) ->
                assertThat(value)
                    .as(name)
                    .isCloseTo(
                        expected.get(name), within(name.startsWith("linear") ? FLAT : ROUNDING)));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void aWeightOfZeroIsNoRowBitForBit(String target) {
    Table table = table(1);
    Table held = table(2);
    Trained weighted = trained(table, held, target);
    Trained without = trained(Tables.ordered(table, counting(table)), held, target);
    assertThat(outputs(weighted, held)).isEqualTo(outputs(without, held));
    assertThat(figures(weighted)).isEqualTo(figures(without));
  }

  private static int[] counting(Table table) {
    return IntStream.of(asOften(table)).distinct().toArray();
  }

  private static double[] outputs(Trained trained, Table table) {
    return switch (trained.model().predict(table)) {
      case Predictions.Values values -> values.values();
      case Predictions.Several several -> several.values();
      case Predictions.Classes classes -> classes.probabilities();
    };
  }

  /** Of the model, the baseline and the linear model on the validation rows. */
  private static Map<String, Double> figures(Trained trained) {
    Map<String, Double> figures = new TreeMap<>();
    Evaluation of = trained.validation();
    put(figures, "model ", EvaluationForm.metrics(of));
    put(figures, "baseline ", EvaluationForm.baseline(of));
    put(figures, "linear ", EvaluationForm.linear(of).orElseThrow());
    if (of instanceof Evaluation.Quantiles quantiles) {
      put(figures, "coverage ", quantiles.coverage().values());
    }
    return figures;
  }

  private static void put(Map<String, Double> figures, String of, Map<String, Object> metrics) {
    metrics.forEach((name, value) -> figures.put(of + name, (Double) value));
  }
}
