package dev.gradus.tabular.preprocess;

import dev.gradus.error.DataException;
import dev.gradus.tabular.table.ColumnKind;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Table;

/**
 * Numbers to predict, standardized: t = (y − mean) / deviation, undone by y = t · deviation + mean.
 *
 * @param name the column's name
 * @param mean of the training rows
 * @param deviation of the training rows (over n); 1 where all are the same, or differ by the least
 *     number
 */
public record RegressionTarget(String name, double mean, double deviation) implements Target {

  /**
   * Learns from the training rows, which have a target each.
   *
   * @throws DataException if there is no such column
   */
  public static RegressionTarget fit(Table table, String name, int[] rows) {
    Statistics of = Statistics.of(numbers(table, name, rows));
    boolean same = NumberFeature.isConstant(of.deviation());
    return new RegressionTarget(name, of.mean(), same ? 1 : of.deviation());
  }

  /** What the network is trained on for the target {@code y}. */
  public double encode(double y) {
    return (0.5 * y - 0.5 * mean) / (0.5 * deviation);
  }

  /** The target for the network's output {@code t}. */
  public double decode(double t) {
    double y = t * deviation + mean;
    return Math.clamp(y, -Double.MAX_VALUE, Double.MAX_VALUE); // a number for every number
  }

  /**
   * The targets of some rows in the user's units, [rows].
   *
   * @throws DataException if there is no such column
   */
  public double[] values(Table table, int[] rows) {
    return numbers(table, name, rows);
  }

  private static double[] numbers(Table table, String name, int[] rows) {
    if (!(table.require(name, "--target") instanceof NumberColumn column)) {
      throw new IllegalArgumentException("column " + name + " holds texts; read it as numbers");
    }
    double[] values = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      if (column.isMissing(rows[i])) {
        throw new IllegalArgumentException("row " + rows[i] + " has no target");
      }
      values[i] = column.value(rows[i]);
    }
    return values;
  }

  @Override
  public Task task() {
    return Task.REGRESSION;
  }

  @Override
  public ColumnKind kind() {
    return ColumnKind.NUMBER;
  }
}
