package dev.gradus.tabular.table;

import java.util.List;

/**
 * A column of numbers, or of what is read as numbers (truth values, dates, times of day): finite
 * doubles, NaN where the value is missing.
 */
public final class NumberColumn implements Column {
  private final String name;
  private final ColumnKind kind;
  private final CompactNumbers values;
  private final List<String> words;

  /**
   * @param values finite or NaN
   * @param words for 0 and 1 where the kind is {@link ColumnKind#BOOLEAN}
   */
  NumberColumn(String name, ColumnKind kind, CompactNumbers values, List<String> words) {
    this.name = name;
    this.kind = kind;
    this.values = values;
    this.words = words;
  }

  /**
   * A column made by a program; the array is copied.
   *
   * @param values [rows]; NaN stands for a missing value
   * @throws IllegalArgumentException if one is infinite
   */
  public static NumberColumn of(String name, double... values) {
    for (int row = 0; row < values.length; row++) {
      if (Double.isInfinite(values[row])) {
        throw new IllegalArgumentException("row " + row + " of column " + name + " is infinite");
      }
    }
    return new NumberColumn(name, ColumnKind.NUMBER, CompactNumbers.of(values.clone()), List.of());
  }

  /** The number in a row, counted from 0; NaN where it is missing. */
  public double value(int row) {
    return values.get(row);
  }

  /**
   * The words for 0 and 1 in a column of truth values, as they came; empty for any other column.
   */
  public List<String> words() {
    return words;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ColumnKind kind() {
    return kind;
  }

  @Override
  public int size() {
    return values.size();
  }

  @Override
  public boolean isMissing(int row) {
    return Double.isNaN(values.get(row));
  }
}
