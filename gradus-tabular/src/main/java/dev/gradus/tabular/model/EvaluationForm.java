package dev.gradus.tabular.model;

import dev.gradus.tabular.metric.ClassificationMetrics;
import dev.gradus.tabular.metric.ConfusionMatrix;
import dev.gradus.tabular.metric.RegressionMetrics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Metrics by their names in JSON: {@code r2 rmse mae medae}, or {@code accuracy balanced_accuracy
 * log_loss f1 roc_auc average_precision calibration_error}. What is undefined on the rows is left
 * out: {@code roc_auc} and {@code average_precision} where they are all of one class.
 */
public final class EvaluationForm {
  private EvaluationForm() {}

  /** The model's. */
  public static Map<String, Object> metrics(Evaluation evaluation) {
    return switch (evaluation) {
      case Evaluation.Regression regression -> values(regression.metrics());
      case Evaluation.Quantiles quantiles -> values(quantiles.metrics());
      case Evaluation.Several several -> mean(several, one -> values(one.metrics()));
      case Evaluation.Classification classes -> values(classes.metrics());
    };
  }

  /** The trivial baseline's. */
  public static Map<String, Object> baseline(Evaluation evaluation) {
    return switch (evaluation) {
      case Evaluation.Regression regression -> values(regression.baseline());
      case Evaluation.Quantiles quantiles -> values(quantiles.baseline());
      case Evaluation.Several several -> mean(several, one -> values(one.baseline()));
      case Evaluation.Classification classes -> values(classes.baseline());
    };
  }

  /** The linear model's, if there is one. */
  public static Optional<Map<String, Object>> linear(Evaluation evaluation) {
    return switch (evaluation) {
      case Evaluation.Regression regression -> regression.linear().map(EvaluationForm::values);
      case Evaluation.Quantiles quantiles -> quantiles.linear().map(EvaluationForm::values);
      case Evaluation.Several several ->
          several.targets().values().stream().allMatch(one -> one.linear().isPresent())
              ? Optional.of(mean(several, one -> values(one.linear().orElseThrow())))
              : Optional.empty();
      case Evaluation.Classification classes -> classes.linear().map(EvaluationForm::values);
    };
  }

  /** Each metric's mean over several targets, as scikit-learn's uniform average. */
  private static Map<String, Object> mean(
      Evaluation.Several several, Function<Evaluation.Regression, Map<String, Object>> metrics) {
    Map<String, Object> mean = new LinkedHashMap<>();
    int n = several.targets().size();
    for (Evaluation.Regression one : several.targets().values()) {
      metrics
          .apply(one)
          .forEach((name, value) -> mean.merge(name, (Double) value / n, EvaluationForm::sum));
    }
    return mean;
  }

  private static Object sum(Object a, Object b) {
    return (Double) a + (Double) b;
  }

  /** All of one regression. */
  public static Map<String, Object> values(RegressionMetrics metrics) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("r2", metrics.r2());
    values.put("rmse", metrics.rmse());
    values.put("mae", metrics.mae());
    values.put("medae", metrics.medianAbsoluteError());
    return values;
  }

  /** All of one classification; the confusion matrix has a form of its own. */
  public static Map<String, Object> values(ClassificationMetrics metrics) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("accuracy", metrics.accuracy());
    values.put("balanced_accuracy", metrics.balancedAccuracy());
    values.put("log_loss", metrics.logLoss());
    values.put("f1", metrics.f1());
    put(values, "roc_auc", metrics.rocAuc());
    put(values, "average_precision", metrics.averagePrecision());
    values.put("calibration_error", metrics.calibration().error());
    return values;
  }

  private static void put(Map<String, Object> values, String name, OptionalDouble value) {
    value.ifPresent(defined -> values.put(name, defined));
  }

  /** A row for each true class, in it a count for each class predicted. */
  public static List<List<Double>> confusion(ConfusionMatrix confusion) {
    List<List<Double>> rows = new ArrayList<>();
    for (int actual = 0; actual < confusion.classes(); actual++) {
      List<Double> row = new ArrayList<>();
      for (int predicted = 0; predicted < confusion.classes(); predicted++) {
        row.add(confusion.count(actual, predicted));
      }
      rows.add(row);
    }
    return rows;
  }
}
