package dev.gradus.cli;

import dev.gradus.tabular.file.AtomicFile;
import dev.gradus.tabular.metric.Metric;
import dev.gradus.tabular.model.Epoch;
import dev.gradus.tabular.model.PermutationImportance;
import dev.gradus.tabular.model.Trained;
import dev.gradus.tabular.model.TrainingPlan;
import dev.gradus.tabular.preprocess.Task;
import dev.gradus.tabular.preprocess.Warning;
import dev.gradus.tabular.report.Report;
import dev.gradus.tabular.report.TrainingReport;
import dev.gradus.train.History;
import dev.gradus.train.TrainingListener;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files about a training that a user may ask for, beside the model. */
final class TrainingFiles {
  private static final String LAUNCHER = "./gradus ";

  private final Settings settings;
  private final Setting<String> report;
  private final Setting<String> history;
  private final History events = new History();
  private final List<HistoryFile.Line> lines = new ArrayList<>();

  TrainingFiles(Settings settings) {
    this.settings = settings;
    report = settings.file("--report", "FILE.html", "a page about the model").orNothing();
    history = settings.file("--history", "FILE.csv", "a row for each epoch").orNothing();
  }

  /** Those of the flags that were given. */
  List<Setting<String>> given() {
    return List.of(report, history).stream().filter(Setting::isGiven).toList();
  }

  /** What it will write. */
  void announce(FilesApart files) {
    files.writes(report).writes(history);
  }

  /** Keeps what the report shows. */
  TrainingListener listener() {
    return events;
  }

  /** Keeps a line of the history; its metric costs a pass over the validation rows. */
  void ended(Epoch epoch) {
    if (history.isGiven()) {
      lines.add(
          new HistoryFile.Line(
              epoch.number(),
              epoch.trainingLoss(),
              epoch.validationLoss(),
              epoch.metric().getAsDouble(),
              epoch.learningRate()));
    }
  }

  /** Writes the history, complete or not. */
  void writeHistory(TrainingPlan plan, Page page) {
    history
        .given()
        .ifPresent(
            file -> {
              HistoryFile.write(Path.of(file), metric(plan).key(), lines);
              page.put("history", file);
            });
  }

  /** The metric that a reader looks at while it trains. */
  static Metric metric(TrainingPlan plan) {
    return plan.task().task() == Task.CLASSIFICATION ? Metric.ACCURACY : Metric.R2;
  }

  /** Writes the report. */
  void writeReport(
      TrainingPlan plan,
      Trained trained,
      List<PermutationImportance> importance,
      List<Warning> warnings,
      Page page) {
    report
        .given()
        .ifPresent(
            file -> {
              List<String> said = warnings.stream().map(Warning::message).toList();
              String command = LAUNCHER + ShellWords.line(settings.line());
              String html =
                  Report.html(
                      TrainingReport.of(plan, trained, events.epochs(), importance, said, command));
              AtomicFile.write(Path.of(file), html.getBytes(StandardCharsets.UTF_8));
              page.put("report", file);
            });
  }

  /** The files that were written, for a last line. */
  List<String> written() {
    List<String> files = new ArrayList<>();
    report.given().ifPresent(files::add);
    history.given().ifPresent(files::add);
    return files;
  }
}
