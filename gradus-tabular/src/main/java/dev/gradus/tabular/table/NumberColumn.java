package dev.gradus.tabular.table;

/** A column of numbers: finite doubles, NaN where the value is missing. */
public final class NumberColumn implements Column {
  private final String name;
  private final double[] values;

  /**
   * Shares the array, which must not change.
   *
   * @param values [rows], finite or NaN
   */
  NumberColumn(String name, double[] values) {
    this.name = name;
    this.values = values;
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
    return new NumberColumn(name, values.clone());
  }

  /** The number in a row, counted from 0; NaN where it is missing. */
  public double value(int row) {
    return values[row];
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ColumnKind kind() {
    return ColumnKind.NUMBER;
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public boolean isMissing(int row) {
    return Double.isNaN(values[row]);
  }
}
