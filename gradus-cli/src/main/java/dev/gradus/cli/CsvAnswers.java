package dev.gradus.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.gradus.error.ConfigException;
import dev.gradus.error.FileException;
import dev.gradus.error.Location;
import dev.gradus.tabular.model.Predictions;
import dev.gradus.tabular.table.DecimalNumber;
import dev.gradus.tabular.table.Table;
import dev.gradus.tabular.table.TableChunks;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Answers as a CSV file: the columns to repeat, the prediction, the probabilities.
 *
 * @param guarded whether a text that a spreadsheet would take for a formula gets an apostrophe
 * @param decimal the decimal mark of the table that was read
 */
record CsvAnswers(boolean guarded, char decimal) {
  private static final String FORMULA = "=+-@";

  /** Writes all rows, piece by piece, so that only one of them is held. */
  void write(PredictedRows rows, Table first, TableChunks chunks, OutputStream to, String place) {
    StringWriter text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().build(text);
    rows.each(
        first,
        chunks,
        (table, predictions) -> {
          if (table.equals(first)) {
            csv.writeRecord(header(rows, predictions));
          }
          for (int row = 0; row < predictions.rows(); row++) {
            csv.writeRecord(cells(rows, table, predictions, row));
          }
          try {
            csv.flush();
            to.write(text.toString().getBytes(StandardCharsets.UTF_8));
          } catch (IOException e) {
            throw failed(place, e);
          }
          text.getBuffer().setLength(0);
        });
  }

  private static FileException failed(String place, IOException e) {
    String reason = String.valueOf(e.getMessage());
    return new FileException(
        FileException.Kind.FAILED, place, "writing failed: " + reason, null, e);
  }

  private List<String> header(PredictedRows rows, Predictions predictions) {
    List<String> names = new ArrayList<>();
    rows.keep().forEach(name -> names.add(cell(name)));
    predictions.names().forEach(name -> names.add(cell(name)));
    rows.classes().forEach(name -> names.add("probability:" + name));
    for (String name : rows.keep()) {
      if (Collections.frequency(names, cell(name)) > 1) {
        throw new ConfigException(
            "flag.conflict",
            Location.of("--keep " + Shown.value(name)),
            "the answer has a column of that name already");
      }
    }
    return names;
  }

  private List<String> cells(PredictedRows rows, Table table, Predictions predictions, int row) {
    List<String> cells = new ArrayList<>();
    rows.keep().forEach(name -> cells.add(cell(table.texts(name).get(row))));
    for (int column = 0; column < predictions.names().size(); column++) {
      cells.add(cell(predictions.text(row, column)));
    }
    rows.probabilities(predictions, row).forEach(p -> cells.add(Double.toString(p)));
    return cells;
  }

  /** The text; with an apostrophe before it where it begins like a formula and is no number. */
  String cell(String text) {
    boolean formula =
        guarded
            && !text.isEmpty()
            && FORMULA.indexOf(text.charAt(0)) >= 0
            && Double.isNaN(DecimalNumber.parse(text, decimal))
            && Double.isNaN(DecimalNumber.parse(text, '.'));
    return formula ? "'" + text : text;
  }
}
