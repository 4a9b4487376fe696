package dev.gradus.cli;

import dev.gradus.tabular.metric.Metric;
import dev.gradus.tabular.model.Evaluation;
import dev.gradus.tabular.model.EvaluationForm;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Metrics beside those of the trivial baseline and of a linear model, as a small table. */
final class MetricTable {
  private static final int FIRST = 28;

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
                    Metric.label(name),
                    number(value),
                    number(baseline.get(name)),
                    linear.isEmpty() ? "" : number(linear.get(name))));
    if (evaluation instanceof Evaluation.Several several) {
      several.targets().forEach((name, one) -> show("of them " + Shown.value(name), one, page));
    }
    if (evaluation instanceof Evaluation.Quantiles quantiles) {
      quantiles
          .coverage()
          .values()
          .forEach((name, share) -> line(page, "share " + below(name), number(share), "", ""));
    }
  }

  private static String below(String name) {
    return name.equals("interval") ? "between the outermost" : "at or below " + name;
  }

  private static void line(Page page, String name, String model, String baseline, String linear) {
    String line = String.format(Locale.ROOT, "%-28s %12s %12s %12s", name, model, baseline, linear);
    page.say(line.stripTrailing());
  }

  /** For a program: {@code metrics}, {@code baseline}, {@code linear} and, of classes, more. */
  static void put(Evaluation evaluation, Page page) {
    page.put("metrics", EvaluationForm.metrics(evaluation));
    page.put("baseline", EvaluationForm.baseline(evaluation));
    EvaluationForm.linear(evaluation).ifPresent(linear -> page.put("linear", linear));
    if (evaluation instanceof Evaluation.Quantiles quantiles) {
      page.put("coverage", quantiles.coverage().values());
    }
    if (evaluation instanceof Evaluation.Several several) {
      Map<String, Object> targets = new LinkedHashMap<>();
      several
          .targets()
          .forEach((name, one) -> targets.put(name, EvaluationForm.values(one.metrics())));
      page.put("targets", targets);
    }
    if (evaluation instanceof Evaluation.Classification classes) {
      page.put("confusion_matrix", EvaluationForm.confusion(classes.metrics().confusion()));
    }
  }

  /** A dash for what is undefined on these rows. */
  private static String number(@Nullable Object metric) {
    return metric instanceof Double value ? Metric.text(value) : "-";
  }
}
