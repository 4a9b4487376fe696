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
 * @param ignored names of columns that are left out unread
 * @param refuseMissing whether a missing cell is an error
 */
public record TableOptions(
    Dialect dialect,
    Map<String, ColumnKind> kinds,
    boolean onlyStated,
    List<String> ignored,
    boolean refuseMissing) {

  /** Every column, kinds inferred, missing cells kept. */
  public static final TableOptions STANDARD =
      new TableOptions(Dialect.STANDARD, Map.of(), false, List.of(), false);

  /** Copies the collections. */
  public TableOptions {
    kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
    ignored = List.copyOf(ignored);
  }

  /** The same with stated kinds for some columns; the others are inferred. */
  public TableOptions withKinds(Map<String, ColumnKind> stated) {
    return new TableOptions(dialect, stated, onlyStated, ignored, refuseMissing);
  }

  /** The same for these columns alone, as a model wants it: every other is left out unread. */
  public TableOptions onlyKinds(Map<String, ColumnKind> stated) {
    return new TableOptions(dialect, stated, true, ignored, refuseMissing);
  }

  /** The same with another dialect. */
  public TableOptions withDialect(Dialect other) {
    return new TableOptions(other, kinds, onlyStated, ignored, refuseMissing);
  }

  /** The same without some columns. */
  public TableOptions ignoring(List<String> names) {
    return new TableOptions(dialect, kinds, onlyStated, names, refuseMissing);
  }

  /** The same, with a missing cell as an error. */
  public TableOptions refusingMissing() {
    return new TableOptions(dialect, kinds, onlyStated, ignored, true);
  }

  /** Whether the column is read at all. */
  boolean wants(String name) {
    return !ignored.contains(name) && (!onlyStated || kinds.containsKey(name));
  }
}
