package dev.gradus.cli;

import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import dev.gradus.tabular.file.AtomicFile;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.table.CsvSource;
import dev.gradus.tabular.table.Table;
import dev.gradus.tabular.table.TableChunks;
import dev.gradus.tabular.table.TableOptions;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code gradus predict MODEL DATA.csv}: a CSV with the column {@code prediction}, row for row, to
 * standard output or a file. Neither is held in memory, whatever their size; with {@code --json}
 * and without {@code --out} all answers are, for they are lists of one object.
 */
final class PredictCommand implements Command {
  private final Setting<String> model;
  private final Setting<String> data;
  private final Setting<String> out;
  private final Setting<Boolean> probabilities;
  private final Setting<List<String>> keep;
  private final Setting<Boolean> raw;
  private final Setting<Boolean> strictNames;
  private final TableFlags reading;

  PredictCommand(Settings settings) {
    model = settings.argument("MODEL", "a model file, as train writes it");
    data = settings.argument("DATA.csv", "a table with the model's columns, in any order");
    out = settings.file("--out", "FILE", "standard output unless stated").orNothing();
    probabilities = settings.toggle("--proba", "with a column for each class");
    keep =
        settings
            .flag(
                "--keep",
                CommonForms.NAMES,
                "columns of the table to repeat in the answer; a name with a comma in quotes")
            .labelled("A,B")
            .or(List.of());
    raw =
        settings.toggle(
            "--raw", "no apostrophe before texts that a spreadsheet would take for formulas");
    strictNames =
        settings.toggle(
            "--strict-names", "with --header no: refuse to match the columns by their places");
    reading = new TableFlags(settings);
  }

  @Override
  public ExitStatus run(Terminal terminal) {
    new FilesApart().reads(data, "the input").reads(model, "the input").writes(out).require();
    Model loaded = Model.load(Path.of(model.value()));
    if (probabilities.value() && !(loaded.target() instanceof ClassTarget)) {
      throw probabilities.refused("the model predicts values, not classes");
    }
    CsvSource source = TableFlags.source(data.value());
    PredictedRows rows = new PredictedRows(loaded, probabilities.value(), keep.value());
    try (ReadingProgress progress = new ReadingProgress(terminal, source);
        TableChunks chunks = TableChunks.open(progress.source(), options(loaded))) {
      Table first = rows.first(chunks, source.name());
      if (loaded.features().match(first)) {
        terminal.note(source.name() + ": columns in another order, matched by name");
      }
      CsvAnswers csv = new CsvAnswers(!raw.value(), reading.dialect().decimal());
      if (out.isGiven()) {
        AtomicFile.write(
            Path.of(out.value()),
            file -> {
              csv.write(rows, first, chunks, file, out.value());
              rows.tally().tell(source.name(), terminal); // under --strict no file is left
            });
      } else if (terminal.json()) {
        rows.collect(first, chunks);
      } else {
        csv.write(rows, first, chunks, terminal.out(), "standard output");
      }
    }
    if (!out.isGiven()) {
      rows.tally().tell(source.name(), terminal);
    }
    report(rows, terminal);
    return ExitStatus.DONE;
  }

  private TableOptions options(Model loaded) {
    TableOptions options =
        reading.options().withKinds(loaded.features().kinds()).keeping(keep.value());
    if (options.dialect().header()) {
      return options;
    }
    if (strictNames.value()) {
      throw new DataException(
          "data.columns",
          Location.of(data.value()),
          "has no header, so that its columns have no names; --strict-names wants them");
    }
    return options.naming(loaded.features().names());
  }

  private void report(PredictedRows rows, Terminal terminal) {
    Page page = new Page(terminal);
    page.put("rows", rows.count());
    rows.tally().put(page);
    if (out.isGiven()) {
      page.put("out", out.value());
    } else {
      rows.put(page);
    }
    page.finish();
  }
}
