package dev.gradus.cli;

import dev.gradus.tabular.model.Evaluation;
import dev.gradus.tabular.model.EvaluationForm;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Metrics beside those of the trivial baseline and of a linear model, as a small table. */
final class MetricTable {
  private static final int FIRST = 28;

  private static final Map<String, String> NAMES =
      Map.of(
          "r2", "R²",
          "rmse", "RMSE",
          "mae", "MAE",
          "medae", "median absolute error",
          "balanced_accuracy", "balanced accuracy",
          "log_loss", "log loss",
          "roc_auc", "ROC AUC",
          "average_precision", "average precision",
          "calibration_error", "calibration error",
          "f1", "F1");

  private MetricTable() {}

  /** For a person. */
  static void show(String title, Evaluation evaluation, Page page) {
    Map<String, Object> baseline = EvaluationForm.baseline(evaluation);
    Map<String, Object> linear = EvaluationForm.linear(evaluation).orElse(Map.of());
    if (title.length() > FIRST) {
      page.say(title);
    }
    line(
        page,
        title.length() > FIRST ? "" : title,
        "model",
        "baseline",
        linear.isEmpty() ? "" : "linear");
    EvaluationForm.metrics(evaluation)
        .forEach(
            (name, value) ->
                line(
                    page,
                    NAMES.getOrDefault(name, name),
                    number(value),
                    number(baseline.get(name)),
                    linear.isEmpty() ? "" : number(linear.get(name))));
  }

  private static void line(Page page, String name, String model, String baseline, String linear) {
    String line = "%-28s %12s %12s %12s".formatted(name, model, baseline, linear);
    page.say(line.stripTrailing());
  }

  /** For a program: {@code metrics}, {@code baseline}, {@code linear} and, of classes, more. */
  static void put(Evaluation evaluation, Page page) {
    page.put("metrics", EvaluationForm.metrics(evaluation));
    page.put("baseline", EvaluationForm.baseline(evaluation));
    EvaluationForm.linear(evaluation).ifPresent(linear -> page.put("linear", linear));
    if (evaluation instanceof Evaluation.Classification classes) {
      page.put("confusion_matrix", EvaluationForm.confusion(classes.metrics().confusion()));
    }
  }

  /** Four digits after the point for small numbers, fewer for large ones; no negative zero. */
  private static String number(@Nullable Object metric) {
    if (!(metric instanceof Double value)) {
      return "-"; // undefined on these rows
    }
    double size = Math.abs(value);
    String format = size < 100 ? "%.4f" : size < 10_000 ? "%.2f" : size < 1e9 ? "%.0f" : "%.3e";
    String text = String.format(Locale.ROOT, format, value);
    return text.equals("-0.0000") ? "0.0000" : text;
  }
}
