package dev.gradus.cli;

import dev.gradus.tabular.model.Evaluation;
import dev.gradus.tabular.model.EvaluationForm;
import java.util.Locale;
import java.util.Map;

/** Metrics beside those of the trivial baseline, as a small table. */
final class MetricTable {
  private static final Map<String, String> NAMES =
      Map.of(
          "r2", "R²",
          "rmse", "RMSE",
          "mae", "MAE",
          "medae", "median absolute error",
          "accuracy", "accuracy",
          "log_loss", "log loss");

  private MetricTable() {}

  static void show(String title, Evaluation evaluation, Page page) {
    Map<String, Object> baseline = EvaluationForm.baseline(evaluation);
    if (title.length() > 32) {
      page.say(title);
    }
    page.say("%-32s %12s %12s", title.length() > 32 ? "" : title, "model", "baseline");
    EvaluationForm.metrics(evaluation)
        .forEach(
            (name, value) ->
                page.say(
                    "%-32s %12s %12s",
                    NAMES.getOrDefault(name, name),
                    number((Double) value),
                    number((Double) baseline.getOrDefault(name, Double.NaN))));
  }

  /** Four digits after the point for small numbers, fewer for large ones; no negative zero. */
  private static String number(double value) {
    double size = Math.abs(value);
    String format = size < 100 ? "%.4f" : size < 10_000 ? "%.2f" : size < 1e9 ? "%.0f" : "%.3e";
    String text = String.format(Locale.ROOT, format, value);
    return text.equals("-0.0000") ? "0.0000" : text;
  }
}
