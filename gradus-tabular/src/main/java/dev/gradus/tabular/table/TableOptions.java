package dev.gradus.tabular.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a table is to hold and how it is read.
 *
 * @param dialect how cells are told apart and read
 * @param kinds the kinds of columns that are stated and not inferred, by name; names that the file
 *     does not have mean nothing
 * @param onlyStated whether columns without a stated kind are left out unread
 * @param selected names of the columns that are read; all where none are
 * @param ignored names of columns that are left out unread
 * @param refuseMissing whether a missing cell is an error
 * @param kept names of columns whose texts are kept as they came, whether the table has the column
 *     or not
 * @param names of the columns of a file without header that has as many; else {@code c1}, {@code
 *     c2}, …
 */
public record TableOptions(
    Dialect dialect,
    Map<String, ColumnKind> kinds,
    boolean onlyStated,
    List<String> selected,
    List<String> ignored,
    boolean refuseMissing,
    List<String> kept,
    List<String> names) {

  /** Every column, kinds inferred, missing cells kept. */
  public static final TableOptions STANDARD =
      new TableOptions(
          Dialect.STANDARD, Map.of(), false, List.of(), List.of(), false, List.of(), List.of());

  /** Copies the collections. */
  public TableOptions {
    kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
    selected = List.copyOf(selected);
    ignored = List.copyOf(ignored);
    kept = List.copyOf(kept);
    names = List.copyOf(names);
  }

  /** The same with stated kinds for some columns; the others are inferred. */
  public TableOptions withKinds(Map<String, ColumnKind> stated) {
    return new TableOptions(
        dialect, stated, onlyStated, selected, ignored, refuseMissing, kept, names);
  }

  /** The same for these columns alone, as a model wants it: every other is left out unread. */
  public TableOptions onlyKinds(Map<String, ColumnKind> stated) {
    return new TableOptions(dialect, stated, true, selected, ignored, refuseMissing, kept, names);
  }

  /** The same with another dialect. */
  public TableOptions withDialect(Dialect other) {
    return new TableOptions(
        other, kinds, onlyStated, selected, ignored, refuseMissing, kept, names);
  }

  /** The same with these columns alone; all where the list is empty. */
  public TableOptions selecting(List<String> some) {
    return new TableOptions(dialect, kinds, onlyStated, some, ignored, refuseMissing, kept, names);
  }

  /** The same without some columns. */
  public TableOptions ignoring(List<String> some) {
    return new TableOptions(dialect, kinds, onlyStated, selected, some, refuseMissing, kept, names);
  }

  /** The same, with a missing cell as an error. */
  public TableOptions refusingMissing() {
    return new TableOptions(dialect, kinds, onlyStated, selected, ignored, true, kept, names);
  }

  /** The same, with the texts of some columns kept as they came: {@link Table#texts}. */
  public TableOptions keeping(List<String> some) {
    return new TableOptions(
        dialect, kinds, onlyStated, selected, ignored, refuseMissing, some, names);
  }

  /** The same, with names for the columns of a file without header that has as many. */
  public TableOptions naming(List<String> columns) {
    return new TableOptions(
        dialect, kinds, onlyStated, selected, ignored, refuseMissing, kept, columns);
  }

  /** Whether the column is read at all. */
  public boolean wants(String name) {
    return !ignored.contains(name)
        && (selected.isEmpty() || selected.contains(name))
        && (!onlyStated || kinds.containsKey(name));
  }
}
