package dev.gradus.tabular.model;

import dev.gradus.tabular.metric.ClassificationMetrics;
import dev.gradus.tabular.metric.RegressionMetrics;
import java.util.LinkedHashMap;
import java.util.Map;

/** Metrics by their names in JSON: {@code r2 rmse mae medae accuracy log_loss}. */
public final class EvaluationForm {
  private EvaluationForm() {}

  /** The model's. */
  public static Map<String, Object> metrics(Evaluation evaluation) {
    return switch (evaluation) {
      case Evaluation.Regression regression -> values(regression.metrics());
      case Evaluation.Classification classes -> values(classes.metrics());
    };
  }

  /** The baseline's. */
  public static Map<String, Object> baseline(Evaluation evaluation) {
    return switch (evaluation) {
      case Evaluation.Regression regression -> values(regression.baseline());
      case Evaluation.Classification classes -> values(classes.baseline());
    };
  }

  private static Map<String, Object> values(RegressionMetrics metrics) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("r2", metrics.r2());
    values.put("rmse", metrics.rmse());
    values.put("mae", metrics.mae());
    values.put("medae", metrics.medianAbsoluteError());
    return values;
  }

  private static Map<String, Object> values(ClassificationMetrics metrics) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("accuracy", metrics.accuracy());
    values.put("log_loss", metrics.logLoss());
    return values;
  }
}
