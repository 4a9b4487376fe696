package dev.gradus.tabular.report;

import dev.gradus.tabular.metric.Metric;
import dev.gradus.tabular.model.Evaluation;
import dev.gradus.tabular.model.EvaluationForm;
import java.util.List;
import java.util.Map;

/** What it is about, the figures that matter most, and what to be wary of. */
final class HeadSection {
  private HeadSection() {}

  static void add(ReportData data, Html page) {
    page.line("<header>").line("<p class=\"brand\">Gradus · training report</p>");
    page.raw("<h1>").user(data.target()).line("</h1>");
    page.raw("<p class=\"from\">predicted from ").user(data.file()).line("</p>");
    page.line("<dl class=\"facts\">");
    data.facts()
        .forEach(
            (label, value) ->
                page.raw("<div><dt>").text(label).raw("</dt><dd>").text(value).line("</dd></div>"));
    page.line("</dl>").line("</header>");
    tiles(data.parts().getFirst(), page);
    if (!data.warnings().isEmpty()) {
      page.line("<section class=\"warnings\">").element("h2", "Worth knowing").line("<ul>");
      data.warnings().forEach(warning -> page.element("li", warning));
      page.line("</ul>").end();
    }
  }

  private static void tiles(ReportData.Part part, Html page) {
    Map<String, Object> model = EvaluationForm.metrics(part.evaluation());
    Map<String, Object> baseline = EvaluationForm.baseline(part.evaluation());
    Map<String, Object> linear = EvaluationForm.linear(part.evaluation()).orElse(Map.of());
    page.line("<div class=\"tiles\">");
    for (Metric metric : first(part.evaluation())) {
      if (model.get(metric.key()) instanceof Double value) {
        page.raw("<div class=\"tile\"><p class=\"name\">").text(metric.label()).raw("</p>");
        page.raw("<p class=\"figure\">")
            .text(MetricsSection.text(value))
            .raw("</p><p class=\"beside\">");
        if (linear.containsKey(metric.key())) {
          page.text("linear " + MetricsSection.text(linear.get(metric.key())) + " · ");
        }
        page.text("baseline " + MetricsSection.text(baseline.get(metric.key())));
        page.line("</p></div>");
      }
    }
    page.line("</div>");
  }

  private static List<Metric> first(Evaluation evaluation) {
    return evaluation instanceof Evaluation.Classification
        ? List.of(Metric.ACCURACY, Metric.ROC_AUC, Metric.LOG_LOSS)
        : List.of(Metric.R2, Metric.RMSE, Metric.MAE);
  }
}
