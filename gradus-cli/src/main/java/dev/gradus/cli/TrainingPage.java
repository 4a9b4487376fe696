package dev.gradus.cli;

import dev.gradus.optimize.StandardOptimizer;
import dev.gradus.tabular.metric.Metric;
import dev.gradus.tabular.model.CrossValidation;
import dev.gradus.tabular.model.Evaluation;
import dev.gradus.tabular.model.EvaluationForm;
import dev.gradus.tabular.model.Hyperparameters;
import dev.gradus.tabular.model.Normalization;
import dev.gradus.tabular.model.PermutationImportance;
import dev.gradus.tabular.model.TestVectors;
import dev.gradus.tabular.model.Trained;
import dev.gradus.tabular.model.TrainingPlan;
import dev.gradus.tabular.model.TrainingSettings;
import dev.gradus.tabular.setting.RealNumber;
import dev.gradus.tabular.table.Table;
import dev.gradus.train.StopReason;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
        "%,d rows to learn from, %,d held out for validation%s",
        plan.trainingRows(),
        plan.validationRows(),
        plan.test().isPresent() ? ", " + counted(plan.testRows()) + " for the test" : "");
    page.say("training: %s", course());
    page.put("task", plan.task().task().label());
    page.put("reason", plan.task().reason());
    page.put("rows", table.rows());
    page.put("imputed", imputed);
    page.put("parameters", plan.network().parameterCount());
    page.put("settings", plan.settings().record());
  }

  private static String counted(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code adamw at 0.002, 100 epochs in batches of 32}. */
  private String course() {
    TrainingSettings settings = plan.settings();
    StandardOptimizer optimizer = settings.get(Hyperparameters.OPTIMIZER);
    int epochs = settings.get(Hyperparameters.EPOCHS);
    String length = counted(epochs) + (epochs == 1 ? " epoch" : " epochs");
    return optimizer == StandardOptimizer.LBFGS
        ? optimizer + ", " + length
        : optimizer
            + " at "
            + String.format(Locale.ROOT, "%.3g", settings.get(Hyperparameters.LEARNING_RATE))
            + ", "
            + length
            + " in batches of "
            + counted(Math.min(plan.trainingRows(), settings.get(Hyperparameters.BATCH_SIZE)));
  }

  /** What a cross-validation gave. */
  void folds(CrossValidation result) {
    Map<String, CrossValidation.Summary> summary = result.summary();
    page.say("");
    page.say("%-28s %12s %12s", result.parts().size() + " folds", "mean", "spread");
    summary.forEach(
        (name, of) ->
            page.say(
                "%-28s %12s %12s",
                Metric.label(name), Metric.text(of.mean()), Metric.text(of.spread())));
    Map<String, Object> folds = new LinkedHashMap<>();
    summary.forEach(
        (name, of) -> {
          Map<String, Object> entry = new LinkedHashMap<>(); // in one order in every process
          entry.put("mean", of.mean());
          entry.put("spread", of.spread());
          folds.put(name, entry);
        });
    page.put("folds", result.parts().size());
    page.put("cross_validation", folds);
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

  /**
   * Rows that a policy left out.
   *
   * @param which a word before the keys of another file than the training's: {@code test_}
   */
  void dropped(UsableRows rows, String which) {
    String of = which.isEmpty() ? "" : " of " + Shown.escaped(rows.part().table().file());
    dropped("--missing-target", of, rows.withoutTarget());
    dropped("--missing", of, rows.withMissingCells());
    page.put(which + "dropped_without_target", rows.withoutTarget());
    page.put(which + "dropped_with_missing_cells", rows.withMissingCells());
  }

  private void dropped(String flag, String of, int count) {
    if (count > 0) {
      page.say("%,d %s%s dropped by %s drop", count, count == 1 ? "row" : "rows", of, flag);
    }
  }

  /** {@code relu, batch normalization, dropout 0.2}. */
  private String hiddenLayers() {
    TrainingSettings settings = plan.settings();
    Normalization normalization = settings.get(Hyperparameters.NORMALIZATION);
    double dropout = settings.get(Hyperparameters.DROPOUT);
    String text =
        Hyperparameters.ACTIVATION.form().written(settings.get(Hyperparameters.ACTIVATION));
    if (normalization != Normalization.NONE) {
      text += ", " + normalization + " normalization";
    }
    return dropout > 0 ? text + ", dropout " + RealNumber.shown(dropout) : text;
  }

  /** Whether the gradient with which a model was trained turned out to be wrong. */
  static boolean failedCheck(Map<String, Object> record) {
    return record.get("gradient_check") instanceof Map<?, ?> check
        && Boolean.FALSE.equals(check.get("passed"));
  }

  /** How good it became, and where it is. */
  void report(
      Trained trained, List<PermutationImportance> importance, Path model, List<String> files) {
    page.say("");
    MetricTable.show("validation, " + plan.validationRows() + " rows", trained.validation(), page);
    trained
        .test()
        .ifPresent(
            test -> {
              page.say("");
              MetricTable.show("test, " + plan.testRows() + " rows", test, page);
            });
    page.say("");
    seen(trained);
    ImportanceTable.show(trained.validation(), importance, page);
    if (isWorse(trained.validation())) {
      page.say("the model is worse than the baseline, which says the same of every row");
    }
    if (trained.model().record().get("clipped_steps") instanceof Long clipped) {
      page.say("gradients clipped in %,d steps", clipped);
      page.put("clipped_steps", clipped);
    }
    vectors(trained.model().vectors().rows().size());
    page.say("saved %s", Shown.escaped(model.toString()));
    files.forEach(file -> page.say("saved %s", Shown.escaped(file)));
    page.put("training_rows", plan.trainingRows());
    page.put("validation_rows", plan.validationRows());
    page.put("best_epoch", trained.bestEpoch());
    MetricTable.put(trained.validation(), page);
    trained
        .test()
        .ifPresent(
            test -> {
              page.put("test_rows", plan.testRows());
              page.put("test", EvaluationForm.metrics(test));
            });
    ImportanceTable.put(importance, page);
    page.put("model", model.toString());
    page.finish();
  }

  /** A file has room for so many names and cells. */
  private void vectors(int kept) {
    if (kept < Math.min(TestVectors.COUNT, plan.trainingRows())) {
      page.say(
          "%d of %d test vectors: no more of so many columns fit into a model's header",
          kept, TestVectors.COUNT);
    }
    page.put("test_vectors", kept);
  }

  /** What the figures are worth, and which model they are of. */
  private void seen(Trained trained) {
    TrainingSettings settings = plan.settings();
    boolean early = settings.get(Hyperparameters.PATIENCE) > 0;
    settings
        .find(Hyperparameters.WEIGHT)
        .ifPresent(name -> page.say("the rows count as column %s says", Shown.value(name)));
    if (trained.reason() instanceof StopReason.StoppedEarly stopped) {
      page.say(
          "stopped early: no better validation loss for %,d epochs; the weights are those of epoch"
              + " %,d",
          stopped.patience(), trained.bestEpoch());
    } else if (early) {
      page.say("the weights are those of epoch %,d, the best", trained.bestEpoch());
    }
    if (early && plan.test().isEmpty()) {
      page.say(
          "early stopping has seen the validation rows: these figures are a little too good;"
              + " --test 0.2 holds out rows that nothing has seen");
    }
    if (trained.isRefitted()) {
      page.say(
          "then trained again on all %,d rows, for as long; that model is saved, %s of the one before",
          plan.trainingRows() + plan.validationRows(),
          plan.test().isPresent()
              ? "the test figures are its own, validation and importance"
              : "all figures are");
    }
    page.put("refitted", trained.isRefitted());
    page.put("early_stopping_saw_validation", early);
  }

  /** A model that says less than the trivial baseline is seldom what anybody wants. */
  private static boolean isWorse(Evaluation of) {
    return switch (of) {
      case Evaluation.Regression values -> values.metrics().rmse() > values.baseline().rmse();
      case Evaluation.Quantiles values -> values.metrics().rmse() > values.baseline().rmse();
      case Evaluation.Several several ->
          several.targets().values().stream().allMatch(TrainingPage::isWorse);
      case Evaluation.Classification classes ->
          classes.metrics().accuracy() < classes.baseline().accuracy();
    };
  }
}
