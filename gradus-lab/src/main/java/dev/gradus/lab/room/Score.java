package dev.gradus.lab.room;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.model.Predictions;
import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.table.CsvSource;
import dev.gradus.tabular.table.Table;
import dev.gradus.tabular.table.TableChunks;
import dev.gradus.tabular.table.TableOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A table that is scored, chunk by chunk, so that one chunk of it is held. */
final class Score {
  private static final int CHUNK = 4096;

  private final Model model;
  private final CsvSource source;
  private final Desk desk;

  Score(Model model, CsvSource source, Desk desk) {
    this.model = model;
    this.source = source;
    this.desk = desk;
  }

  private TableChunks open() {
    return TableChunks.open(source, TableOptions.STANDARD.withKinds(model.features().kinds()));
  }

  /**
   * Reads all of it, before the first byte of the answer says that all is well.
   *
   * @throws DataException if it is wrong anywhere
   */
  void look() {
    try (TableChunks chunks = open()) {
      Table table = chunks.next(CHUNK);
      if (table == null) {
        throw new DataException(
            "csv.no_rows", Location.of(source.name()), "there are no data rows");
      }
      while (table != null) {
        model.features().match(table);
        table = chunks.next(CHUNK);
      }
    }
  }

  /** Writes the predictions. */
  void write(OutputStream to) throws IOException {
    try (TableChunks chunks = open()) {
      to.write(desk.compute(() -> records(List.of(header()))));
      byte[] some = desk.compute(() -> next(chunks));
      while (some.length > 0) {
        to.write(some);
        to.flush();
        some = desk.compute(() -> next(chunks));
      }
    }
  }

  private List<String> header() {
    List<String> names = new ArrayList<>(List.of("prediction"));
    if (model.target() instanceof ClassTarget target) {
      target.classes().forEach(name -> names.add("probability:" + name));
    }
    return names;
  }

  private byte[] next(TableChunks chunks) {
    Table table = chunks.next(CHUNK);
    if (table == null) {
      return new byte[0];
    }
    Predictions predictions = model.predict(table);
    List<List<String>> records = new ArrayList<>();
    for (int row = 0; row < predictions.rows(); row++) {
      List<String> cells = new ArrayList<>(List.of(predictions.text(row)));
      if (predictions instanceof Predictions.Classes classes) {
        int k = classes.classes().size();
        for (int j = 0; j < k; j++) {
          cells.add(Double.toString(classes.probabilities()[row * k + j]));
        }
      }
      records.add(cells);
    }
    return records(records);
  }

  private static byte[] records(List<List<String>> records) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      records.forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
