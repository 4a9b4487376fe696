package dev.gradus.tabular.table;

/** A named column of a table, compact and typed. */
public sealed interface Column permits NumberColumn, CategoryColumn {

  /** The name in the first record. */
  String name();

  /** What its cells are. */
  ColumnKind kind();

  /** How many cells there are. */
  int size();

  /** Whether the cell of a row, counted from 0, holds no value. */
  boolean isMissing(int row);

  /** How many cells hold no value. */
  default int missing() {
    int count = 0;
    for (int row = 0; row < size(); row++) {
      count += isMissing(row) ? 1 : 0;
    }
    return count;
  }
}
