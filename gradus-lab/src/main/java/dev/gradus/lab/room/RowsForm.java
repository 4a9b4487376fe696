package dev.gradus.lab.room;

import dev.gradus.lab.http.Refusal;
import dev.gradus.tabular.file.Json;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.preprocess.CategoryFeature;
import dev.gradus.tabular.preprocess.Feature;
import dev.gradus.tabular.preprocess.NumberFeature;
import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.Column;
import dev.gradus.tabular.table.ColumnKind;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Quotation;
import dev.gradus.tabular.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of JSON as a table that a model takes; every cell is looked at. */
final class RowsForm {
  private static final int MOST = 100_000;

  private final List<Feature> features;
  private final List<String> names;

  private RowsForm(Model model) {
    this.features = model.features().list();
    this.names = model.features().names();
  }

  /**
   * The table.
   *
   * @param body {@code {"rows":[…]}}, with {@link Json#NULL} for null
   */
  static Table read(Object body, Model model) {
    if (!(body instanceof Map<?, ?> map)
        || map.size() != 1
        || !(map.get("rows") instanceof List<?> rows)) {
      throw unfit("body: wants {\"rows\":[…]} and nothing else");
    }
    if (rows.isEmpty() || rows.size() > MOST) {
      throw unfit("rows: " + rows.size() + " of them; wants 1 to " + MOST);
    }
    return new RowsForm(model).table(rows);
  }

  private static Refusal unfit(String message) {
    return Refusal.unfit("predict.rows", message);
  }

  private Table table(List<?> rows) {
    List<List<Object>> cells = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      cells.add(cells(rows.get(i), "rows[" + i + "]"));
    }
    Column[] columns = new Column[features.size()];
    for (int j = 0; j < columns.length; j++) {
      columns[j] = column(j, cells);
    }
    return Table.of("rows", columns);
  }

  private List<Object> cells(@Nullable Object row, String where) {
    return switch (row) {
      case List<?> list -> inOrder(list, where);
      case Map<?, ?> map -> byName(map, where);
      case null, default -> throw unfit(where + ": wants a list of values, or an object by column");
    };
  }

  private List<Object> inOrder(List<?> row, String where) {
    if (row.size() != features.size()) {
      throw unfit(
          where
              + " has "
              + row.size()
              + (row.size() == 1 ? " value" : " values")
              + ", the model wants "
              + features.size()
              + ": "
              + Quotation.names(names));
    }
    return List.copyOf(row);
  }

  private List<Object> byName(Map<?, ?> row, String where) {
    for (Object key : row.keySet()) {
      if (!names.contains(key)) {
        throw unfit(
            where
                + ": \""
                + Quotation.name(String.valueOf(key))
                + "\" is no column of the model; it wants "
                + features.size()
                + ": "
                + Quotation.names(names));
      }
    }
    List<Object> cells = new ArrayList<>();
    for (String name : names) {
      Object value = row.get(name);
      if (value == null) {
        throw unfit(
            where
                + " has "
                + row.size()
                + (row.size() == 1 ? " value" : " values")
                + ", the model wants "
                + features.size()
                + ": "
                + Quotation.names(names)
                + "; there is no "
                + Quotation.name(name));
      }
      cells.add(value);
    }
    return cells;
  }

  private Column column(int j, List<List<Object>> cells) {
    return switch (features.get(j)) {
      case NumberFeature number -> {
        double[] values = new double[cells.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = number(number, cells.get(i).get(j), i);
        }
        yield NumberColumn.of(number.name(), values);
      }
      case CategoryFeature category -> {
        @Nullable String[] texts = new @Nullable String[cells.size()];
        for (int i = 0; i < texts.length; i++) {
          texts[i] = text(category, cells.get(i).get(j), i);
        }
        yield CategoryColumn.of(category.name(), texts);
      }
    };
  }

  private static double number(NumberFeature feature, Object value, int row) {
    double number = number(feature.kind(), value);
    if (Double.isNaN(number)) {
      String wanted =
          feature.kind() == ColumnKind.NUMBER ? "a number" : "a " + feature.kind().label();
      requireMissing(feature, feature.indicator(), value, row, wanted);
    } else if (!Float.isFinite((float) feature.encode(number))) {
      throw wrong(feature, row, "is too large for the model");
    }
    return number;
  }

  /** A number is a number alone; dates and times are texts, as in a table. NaN for all else. */
  private static double number(ColumnKind kind, Object value) {
    return switch (value) {
      case Number number when kind == ColumnKind.NUMBER -> number.doubleValue();
      case Boolean truth when kind == ColumnKind.BOOLEAN -> truth ? 1 : 0;
      case String text when kind != ColumnKind.NUMBER -> kind.read(text, '.');
      default -> Double.NaN;
    };
  }

  private static @Nullable String text(CategoryFeature feature, Object value, int row) {
    if (value instanceof String text) {
      return text;
    }
    requireMissing(feature, feature.indicator(), value, row, "a text");
    return null;
  }

  /** Only null, and only where the training saw missing values. */
  private static void requireMissing(
      Feature feature, boolean allowed, Object value, int row, String wanted) {
    if (!value.equals(Json.NULL)) {
      throw wrong(feature, row, "wants " + wanted);
    }
    if (!allowed) {
      throw wrong(feature, row, "is null; the training saw no missing value in this column");
    }
  }

  private static Refusal wrong(Feature feature, int row, String what) {
    return unfit("rows[" + row + "]." + Quotation.name(feature.name()) + ": " + what);
  }
}
