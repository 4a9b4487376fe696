package dev.gradus.tabular.report;

import dev.gradus.tabular.metric.ClassificationMetrics;
import dev.gradus.tabular.metric.RegressionMetrics;
import dev.gradus.tabular.model.Evaluation;
import dev.gradus.tabular.model.PermutationImportance;
import dev.gradus.tabular.summary.ColumnSummary;
import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.Column;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Quotation;
import dev.gradus.train.TrainingEvent.EpochEnded;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Made data for reports. */
final class Reports {
  private Reports() {}

  /** A regression whose column and file have this name. */
  static ReportData values(String name) {
    SplittableRandom random = new SplittableRandom(1);
    double[] actual = random.doubles(300, 0, 10).toArray();
    double[] predicted = new double[300];
    for (int i = 0; i < 300; i++) {
      predicted[i] = actual[i] + random.nextDouble(-1, 1);
    }
    RegressionMetrics metrics = RegressionMetrics.of(actual, predicted);
    return data(
        name,
        new ReportData.Part(
            "validation, 300 rows",
            new Evaluation.Regression(
                metrics, RegressionMetrics.baseline(actual, 5), Optional.of(metrics)),
            List.of(new ReportData.Answers.Values(name, actual, predicted))));
  }

  /** A classification of so many classes. */
  static ReportData classes(String name, int classes) {
    SplittableRandom random = new SplittableRandom(2);
    int[] actual = random.ints(200, 0, classes).toArray();
    double[] shares = new double[classes];
    java.util.Arrays.fill(shares, 1.0 / classes);
    ClassificationMetrics metrics =
        ClassificationMetrics.of(
            actual,
            (row, label) -> (label == (actual[row] + row % 3 / 2) % classes ? 0.5 : 0.1),
            classes,
            random.doubles(200, 1, 1.5).toArray());
    return data(
        name,
        new ReportData.Part(
            "validation, 200 rows",
            new Evaluation.Classification(
                metrics, ClassificationMetrics.baseline(actual, shares), Optional.empty()),
            List.of(
                new ReportData.Answers.Classes(
                    name, IntStream.range(0, classes).mapToObj(c -> name + c).toList()))));
  }

  private static ReportedColumn column(String role, Column column) {
    return new ReportedColumn(role, ColumnSummary.of(column));
  }

  private static ReportData data(String name, ReportData.Part part) {
    return new ReportData(
        name,
        name,
        Map.of("rows", "300"),
        List.of("column " + Quotation.name(name) + " is constant"),
        List.of(part),
        true,
        IntStream.rangeClosed(1, 30)
            .mapToObj(e -> new EpochEnded(e, 1.0 / e, OptionalDouble.of(1.1 / e + e / 400.0)))
            .toList(),
        List.of(
            new PermutationImportance(name, 0.5, 0.1), new PermutationImportance("b", -0.01, 0)),
        300,
        List.of(
            column("target", NumberColumn.of(name, 1, 2, Double.NaN, 500_001)),
            column("feature", CategoryColumn.of("b", name, name, "c", null))),
        Map.of("learning_rate", 0.001, "weight", name),
        Map.of("verdict", "right"),
        "./gradus train " + name);
  }
}
