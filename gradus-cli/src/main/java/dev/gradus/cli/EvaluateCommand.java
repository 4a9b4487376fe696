package dev.gradus.cli;

import dev.gradus.tabular.model.Evaluation;
import dev.gradus.tabular.model.EvaluationForm;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.preprocess.Target;
import dev.gradus.tabular.table.CsvSource;
import dev.gradus.tabular.table.Table;
import java.nio.file.Path;

/** {@code gradus evaluate MODEL DATA.csv}: metrics, beside those of the trivial baseline. */
final class EvaluateCommand implements Command {
  private final Setting<String> model;
  private final Setting<String> data;
  private final TableFlags reading;

  EvaluateCommand(Settings settings) {
    model = settings.argument("MODEL", "a model file, as train writes it");
    data = settings.argument("DATA.csv", "a table with the model's columns and its target");
    reading = new TableFlags(settings);
  }

  @Override
  public ExitStatus run(Terminal terminal) {
    Model loaded = Model.load(Path.of(model.value()));
    Table table =
        Table.read(
            CsvSource.file(data.value()), reading.options().onlyKinds(loaded.kindsWithTarget()));
    Evaluation evaluation = loaded.evaluate(table, Target.rows(table, loaded.target().name()));
    Page page = new Page(terminal);
    MetricTable.show(Shown.value(data.value()) + ", " + table.rows() + " rows", evaluation, page);
    page.put("rows", table.rows());
    page.put("target", loaded.target().name());
    page.put("metrics", EvaluationForm.metrics(evaluation));
    page.put("baseline", EvaluationForm.baseline(evaluation));
    page.finish();
    return ExitStatus.DONE;
  }
}
