package dev.gradus.tabular.table;

/** What the cells of a column are. */
public enum ColumnKind {
  /** Numbers, each a double. */
  NUMBER,
  /** Texts, each one of a list of names. */
  CATEGORY
}
