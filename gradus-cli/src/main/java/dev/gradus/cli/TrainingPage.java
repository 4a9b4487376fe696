package dev.gradus.cli;

import dev.gradus.layer.Layer;
import dev.gradus.tabular.model.Evaluation;
import dev.gradus.tabular.model.Hyperparameters;
import dev.gradus.tabular.model.Normalization;
import dev.gradus.tabular.model.PermutationImportance;
import dev.gradus.tabular.model.Trained;
import dev.gradus.tabular.model.TrainingPlan;
import dev.gradus.tabular.model.TrainingSettings;
import dev.gradus.tabular.setting.RealNumber;
import dev.gradus.tabular.table.Table;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What {@code gradus train} says before and after the training. */
final class TrainingPage {
  private final Page page;
  private final TrainingPlan plan;

  TrainingPage(Page page, TrainingPlan plan) {
    this.page = page;
    this.plan = plan;
  }

  /** What is going to be trained, on what. */
  void announce(Table table, boolean imputes) {
    Map<String, Object> imputed = imputes ? missing(table) : Map.of();
    page.say(
        "%s: %,d rows, %d feature columns, %d inputs",
        Shown.escaped(table.file()),
        table.rows(),
        plan.features().list().size(),
        plan.features().inputs());
    page.say("task: %s, since %s", plan.task().task().label(), plan.task().reason());
    page.say("missing cells imputed: %s", imputed.isEmpty() ? "none" : listed(imputed));
    page.say(
        "network: %s, %s, loss %s, %,d parameters",
        plan.widths(), hiddenLayers(), plan.loss(), plan.network().parameterCount());
    page.say(
        "%,d rows to learn from, %,d held out for validation",
        plan.trainingRows(), plan.validationRows());
    page.put("task", plan.task().task().label());
    page.put("reason", plan.task().reason());
    page.put("rows", table.rows());
    page.put("imputed", imputed);
    page.put("parameters", plan.network().parameterCount());
  }

  private Map<String, Object> missing(Table table) {
    Map<String, Object> missing = new LinkedHashMap<>();
    for (String name : plan.features().names()) {
      int count = table.require(name, "--columns").missing();
      if (count > 0) {
        missing.put(name, count);
      }
    }
    return missing;
  }

  private static String listed(Map<String, Object> counts) {
    return counts.entrySet().stream()
        .map(entry -> Shown.escaped(entry.getKey()) + "=" + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  /** Rows that a policy left out. */
  void dropped(String flag, String key, int count) {
    if (count > 0) {
      page.say("%,d %s dropped by %s drop", count, count == 1 ? "row" : "rows", flag);
    }
    page.put(key, count);
  }

  /** {@code relu, batch normalization, dropout 0.2}. */
  private String hiddenLayers() {
    TrainingSettings settings = plan.settings();
    Layer activation = settings.get(Hyperparameters.ACTIVATION);
    Normalization normalization = settings.get(Hyperparameters.NORMALIZATION);
    double dropout = settings.get(Hyperparameters.DROPOUT);
    String text = activation.kind();
    if (normalization != Normalization.NONE) {
      text += ", " + normalization + " normalization";
    }
    return dropout > 0 ? text + ", dropout " + RealNumber.shown(dropout) : text;
  }

  /** How good it became, and where it is. */
  void report(
      Trained trained, List<PermutationImportance> importance, Path model, List<String> files) {
    page.say("");
    MetricTable.show("validation, " + plan.validationRows() + " rows", trained.validation(), page);
    page.say("");
    ImportanceTable.show(trained.validation(), importance, page);
    if (isWorse(trained.validation())) {
      page.say("the model is worse than the baseline, which says the same of every row");
    }
    if (trained.model().record().get("clipped_steps") instanceof Long clipped) {
      page.say("gradients clipped in %,d steps", clipped);
      page.put("clipped_steps", clipped);
    }
    page.say("saved %s", Shown.escaped(model.toString()));
    files.forEach(file -> page.say("saved %s", Shown.escaped(file)));
    page.put("training_rows", plan.trainingRows());
    page.put("validation_rows", plan.validationRows());
    MetricTable.put(trained.validation(), page);
    ImportanceTable.put(importance, page);
    page.put("model", model.toString());
    page.finish();
  }

  /** A model that says less than the trivial baseline is seldom what anybody wants. */
  private static boolean isWorse(Evaluation of) {
    return switch (of) {
      case Evaluation.Regression values -> values.metrics().rmse() > values.baseline().rmse();
      case Evaluation.Classification classes ->
          classes.metrics().accuracy() < classes.baseline().accuracy();
    };
  }
}
