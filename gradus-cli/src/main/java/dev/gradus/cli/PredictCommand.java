package dev.gradus.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import dev.gradus.tabular.file.AtomicFile;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.model.Predictions;
import dev.gradus.tabular.preprocess.CellCounts;
import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.table.CsvSource;
import dev.gradus.tabular.table.Table;
import dev.gradus.tabular.table.TableChunks;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    Answers answers =
        new Answers(loaded, terminal, terminal.json() || out.isGiven() ? null : terminal);
    try (TableChunks chunks =
        TableChunks.open(
            CsvSource.file(data.value()), reading.options().withKinds(loaded.features().kinds()))) {
      Table rows = chunks.next(CHUNK);
      if (rows == null) {
        throw new DataException("csv.no_rows", Location.of(data.value()), "there are no data rows");
      }
      if (loaded.features().match(rows)) {
        answers.note(Shown.escaped(data.value()) + ": columns in another order, matched by name");
      }
      answers.header();
      for (; rows != null; rows = chunks.next(CHUNK)) {
        answers.add(loaded.predict(rows));
      }
    }
    out.given().ifPresent(file -> AtomicFile.write(Path.of(file), answers.bytes()));
    answers.report();
    return ExitStatus.DONE;
  }

  /** The rows of the answer, and what was imputed on the way. */
  private final class Answers {
    private final Model loaded;
    private final Terminal terminal;
    private final @Nullable Terminal direct;
    private final StringWriter text = new StringWriter();
    private final CsvWriter csv = CsvWriter.builder().build(text);
    private final List<Object> list = new ArrayList<>();
    private final List<Object> shares = new ArrayList<>();
    private final Map<String, Object> imputed = new LinkedHashMap<>();
    private final Map<String, Object> unseen = new LinkedHashMap<>();
    private int rows;

    Answers(Model loaded, Terminal terminal, @Nullable Terminal direct) {
      this.loaded = loaded;
      this.terminal = terminal;
      this.direct = direct;
    }

    void header() {
      List<String> names = new ArrayList<>(List.of("prediction"));
      if (probabilities.value() && loaded.target() instanceof ClassTarget target) {
        target.classes().forEach(name -> names.add("probability:" + name));
      }
      csv.writeRecord(names);
      flush();
    }

    void add(Predictions predictions) {
      for (int row = 0; row < predictions.rows(); row++) {
        csv.writeRecord(cells(predictions, row));
        if (direct == null && !out.isGiven()) {
          list.add(
              predictions instanceof Predictions.Values values
                  ? values.values()[row]
                  : predictions.text(row));
          if (probabilities.value() && predictions instanceof Predictions.Classes classes) {
            shares.add(probabilities(classes, row));
          }
        }
      }
      rows += predictions.rows();
      predictions.cells().forEach(this::count);
      flush();
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

    private void count(CellCounts cells) {
      if (cells.imputed() > 0) {
        imputed.merge(cells.name(), cells.imputed(), (a, b) -> (Integer) a + (Integer) b);
      }
      if (cells.unseen() > 0) {
        unseen.merge(cells.name(), cells.unseen(), (a, b) -> (Integer) a + (Integer) b);
      }
    }

    /** What was written so far stands in the text, and nothing in the writer's buffer. */
    private void flushed() {
      try {
        csv.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e); // a StringWriter does not fail
      }
    }

    private void flush() {
      flushed();
      if (direct != null) {
        direct.out().print(text);
        text.getBuffer().setLength(0);
      }
    }

    byte[] bytes() {
      flushed();
      return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    void note(String text) {
      if (!terminal.json()) {
        terminal.err().println("gradus: note: " + text);
      }
    }

    void report() {
      imputed.forEach(
          (name, count) -> note(Shown.escaped(name) + ": " + count + " missing cells imputed"));
      unseen.forEach(
          (name, count) ->
              terminal.warn(
                  "data.unseen",
                  Location.of(data.value()),
                  name + ": " + count + " cells hold a category that training did not see"));
      if (!terminal.json()) {
        return;
      }
      Page page = new Page(terminal);
      page.put("rows", rows);
      page.put("imputed", imputed);
      page.put("unseen", unseen);
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
