package dev.gradus.lab.plan;

import dev.gradus.data.Xoshiro256;
import dev.gradus.lab.http.Refusal;
import dev.gradus.layer.Activation;
import dev.gradus.loss.StandardLoss;
import dev.gradus.tabular.metric.ClassificationMetrics;
import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.preprocess.Feature;
import dev.gradus.tabular.preprocess.Features;
import dev.gradus.tabular.preprocess.HoldOut;
import dev.gradus.tabular.preprocess.NumberFeature;
import dev.gradus.tabular.preprocess.QuantileTarget;
import dev.gradus.tabular.preprocess.RegressionTarget;
import dev.gradus.tabular.preprocess.SeveralTargets;
import dev.gradus.tabular.preprocess.Share;
import dev.gradus.tabular.preprocess.Target;
import dev.gradus.tabular.preprocess.TaskChoice;
import dev.gradus.tabular.table.ColumnKind;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which data a network is to learn from, and what of them.
 *
 * @param name in settings: {@code sin}, {@code table}
 * @param table all rows
 * @param features how columns become inputs
 * @param target what is predicted
 * @param training rows to learn from
 * @param validation rows held out
 * @param endless whether each step draws fresh rows: then those of the table only show what is to
 *     be learned
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Task(
    String name,
    Table table,
    Features features,
    Target target,
    int[] training,
    int[] validation,
    boolean endless) {
  /** The name of a table that somebody brought. */
  public static final String TABLE = "table";

  private static final double HELD_OUT = 0.2;

  /** One of the data sets that are always there. */
  public static Task of(PlayData data) {
    Table table = data.rows();
    List<String> names = table.names();
    Features features =
        new Features(
            names.subList(0, names.size() - 1).stream()
                .<Feature>map(name -> unchanged((NumberColumn) table.require(name, "")))
                .toList());
    int[] all = IntStream.range(0, table.rows()).toArray();
    if (data == PlayData.SIN) {
      Target asItIs = new RegressionTarget("y", 0, 1);
      return new Task(data.toString(), table, features, asItIs, all, all, true);
    }
    Target target =
        names.getLast().equals("class")
            ? ClassTarget.fit(table, "class", all)
            : new RegressionTarget("y", 0, 1);
    HoldOut rows = split(table, target, all);
    return new Task(
        data.toString(), table, features, target, rows.training(), rows.validation(), false);
  }

  /** The numbers of a column as they are: pictures and matrices show the same. */
  private static NumberFeature unchanged(NumberColumn column) {
    double least = column.value(0);
    double greatest = least;
    for (int row = 1; row < column.size(); row++) {
      least = Math.min(least, column.value(row));
      greatest = Math.max(greatest, column.value(row));
    }
    NumberFeature.Range seen = new NumberFeature.Range(least, greatest);
    return new NumberFeature(column.name(), ColumnKind.NUMBER, 0, 0, 1, 0, false, seen);
  }

  /**
   * A table that somebody brought.
   *
   * @param columns the features, if stated; else all but the target
   */
  public static Task of(Table table, String target, Optional<List<String>> columns) {
    List<String> names = Features.columns(table, target, columns);
    int[] all = Target.rows(table, target);
    HoldOut.requireTwo(table.file(), all.length, HELD_OUT);
    boolean classes =
        TaskChoice.of(table, target, all, Optional.empty()).task()
            == dev.gradus.tabular.preprocess.Task.CLASSIFICATION;
    Target untrained =
        classes ? ClassTarget.fit(table, target, all) : new RegressionTarget(target, 0, 1);
    HoldOut rows = split(table, untrained, all);
    Features features = Features.fit(table, names, rows.training()).features();
    Target fitted = classes ? untrained : RegressionTarget.fit(table, target, rows.training());
    return new Task(TABLE, table, features, fitted, rows.training(), rows.validation(), false);
  }

  /** The same each time, whatever the seed of the run: runs can be compared. */
  private static HoldOut split(Table table, Target target, int[] all) {
    Xoshiro256 random = Xoshiro256.seeded(0);
    return target instanceof ClassTarget classes
        ? HoldOut.stratified(
            Share.ofValidation(table.file(), HELD_OUT), all, classes.codes(table, all), random)
        : HoldOut.split(table.file(), all, HELD_OUT, random);
  }

  /** Its classes in order; empty for values. */
  public List<String> classes() {
    return target instanceof ClassTarget classes ? classes.classes() : List.of();
  }

  /** The losses that can be learned with. */
  public List<StandardLoss> losses() {
    return switch (target) {
      case RegressionTarget values ->
          List.of(
              StandardLoss.MAE,
              StandardLoss.MSE,
              StandardLoss.HUBER,
              StandardLoss.LOG_COSH,
              StandardLoss.QUANTILE);
      case ClassTarget two when two.classes().size() == 2 ->
          List.of(StandardLoss.SOFTMAX_CE, StandardLoss.BCE);
      case ClassTarget more -> List.of(StandardLoss.SOFTMAX_CE);
      case QuantileTarget quantiles -> List.of(StandardLoss.QUANTILE);
      case SeveralTargets several -> List.of(StandardLoss.MSE, StandardLoss.MAE);
    };
  }

  /** The settings with which it begins. */
  public Settings standard() {
    if (endless) {
      return Settings.article();
    }
    boolean values = target instanceof RegressionTarget;
    boolean plane = features.inputs() == 2 && !values;
    return Settings.small(
        plane ? Activation.TANH : Activation.RELU,
        values ? StandardLoss.MSE : StandardLoss.SOFTMAX_CE);
  }

  /** The width of the network's output with a loss. */
  int outputs(StandardLoss loss) {
    return loss == StandardLoss.SOFTMAX_CE ? classes().size() : 1;
  }

  /** The share of each class in the training rows; empty for values. */
  List<Double> shares() {
    if (target instanceof ClassTarget classes) {
      int[] codes = classes.codes(table, training);
      return Arrays.stream(ClassificationMetrics.shares(codes, classes.classes().size()))
          .boxed()
          .toList();
    }
    return List.of();
  }

  /** Refuses a loss that does not fit. */
  void requireFit(StandardLoss loss) {
    if (!losses().contains(loss)) {
      throw Refusal.unfit(
          "settings.loss",
          "loss " + loss + ": does not fit column " + target.name() + "; wants one of " + losses());
    }
  }
}
