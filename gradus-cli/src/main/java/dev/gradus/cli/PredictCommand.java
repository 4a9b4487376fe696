package dev.gradus.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.gradus.error.DataException;
import dev.gradus.error.FileException;
import dev.gradus.error.Location;
import dev.gradus.tabular.file.AtomicFile;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.model.Predictions;
import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.table.CsvSource;
import dev.gradus.tabular.table.Table;
import dev.gradus.tabular.table.TableChunks;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code gradus predict MODEL DATA.csv}: a CSV with the column {@code prediction}, row for row, to
 * standard output or a file.
 */
final class PredictCommand implements Command {
  /** Rows at a time: enough to keep the kernels busy, few enough to fit any heap. */
  private static final int CHUNK = 4096;

  private final Setting<String> model;
  private final Setting<String> data;
  private final Setting<String> out;
  private final Setting<Boolean> probabilities;
  private final TableFlags reading;

  PredictCommand(Settings settings) {
    model = settings.argument("MODEL", "a model file, as train writes it");
    data = settings.argument("DATA.csv", "a table with the model's columns, in any order");
    out = settings.text("--out", "FILE", "standard output unless stated").orNothing();
    probabilities = settings.toggle("--proba", "with a column for each class");
    reading = new TableFlags(settings);
  }

  @Override
  public ExitStatus run(Terminal terminal) {
    OutputFile.mustDiffer(out, data);
    OutputFile.mustDiffer(out, model);
    out.given().ifPresent(file -> AtomicFile.requireWritable(Path.of(file), "--out " + file));
    Model loaded = Model.load(Path.of(model.value()));
    if (probabilities.value() && !(loaded.target() instanceof ClassTarget)) {
      throw probabilities.refused("the model predicts values, not classes");
    }
    Answers answers = new Answers(loaded);
    try (TableChunks chunks =
        TableChunks.open(
            CsvSource.file(data.value()), reading.options().withKinds(loaded.features().kinds()))) {
      Table first = chunks.next(CHUNK);
      if (first == null) {
        throw new DataException("csv.no_rows", Location.of(data.value()), "there are no data rows");
      }
      if (loaded.features().match(first)) {
        terminal.note(data.value() + ": columns in another order, matched by name");
      }
      if (out.isGiven()) {
        AtomicFile.write(Path.of(out.value()), file -> answers.toCsv(first, chunks, file));
      } else if (terminal.json()) {
        answers.toLists(first, chunks);
      } else {
        answers.toCsv(first, chunks, terminal.out());
      }
    }
    answers.report(terminal);
    return ExitStatus.DONE;
  }

  /** The rows of the answer, and what was imputed on the way. */
  private final class Answers {
    private final Model loaded;
    private final List<Object> list = new ArrayList<>();
    private final List<Object> shares = new ArrayList<>();
    private final CellTally tally = new CellTally();
    private int rows;

    Answers(Model loaded) {
      this.loaded = loaded;
    }

    private Predictions predict(Table table) {
      Predictions predictions = loaded.predict(table);
      rows += predictions.rows();
      tally.add(predictions.cells());
      return predictions;
    }

    /** Chunk by chunk, so that only one of them is held. */
    void toCsv(Table first, TableChunks chunks, OutputStream to) {
      StringWriter text = new StringWriter();
      CsvWriter csv = CsvWriter.builder().build(text);
      List<String> names = new ArrayList<>(List.of("prediction"));
      if (probabilities.value() && loaded.target() instanceof ClassTarget target) {
        target.classes().forEach(name -> names.add("probability:" + name));
      }
      csv.writeRecord(names);
      for (Table table = first; table != null; table = chunks.next(CHUNK)) {
        Predictions predictions = predict(table);
        for (int row = 0; row < predictions.rows(); row++) {
          csv.writeRecord(cells(predictions, row));
        }
        try {
          csv.flush();
          to.write(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
          throw failed(e);
        }
        text.getBuffer().setLength(0);
      }
    }

    private FileException failed(IOException e) {
      String reason = String.valueOf(e.getMessage());
      String place = out.given().orElse("standard output");
      return new FileException(
          FileException.Kind.FAILED, place, "writing failed: " + reason, null, e);
    }

    void toLists(Table first, TableChunks chunks) {
      for (Table table = first; table != null; table = chunks.next(CHUNK)) {
        Predictions predictions = predict(table);
        for (int row = 0; row < predictions.rows(); row++) {
          list.add(
              predictions instanceof Predictions.Values values
                  ? values.values()[row]
                  : predictions.text(row));
          if (probabilities.value() && predictions instanceof Predictions.Classes classes) {
            shares.add(probabilities(classes, row));
          }
        }
      }
    }

    private List<String> cells(Predictions predictions, int row) {
      List<String> cells = new ArrayList<>(List.of(predictions.text(row)));
      if (probabilities.value() && predictions instanceof Predictions.Classes classes) {
        probabilities(classes, row).forEach(p -> cells.add(Double.toString(p)));
      }
      return cells;
    }

    private static List<Double> probabilities(Predictions.Classes classes, int row) {
      int k = classes.classes().size();
      return Arrays.stream(classes.probabilities(), row * k, (row + 1) * k).boxed().toList();
    }

    void report(Terminal terminal) {
      tally.tell(data.value(), terminal);
      Page page = new Page(terminal);
      page.put("rows", rows);
      tally.put(page);
      if (out.isGiven()) {
        page.put("out", out.value());
      } else {
        page.put("predictions", list);
        if (probabilities.value() && loaded.target() instanceof ClassTarget target) {
          page.put("classes", target.classes());
          page.put("probabilities", shares);
        }
      }
      page.finish();
    }
  }
}
