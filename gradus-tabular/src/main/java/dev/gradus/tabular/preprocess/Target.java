package dev.gradus.tabular.preprocess;

import dev.gradus.error.DataException;
import dev.gradus.tabular.table.Column;
import dev.gradus.tabular.table.ColumnKind;
import dev.gradus.tabular.table.Table;
import java.util.stream.IntStream;

/** How the target column becomes what a network is trained on, and back: plain data. */
public sealed interface Target permits RegressionTarget, ClassTarget {

  /** The column's name. */
  String name();

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
    int[] present = presentRows(table, target);
    int missing = table.rows() - present.length;
    if (missing > 0) {
      Column column = table.require(target, "--target");
      int first = IntStream.range(0, table.rows()).filter(column::isMissing).findFirst().orElse(0);
      throw new DataException(
          "data.target_missing",
          table.cell(first, target),
          "the target is missing in " + missing + (missing == 1 ? " row" : " rows"),
          "--missing-target drop");
    }
    return present;
  }

  /**
   * The rows that have a target, counted from 0.
   *
   * @throws DataException if the column is absent
   */
  static int[] presentRows(Table table, String target) {
    Column column = table.require(target, "--target");
    return IntStream.range(0, table.rows()).filter(row -> !column.isMissing(row)).toArray();
  }
}
