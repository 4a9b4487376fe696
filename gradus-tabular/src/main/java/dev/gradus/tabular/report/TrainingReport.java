package dev.gradus.tabular.report;

import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.model.PermutationImportance;
import dev.gradus.tabular.model.Predictions;
import dev.gradus.tabular.model.Trained;
import dev.gradus.tabular.model.TrainingPlan;
import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.preprocess.RegressionTarget;
import dev.gradus.tabular.table.Column;
import dev.gradus.tabular.table.Table;
import dev.gradus.train.TrainingEvent.EpochEnded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers what a report tells of a training. */
public final class TrainingReport {
  private final TrainingPlan plan;
  private final Trained trained;

  private TrainingReport(TrainingPlan plan, Trained trained) {
    this.plan = plan;
    this.trained = trained;
  }

  /**
   * Of a plan that was carried out.
   *
   * @param epochs as they were told
   * @param importance of the columns on the validation rows
   * @param warnings that were given
   * @param command that repeats it
   */
  public static ReportData of(
      TrainingPlan plan,
      Trained trained,
      List<EpochEnded> epochs,
      List<PermutationImportance> importance,
      List<String> warnings,
      String command) {
    TrainingReport report = new TrainingReport(plan, trained);
    Model model = trained.model();
    return new ReportData(
        model.target().name(),
        plan.table().file(),
        report.facts(epochs.size()),
        warnings,
        List.of(report.validation()),
        epochs,
        importance,
        PermutationImportance.rowsUsed(model, plan.validationRows()),
        report.columns(),
        report.settings(),
        report.certificate(),
        command);
  }

  private Map<String, String> facts(int epochs) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("rows", Figure.count(plan.table().rows()));
    facts.put("learned from", Figure.count(plan.trainingRows()));
    facts.put("held out", Figure.count(plan.validationRows()));
    facts.put("task", plan.task().task().label());
    facts.put("network", plan.widths());
    facts.put("parameters", Figure.count(plan.network().parameterCount()));
    facts.put("loss", plan.loss().toString());
    facts.put("epochs", Figure.count(epochs));
    return facts;
  }

  private ReportData.Part validation() {
    return new ReportData.Part(
        "validation, " + Figure.count(plan.validationRows()) + " rows",
        trained.validation(),
        List.of(answers(plan.table(), plan.validation())));
  }

  private ReportData.Answers answers(Table table, int[] rows) {
    Model model = trained.model();
    return switch (model.target()) {
      case RegressionTarget values ->
          new ReportData.Answers.Values(
              values.name(),
              values.values(table, rows),
              ((Predictions.Values) model.predict(table, rows)).values());
      case ClassTarget classes -> new ReportData.Answers.Classes(classes.name(), classes.classes());
    };
  }

  private List<ColumnSketch> columns() {
    List<String> features = plan.features().names();
    String target = plan.target().name();
    List<ColumnSketch> columns = new ArrayList<>();
    for (Column column : plan.table().columns()) {
      boolean isTarget = column.name().equals(target);
      boolean isFeature = features.contains(column.name());
      columns.add(
          ColumnSketch.of(column, isTarget ? "target" : isFeature ? "feature" : "set aside"));
    }
    return columns;
  }

  /** The record without what stands elsewhere. */
  private Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>();
    trained
        .model()
        .record()
        .forEach(
            (key, value) -> {
              if (value instanceof Number || value instanceof String || value instanceof Boolean) {
                settings.put(key, value);
              }
            });
    return settings;
  }

  private Map<String, Object> certificate() {
    Map<String, Object> certificate = new LinkedHashMap<>();
    if (trained.model().record().get("gradient_check") instanceof Map<?, ?> found) {
      found.forEach((key, value) -> certificate.put(String.valueOf(key), value));
    }
    return certificate;
  }
}
