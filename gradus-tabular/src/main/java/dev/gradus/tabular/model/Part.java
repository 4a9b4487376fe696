package dev.gradus.tabular.model;

import dev.gradus.tabular.table.Table;

/**
 * Some rows of a table, which have a target each.
 *
 * @param table read with the kinds of the training table
 * @param rows counted from 0, ascending, shared
 */
@SuppressWarnings("ArrayRecordComponent") // shared inside; equality is not used
public record Part(Table table, int[] rows) {
  /** Without the rows that do not count. */
  Part counting(WeightColumn weights) {
    return new Part(table, weights.counting(table, rows));
  }

  /** How many. */
  public int size() {
    return rows.length;
  }
}
