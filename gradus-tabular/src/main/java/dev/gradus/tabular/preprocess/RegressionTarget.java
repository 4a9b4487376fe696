package dev.gradus.tabular.preprocess;

import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import dev.gradus.tabular.table.ColumnKind;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Table;

/**
 * Numbers to predict, scaled for the network.
 *
 * @param name the column's name
 * @param mean of the training rows, in the user's units: what says who knows nothing else
 * @param scale how the network sees them
 */
public record RegressionTarget(String name, double mean, TargetScale scale) implements Target {

  /** Standardized: t = (y − mean) / deviation. */
  public RegressionTarget(String name, double mean, double deviation) {
    this(name, mean, new TargetScale(TargetTransform.STANDARDIZE, mean, deviation));
  }

  /**
   * Learns from the training rows, which have a target each.
   *
   * @throws DataException if there is no such column
   */
  public static RegressionTarget fit(Table table, String name, int[] rows) {
    return fit(table, name, WeightedRows.of(rows), TargetTransform.STANDARDIZE);
  }

  /**
   * The same of rows that count differently, with another transform.
   *
   * @throws DataException if there is no such column, or a number has no logarithm
   */
  public static RegressionTarget fit(
      Table table, String name, WeightedRows rows, TargetTransform transform) {
    double[] values = numbers(table, name, rows.rows());
    for (int i = 0; transform == TargetTransform.LOG && i < rows.size(); i++) {
      if (!(values[i] > 0)) {
        throw new DataException(
            "data.target_transform",
            Location.of("--target-transform log"),
            "targets must lie above 0; line "
                + table.line(rows.rows()[i])
                + " holds "
                + ClassTarget.label(values[i]));
      }
    }
    return new RegressionTarget(
        name,
        Statistics.of(values, rows.weights()).mean(),
        TargetScale.fit(transform, values, rows.weights()));
  }

  /** The scale's: 1 where nothing is scaled. */
  public double deviation() {
    return scale.deviation();
  }

  /** What the network is trained on for the target {@code y}. */
  public double encode(double y) {
    return scale.encode(y);
  }

  /** The target for the network's output {@code t}. */
  public double decode(double t) {
    return scale.decode(t);
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
