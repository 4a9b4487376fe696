package dev.gradus.cli;

import dev.gradus.error.DataException;
import dev.gradus.tabular.summary.MissingPolicy;
import dev.gradus.tabular.summary.SummaryForm;
import dev.gradus.tabular.summary.TableSummary;
import dev.gradus.tabular.table.CsvSource;
import dev.gradus.tabular.table.TableOptions;
import java.util.List;

/** {@code gradus inspect DATA.csv}: what is in a table, or what is wrong with it. */
final class InspectCommand implements Command {
  private final Setting<String> data;
  private final Setting<MissingPolicy> missing;
  private final ColumnFlags columns;
  private final TableFlags reading;

  InspectCommand(Settings settings) {
    data = settings.argument("DATA.csv", "the table; - is standard input");
    missing =
        settings
            .flag("--missing", CommonForms.MISSING, "missing cells")
            .labelled("HOW")
            .or(MissingPolicy.IMPUTE);
    columns = new ColumnFlags(settings);
    reading = new TableFlags(settings);
  }

  @Override
  public ExitStatus run(Terminal terminal) {
    TableOptions options = reading.options();
    columns.apply(options, List.of()); // what contradicts itself is refused before the file is read
    CsvSource source = TableFlags.source(data.value());
    try {
      show(summary(source, options, terminal), terminal);
      return ExitStatus.DONE;
    } catch (TableSummary.Refused e) {
      return refuse(e.errors(), terminal);
    }
  }

  /** The progress has ended when it is shown. */
  private TableSummary summary(CsvSource source, TableOptions options, Terminal terminal)
      throws TableSummary.Refused {
    try (ReadingProgress progress = new ReadingProgress(terminal, source)) {
      return TableSummary.read(
          progress.source(), options, names -> wanted(source, names), missing.value());
    }
  }

  private TableOptions wanted(CsvSource source, List<String> names) {
    columns.requireIn(source.name(), names);
    return columns.apply(reading.options(), names);
  }

  /** All that are known, and for a program the first. */
  private static ExitStatus refuse(List<DataException> errors, Terminal terminal) {
    List<DataException> told = terminal.json() ? errors.subList(0, 1) : errors;
    told.forEach(terminal::fail);
    return ExitStatus.DATA;
  }

  private static void show(TableSummary table, Terminal terminal) {
    Page page = new Page(terminal);
    SummaryForm.of(table).forEach(page::put);
    page.say(String.join("\n", SummaryText.lines(table)));
    page.finish();
  }
}
