package dev.gradus.cli;

import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import dev.gradus.tabular.model.Evaluation;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.preprocess.Target;
import dev.gradus.tabular.table.Quotation;
import dev.gradus.tabular.table.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code gradus evaluate MODEL DATA.csv}: metrics, beside those of the trivial baseline. */
final class EvaluateCommand implements Command {
  private final Setting<String> model;
  private final Setting<String> data;
  private final Setting<String> missingTarget;
  private final TableFlags reading;

  EvaluateCommand(Settings settings) {
    model = settings.argument("MODEL", "a model file, as train writes it");
    data = settings.argument("DATA.csv", "a table with the model's columns and its target");
    missingTarget =
        settings
            .flag("--missing-target", CommonForms.MISSING_TARGET, "rows without target")
            .labelled("HOW")
            .or("error");
    reading = new TableFlags(settings);
  }

  @Override
  public ExitStatus run(Terminal terminal) {
    Model loaded = Model.load(Path.of(model.value()));
    Table table =
        Table.read(
            TableFlags.source(data.value()), reading.options().onlyKinds(loaded.kindsWithTarget()));
    if (loaded.features().match(table)) {
      terminal.note(data.value() + ": columns in another order, matched by name");
    }
    List<String> targets = loaded.target().names();
    for (String target : targets) {
      requireTarget(table, target);
    }
    int[] rows =
        missingTarget.value().equals("drop")
            ? Target.presentRows(table, targets)
            : Target.rows(table, targets);
    if (rows.length == 0) {
      throw new DataException(
          "data.target_missing", Location.of(data.value()), "no row has a target");
    }
    int withTarget = rows.length;
    rows = loaded.counting(table, rows);
    Optional<String> weight = loaded.weightColumn().filter(name -> table.column(name).isPresent());
    CellTally tally = new CellTally();
    Evaluation evaluation = loaded.evaluate(table, rows, tally::add);
    Page page = new Page(terminal);
    MetricTable.show(Shown.value(data.value()) + ", " + rows.length + " rows", evaluation, page);
    weight.ifPresent(name -> page.say("the rows count as column %s says", Shown.value(name)));
    page.put("rows", rows.length);
    page.put("target", loaded.target().name());
    weight.ifPresent(name -> page.put("weight", name));
    MetricTable.put(evaluation, page);
    page.put("dropped_without_target", table.rows() - withTarget);
    tally.put(page);
    tally.tell(data.value(), terminal);
    page.finish();
    return ExitStatus.DONE;
  }

  private void requireTarget(Table table, String target) {
    if (table.column(target).isEmpty()) {
      throw new DataException(
          "data.no_such_column",
          Location.of(data.value()),
          "no target column "
              + Quotation.of(target)
              + "; there are: "
              + Quotation.names(table.fileColumns()));
    }
  }
}
