package dev.gradus.tabular.report;

import dev.gradus.tabular.metric.Metric;
import dev.gradus.tabular.model.Evaluation;
import dev.gradus.tabular.model.EvaluationForm;
import dev.gradus.tabular.model.Hyperparameters;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every metric beside the linear model's and the baseline's. */
final class MetricsSection {
  private MetricsSection() {}

  static void add(ReportData data, Html page) {
    page.section("How good it is").line("<div class=\"side\">");
    data.parts().forEach(part -> table(part, page));
    page.line("</div>");
    page.note(
        "The baseline says the same of every row: the training rows’ mean, or their"
            + " commonest class. The linear model sees the same inputs: ridge or logistic"
            + " regression.");
    if (data.settings().get(Hyperparameters.WEIGHT.key()) instanceof String weight) {
      page.raw("<p class=\"note\">The rows count as column ").user(weight).line(" says.</p>");
    }
    if (data.refitted()) {
      page.note(
          "After that the model was trained again, for as many epochs, on all rows but the test"
              + " rows. The validation figures, the importance and the curves are of the first"
              + " training, which had not seen those rows; test figures and the file are of the"
              + " second.");
    }
    page.end();
  }

  private static void table(ReportData.Part part, Html page) {
    Map<String, Object> baseline = EvaluationForm.baseline(part.evaluation());
    Map<String, Object> linear = EvaluationForm.linear(part.evaluation()).orElse(Map.of());
    page.line("<table class=\"figures\">").element("caption", part.name());
    page.line(
        "<thead><tr><th></th><th>model</th><th>linear</th><th>baseline</th></tr></thead><tbody>");
    EvaluationForm.metrics(part.evaluation())
        .forEach(
            (key, value) -> {
              page.raw("<tr><th>").text(Metric.label(key)).raw("</th><td class=\"model\">");
              page.text(text(value)).raw("</td><td>").text(text(linear.get(key)));
              page.raw("</td><td>").text(text(baseline.get(key))).line("</td></tr>");
            });
    if (part.evaluation() instanceof Evaluation.Quantiles quantiles) {
      quantiles.coverage().values().forEach((name, share) -> coverage(name, share, page));
    }
    page.line("</tbody></table>");
  }

  /** How many rows lie at or below a quantile, or between the outermost two. */
  private static void coverage(String name, Object share, Html page) {
    boolean interval = name.equals("interval");
    page.raw("<tr><th>share ").text(interval ? "between the outermost" : "at or below " + name);
    page.raw("</th><td class=\"model\">").text(text(share)).line("</td><td></td><td></td></tr>");
  }

  /** A dash for what is undefined. */
  static String text(@Nullable Object value) {
    if (!(value instanceof Double number)) {
      return "–";
    }
    boolean large = Math.abs(number) >= 10_000 && Math.abs(number) < 1e9;
    return (large ? Figure.count(Math.round(number)) : Metric.text(number)).replace('-', '−');
  }
}
