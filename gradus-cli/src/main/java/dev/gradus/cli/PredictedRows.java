package dev.gradus.cli;

import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.model.Predictions;
import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.table.Table;
import dev.gradus.tabular.table.TableChunks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a model makes of a table, some rows at a time, and what it met with on the way. */
final class PredictedRows {
  /** Rows at a time: enough to keep the kernels busy, few enough to fit any heap. */
  private static final int CHUNK = 4096;

  private final Model model;
  private final boolean probabilities;
  private final List<String> keep;
  private final CellTally tally = new CellTally();
  private final Map<String, List<Object>> answers = new LinkedHashMap<>();
  private final Map<String, List<Object>> kept = new LinkedHashMap<>();
  private final List<Object> shares = new ArrayList<>();
  private long count;

  PredictedRows(Model model, boolean probabilities, List<String> keep) {
    this.model = model;
    this.probabilities = probabilities;
    this.keep = keep;
  }

  /** The first rows of a file, which has some. */
  Table first(TableChunks chunks, String file) {
    Table first = chunks.next(CHUNK);
    if (first == null) {
      throw new DataException("csv.no_rows", Location.of(file), "there are no data rows");
    }
    return first;
  }

  /** One of the pieces of a table, answered. */
  interface Answered {
    void take(Table table, Predictions predictions);
  }

  /** Answers all rows, in pieces of which one is held at a time. */
  void each(Table first, TableChunks chunks, Answered to) {
    for (Table table = first; table != null; table = chunks.next(CHUNK)) {
      Predictions predictions = model.predict(table);
      count += predictions.rows();
      tally.add(predictions.cells());
      to.take(table, predictions);
    }
  }

  List<String> keep() {
    return keep;
  }

  long count() {
    return count;
  }

  CellTally tally() {
    return tally;
  }

  /** The classes whose probabilities are wanted; none else. */
  List<String> classes() {
    return probabilities && model.target() instanceof ClassTarget target
        ? target.classes()
        : List.of();
  }

  /** The probabilities of a row, in the order of {@link #classes}. */
  List<Double> probabilities(Predictions predictions, int row) {
    if (!probabilities || !(predictions instanceof Predictions.Classes classes)) {
      return List.of();
    }
    int k = classes.classes().size();
    return Arrays.stream(classes.probabilities(), row * k, (row + 1) * k).boxed().toList();
  }

  /** Holds all answers, for the one JSON object. */
  void collect(Table first, TableChunks chunks) {
    each(
        first,
        chunks,
        (table, predictions) -> {
          keep.forEach(name -> list(kept, name).addAll(table.texts(name)));
          List<String> names = predictions.names();
          for (int row = 0; row < predictions.rows(); row++) {
            for (int column = 0; column < names.size(); column++) {
              list(answers, names.get(column)).add(predictions.answer(row, column));
            }
            if (probabilities) {
              shares.add(probabilities(predictions, row));
            }
          }
        });
  }

  private static List<Object> list(Map<String, List<Object>> lists, String name) {
    return lists.computeIfAbsent(name, absent -> new ArrayList<>());
  }

  /** What {@link #collect} holds: one list, or one for each column of the answer. */
  void put(Page page) {
    page.put("predictions", answers.size() == 1 ? answers.values().iterator().next() : answers);
    if (probabilities) {
      page.put("classes", classes());
      page.put("probabilities", shares);
    }
    if (!keep.isEmpty()) {
      page.put("kept", kept);
    }
  }
}
