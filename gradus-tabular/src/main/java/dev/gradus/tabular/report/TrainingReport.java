package dev.gradus.tabular.report;

import dev.gradus.tabular.model.Evaluation;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.model.Part;
import dev.gradus.tabular.model.PermutationImportance;
import dev.gradus.tabular.model.Predictions;
import dev.gradus.tabular.model.Trained;
import dev.gradus.tabular.model.TrainingPlan;
import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.preprocess.QuantileTarget;
import dev.gradus.tabular.preprocess.RegressionTarget;
import dev.gradus.tabular.preprocess.SeveralTargets;
import dev.gradus.tabular.summary.ColumnSummary;
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
        plan.training().table().file(),
        report.facts(epochs.size()),
        warnings,
        report.parts(),
        trained.isRefitted(),
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
    facts.put("rows", Figure.count(plan.training().table().rows()));
    facts.put("learned from", Figure.count(plan.trainingRows()));
    facts.put("held out", Figure.count(plan.validationRows()));
    facts.put("task", plan.task().task().label());
    facts.put("network", plan.widths());
    facts.put("parameters", Figure.count(plan.network().parameterCount()));
    facts.put("loss", plan.loss().toString());
    facts.put("epochs", Figure.count(epochs));
    return facts;
  }

  /** The test rows, if there are any, are the ones to look at: nothing has seen them. */
  private List<ReportData.Part> parts() {
    List<ReportData.Part> parts = new ArrayList<>();
    trained
        .test()
        .ifPresent(
            test ->
                plan.test().ifPresent(on -> parts.add(part("test", on, test, trained.model()))));
    plan.validation()
        .ifPresent(on -> parts.add(part("validation", on, trained.validation(), trained.judged())));
    return parts;
  }

  private static ReportData.Part part(String name, Part on, Evaluation evaluation, Model model) {
    String rows = name + ", " + Figure.count(on.size()) + " rows";
    return new ReportData.Part(rows, evaluation, answers(model, on.table(), on.rows()));
  }

  private static List<ReportData.Answers> answers(Model model, Table table, int[] rows) {
    Predictions predicted = model.predict(table, rows);
    return switch (model.target()) {
      case RegressionTarget values ->
          List.of(answers(values, table, rows, ((Predictions.Values) predicted).values()));
      case QuantileTarget quantiles ->
          List.of(
              answers(
                  quantiles.values(), table, rows, ((Predictions.Several) predicted).column(0)));
      case SeveralTargets several -> {
        List<ReportData.Answers> all = new ArrayList<>();
        for (int j = 0; j < several.list().size(); j++) {
          double[] column = ((Predictions.Several) predicted).column(j);
          all.add(answers(several.list().get(j), table, rows, column));
        }
        yield all;
      }
      case ClassTarget classes ->
          List.of(new ReportData.Answers.Classes(classes.name(), classes.classes()));
    };
  }

  private static ReportData.Answers answers(
      RegressionTarget target, Table table, int[] rows, double[] predicted) {
    return new ReportData.Answers.Values(target.name(), target.values(table, rows), predicted);
  }

  private List<ReportedColumn> columns() {
    List<String> features = plan.features().names();
    List<String> targets = plan.target().names();
    List<ReportedColumn> columns = new ArrayList<>();
    for (Column column : plan.training().table().columns()) {
      boolean isTarget = targets.contains(column.name());
      boolean isFeature = features.contains(column.name());
      columns.add(
          new ReportedColumn(
              isTarget ? "target" : isFeature ? "feature" : "set aside", ColumnSummary.of(column)));
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
