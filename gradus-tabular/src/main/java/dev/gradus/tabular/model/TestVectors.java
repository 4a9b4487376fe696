package dev.gradus.tabular.model;

import dev.gradus.tabular.file.JsonObject;
import dev.gradus.tabular.preprocess.Features;
import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.Column;
import dev.gradus.tabular.table.ColumnKind;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A few rows of the data, and what the model made of them: whoever loads the model makes it again
 * and compares every bit. Cells stand in the order of the features: numbers (dates and truth values
 * as the numbers that they are read as), texts, and the empty text where a value is missing.
 *
 * @param rows raw cells, each a {@code Double} or a {@code String}
 * @param answers of each row: the values, or the probabilities of all classes
 */
public record TestVectors(List<List<Object>> rows, List<List<Double>> answers) {
  /** How many a training takes, if the file has room for them. */
  public static final int COUNT = 10;

  /** None. */
  static final TestVectors NONE = new TestVectors(List.of(), List.of());

  private static final String MISSING = "";

  /** Copies the lists. */
  public TestVectors {
    rows = List.copyOf(rows);
    answers = List.copyOf(answers);
  }

  /**
   * Of rows evenly spread over some of a table's: as many as fit into the header of the model's
   * file, at most {@value #COUNT}.
   */
  static TestVectors of(Model model, Table table, int[] among) {
    for (int n = Math.min(COUNT, among.length); n > 0; n--) {
      TestVectors vectors = of(model, table, among, n);
      if (FileLimits.fits(model.with(vectors))) {
        return vectors;
      }
    }
    return NONE;
  }

  private static TestVectors of(Model model, Table table, int[] among, int n) {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      rows.add(cells(model.features(), table, among[(int) ((long) i * among.length / n)]));
    }
    TestVectors unanswered = new TestVectors(rows, List.of());
    return new TestVectors(rows, unanswered.answers(model));
  }

  private static List<Object> cells(Features features, Table table, int row) {
    List<Object> cells = new ArrayList<>();
    for (String name : features.names()) {
      cells.add(cell(table.column(name).orElseThrow(), row));
    }
    return cells;
  }

  private static Object cell(Column column, int row) {
    if (column.isMissing(row)) {
      return MISSING;
    }
    return switch (column) {
      case NumberColumn number -> number.value(row);
      case CategoryColumn category -> category.categories().get(category.code(row));
    };
  }

  /** What a model makes of the rows. */
  List<List<Double>> answers(Model model) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Predictions predictions = model.predict(table(model.features()));
    List<List<Double>> answers = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      answers.add(answer(predictions, row));
    }
    return answers;
  }

  private static List<Double> answer(Predictions predictions, int row) {
    return switch (predictions) {
      case Predictions.Values values -> List.of(values.values()[row]);
      case Predictions.Several several -> {
        List<Double> values = new ArrayList<>();
        for (int j = 0; j < several.names().size(); j++) {
          values.add(several.value(row, j));
        }
        yield values;
      }
      case Predictions.Classes classes -> {
        int k = classes.classes().size();
        List<Double> probabilities = new ArrayList<>();
        for (int j = 0; j < k; j++) {
          probabilities.add(classes.probabilities()[row * k + j]);
        }
        yield probabilities;
      }
    };
  }

  /** The rows as a table that the model can read. */
  Table table(Features features) {
    List<String> names = features.names();
    Map<String, ColumnKind> kinds = features.kinds();
    Column[] columns = new Column[names.size()];
    for (int j = 0; j < columns.length; j++) {
      columns[j] =
          kinds.get(names.get(j)) == ColumnKind.CATEGORY
              ? CategoryColumn.of(names.get(j), texts(j))
              : NumberColumn.of(names.get(j), numbers(j));
    }
    return Table.of("the test vectors", columns);
  }

  private @Nullable String[] texts(int column) {
    @Nullable String[] texts = new @Nullable String[rows.size()];
    for (int row = 0; row < texts.length; row++) {
      String text = (String) rows.get(row).get(column);
      texts[row] = text.equals(MISSING) ? null : text;
    }
    return texts;
  }

  private double[] numbers(int column) {
    return rows.stream()
        .map(row -> row.get(column))
        .mapToDouble(cell -> cell.equals(MISSING) ? Double.NaN : (Double) cell)
        .toArray();
  }

  /** The first row that a model answers differently, in words; nothing if there is none. */
  Optional<String> difference(Model model) {
    List<List<Double>> now = answers(model);
    for (int row = 0; row < now.size(); row++) {
      if (!now.get(row).equals(answers.get(row))) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "test vector %d: gives %s, the file says %s",
                row + 1,
                now.get(row),
                answers.get(row)));
      }
    }
    return Optional.empty();
  }

  /** For a file. */
  Map<String, Object> write() {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("rows", rows);
    entry.put("answers", answers);
    return entry;
  }

  /** From a file. */
  static TestVectors read(JsonObject entry, Features features) {
    entry.only("rows", "answers");
    List<List<Object>> rows = new ArrayList<>();
    for (List<?> cells : entry.lists("rows")) {
      rows.add(cells(entry, cells, features));
    }
    List<List<Double>> answers = new ArrayList<>();
    for (List<?> numbers : entry.lists("answers")) {
      answers.add(numbers.stream().map(number -> number(entry, number)).toList());
    }
    if (rows.size() != answers.size() || rows.size() > COUNT) {
      throw entry.refuse(
          String.format(
              Locale.ROOT,
              "vectors: %d rows and %d answers; wants at most %d of both",
              rows.size(),
              answers.size(),
              COUNT));
    }
    return new TestVectors(rows, answers);
  }

  private static List<Object> cells(JsonObject entry, List<?> cells, Features features) {
    List<String> names = features.names();
    if (cells.size() != names.size()) {
      throw entry.refuse(
          String.format(
              Locale.ROOT,
              "vectors: a row of %d cells, there are %d features",
              cells.size(),
              names.size()));
    }
    List<Object> row = new ArrayList<>();
    for (int j = 0; j < cells.size(); j++) {
      boolean category = features.list().get(j).kind() == ColumnKind.CATEGORY;
      Object cell = cells.get(j);
      row.add(
          cell instanceof String text && (category || text.isEmpty()) ? text : number(entry, cell));
      if (category && !(cell instanceof String)) {
        throw entry.refuse("vectors: a number where a text is wanted");
      }
    }
    return row;
  }

  private static double number(JsonObject entry, Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw entry.refuse("vectors: a number is wanted");
  }
}
