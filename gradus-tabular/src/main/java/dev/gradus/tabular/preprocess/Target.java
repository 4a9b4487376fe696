package dev.gradus.tabular.preprocess;

import dev.gradus.error.DataException;
import dev.gradus.tabular.table.Column;
import dev.gradus.tabular.table.ColumnKind;
import dev.gradus.tabular.table.Table;
import java.util.List;
import java.util.stream.IntStream;

/** How the target column becomes what a network is trained on, and back: plain data. */
public sealed interface Target
    permits RegressionTarget, ClassTarget, QuantileTarget, SeveralTargets {

  /** The column's name; for messages, those of several with commas between. */
  String name();

  /** The names of all columns that hold it. */
  default List<String> names() {
    return List.of(name());
  }

  /** What is predicted. */
  Task task();

  /** The kind of column with which a table that holds the target is to be read. */
  ColumnKind kind();

  /**
   * All rows of a table, each of which has a target.
   *
   * @throws DataException if the column is absent or a target is missing
   */
  static int[] rows(Table table, String target) {
    return rows(table, List.of(target));
  }

  /**
   * All rows of a table, each of which has all targets.
   *
   * @throws DataException if a column is absent or a target is missing
   */
  static int[] rows(Table table, List<String> targets) {
    for (String target : targets) {
      Column column = table.require(target, "--target");
      if (column.missing() > 0) {
        int first =
            IntStream.range(0, table.rows()).filter(column::isMissing).findFirst().orElse(0);
        throw new DataException(
            "data.target_missing",
            table.cell(first, target),
            "the target is missing in "
                + column.missing()
                + (column.missing() == 1 ? " row" : " rows"),
            "--missing-target drop");
      }
    }
    return IntStream.range(0, table.rows()).toArray();
  }

  /**
   * The rows that have a target, counted from 0.
   *
   * @throws DataException if the column is absent
   */
  static int[] presentRows(Table table, String target) {
    return presentRows(table, List.of(target));
  }

  /**
   * The rows that have all targets, counted from 0.
   *
   * @throws DataException if a column is absent
   */
  static int[] presentRows(Table table, List<String> targets) {
    List<Column> columns = targets.stream().map(name -> table.require(name, "--target")).toList();
    return IntStream.range(0, table.rows())
        .filter(row -> columns.stream().noneMatch(column -> column.isMissing(row)))
        .toArray();
  }
}
