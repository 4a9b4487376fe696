package dev.gradus.tabular.audit;

import dev.gradus.tabular.metric.ClassificationMetrics;
import dev.gradus.tabular.metric.RegressionMetrics;
import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.preprocess.QuantileTarget;
import dev.gradus.tabular.preprocess.RegressionTarget;
import dev.gradus.tabular.preprocess.SeveralTargets;
import dev.gradus.tabular.preprocess.Target;
import dev.gradus.tabular.preprocess.Warning;
import dev.gradus.tabular.table.Column;
import dev.gradus.tabular.table.Quotation;
import dev.gradus.tabular.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Finds columns that alone predict the target on rows that were held out: they may have been made
 * from it, or be known only after it. Of values that is an R² of {@value #ENOUGH} or more, of
 * classes a balanced accuracy of that much: where one class is rare, saying the other is no feat.
 * Of more than {@value #MOST_CLASSES} classes nothing is said: each row of each column takes a
 * number for each class.
 */
final class LeakSearch {
  /** A single measured quantity seldom explains that much of another. */
  static final double ENOUGH = 0.99;

  /** On fewer rows nothing is said. */
  static final int LEAST_ROWS = 20;

  /** Of more classes nothing is said. */
  static final int MOST_CLASSES = 500;

  /** So many are as good as all. */
  private static final int MOST_ROWS = 10_000;

  private final int[] training;
  private final int[] held;
  private final Judge judge;

  private LeakSearch(Table table, Target target, int[] training, int[] held) {
    this.training = some(training);
    this.held = some(held);
    this.judge =
        switch (target) {
          case RegressionTarget values -> new ValueJudge(table, values, this.held);
          case QuantileTarget quantiles -> new ValueJudge(table, quantiles.values(), this.held);
          case SeveralTargets several ->
              new ValueJudge(table, several.list().getFirst(), this.held);
          case ClassTarget classes -> new ClassJudge(table, classes, this.held);
        };
  }

  /** At most {@link #MOST_ROWS}, evenly spread. */
  private static int[] some(int[] rows) {
    int n = Math.min(rows.length, MOST_ROWS);
    return IntStream.range(0, n).map(i -> rows[(int) ((long) i * rows.length / n)]).toArray();
  }

  /**
   * A warning for each column that alone predicts the target.
   *
   * @param names of the columns, in their order; of a single one nothing is said, for there a model
   *     can be nothing else
   * @param training rows that have a target each
   * @param held rows that have a target each, and are no training rows
   */
  static List<Warning> of(
      Table table, Target target, List<String> names, int[] training, int[] held) {
    boolean many = target instanceof ClassTarget known && known.classes().size() > MOST_CLASSES;
    if (names.size() < 2 || held.length < LEAST_ROWS || many) {
      return List.of();
    }
    LeakSearch search = new LeakSearch(table, target, training, held);
    double[][] targets = search.judge.targets(search.training);
    return names.stream()
        .map(name -> table.require(name, "--columns"))
        .flatMap(column -> search.look(column, targets, target).stream())
        .toList();
  }

  private List<Warning> look(Column column, double[][] targets, Target target) {
    OneColumnRule rule = new OneColumnRule(column, training, targets);
    double score =
        judge.score(Arrays.stream(held).mapToObj(rule::predict).toArray(double[][]::new));
    if (!(score >= ENOUGH)) { // NaN among them
      return List.of();
    }
    String name = Quotation.name(column.name());
    return List.of(
        new Warning(
            "data.leak",
            String.format(
                Locale.ROOT,
                "column %s alone predicts %s: %s %.4f on %d held-out rows; if it is known only"
                    + " after the target, --ignore %s",
                name,
                Quotation.name(target.name()),
                judge.measure(),
                score,
                held.length,
                name)));
  }

  /** How targets are told to a rule, and what its answers are worth. */
  private interface Judge {
    double[][] targets(int[] rows);

    double score(double[][] predicted);

    String measure();
  }

  @SuppressWarnings("ArrayRecordComponent") // shared inside; equality is not used
  private record ValueJudge(Table table, RegressionTarget target, int[] held) implements Judge {
    @Override
    public double[][] targets(int[] rows) {
      return Arrays.stream(target.values(table, rows))
          .mapToObj(value -> new double[] {value})
          .toArray(double[][]::new);
    }

    @Override
    public double score(double[][] predicted) {
      double[] values = Arrays.stream(predicted).mapToDouble(row -> row[0]).toArray();
      double[] actual = target.values(table, held);
      boolean varies = Arrays.stream(actual).distinct().count() > 1;
      return varies ? RegressionMetrics.of(actual, values).r2() : 0;
    }

    @Override
    public String measure() {
      return "R²";
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // shared inside; equality is not used
  private record ClassJudge(Table table, ClassTarget target, int[] held) implements Judge {
    @Override
    public double[][] targets(int[] rows) {
      int k = target.classes().size();
      return Arrays.stream(target.codes(table, rows))
          .mapToObj(code -> IntStream.range(0, k).mapToDouble(j -> j == code ? 1 : 0).toArray())
          .toArray(double[][]::new);
    }

    @Override
    public double score(double[][] predicted) {
      int[] actual = target.codes(table, held);
      if (Arrays.stream(actual).distinct().count() < 2) {
        return 0;
      }
      double[] ones = new double[actual.length];
      Arrays.fill(ones, 1);
      int k = target.classes().size();
      return ClassificationMetrics.of(actual, (row, label) -> predicted[row][label], k, ones)
          .balancedAccuracy();
    }

    @Override
    public String measure() {
      return "balanced accuracy";
    }
  }
}
