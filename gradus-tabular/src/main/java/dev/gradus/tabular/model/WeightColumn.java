package dev.gradus.tabular.model;

import dev.gradus.error.ConfigException;
import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.preprocess.WeightedRows;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Quotation;
import dev.gradus.tabular.table.Table;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The column that says how much each row counts: 2 as if it stood twice, 0 as if it were absent.
 *
 * @param name of the column; without one all rows count the same
 */
record WeightColumn(Optional<String> name) {
  private static final String FLAG = Hyperparameters.WEIGHT.flag();

  static WeightColumn of(TrainingSettings settings) {
    return new WeightColumn(settings.find(Hyperparameters.WEIGHT));
  }

  /** As a model's record names it. */
  static WeightColumn of(Map<String, Object> record) {
    return new WeightColumn(
        record.get(Hyperparameters.WEIGHT.key()) instanceof String name
            ? Optional.of(name)
            : Optional.empty());
  }

  /** The same where a table has it; where it has not, all of its rows count the same. */
  WeightColumn in(Table table) {
    return new WeightColumn(name.filter(one -> table.column(one).isPresent()));
  }

  /**
   * The weights of some rows, [rows].
   *
   * @throws DataException if one is missing, negative, or there is no such column
   */
  double[] of(Table table, int[] rows) {
    if (name.isEmpty()) {
      double[] ones = new double[rows.length];
      Arrays.fill(ones, 1);
      return ones;
    }
    NumberColumn column = column(table, name.get());
    return IntStream.of(rows).mapToDouble(row -> weight(column, table, row)).toArray();
  }

  /** Rows to learn from. */
  WeightedRows rows(Part part) {
    return new WeightedRows(part.rows(), of(part.table(), part.rows()));
  }

  /**
   * The rows that count at all: one of weight 0 is as if it were not there.
   *
   * @throws DataException if there are rows and none of them counts
   */
  int[] counting(Table table, int[] rows) {
    if (name.isEmpty()) {
      return rows;
    }
    double[] weights = of(table, rows);
    int[] counting =
        IntStream.range(0, rows.length).filter(i -> weights[i] > 0).map(i -> rows[i]).toArray();
    if (counting.length == 0 && rows.length > 0) {
      throw new DataException(
          "data.weights",
          Location.of(table.file()),
          "column " + Quotation.name(name.get()) + ": all sample weights are 0");
    }
    return counting;
  }

  private static NumberColumn column(Table table, String name) {
    if (table.require(name, FLAG) instanceof NumberColumn column) {
      return column;
    }
    throw new ConfigException(
        "flag.conflict",
        Location.of(FLAG + " " + Quotation.name(name)),
        "the column holds texts; wants numbers of at least 0");
  }

  private static double weight(NumberColumn column, Table table, int row) {
    if (column.isMissing(row)) {
      throw new DataException(
          "data.missing", table.cell(row, column.name()), "the weight is missing");
    }
    double weight = column.value(row);
    if (weight < 0) {
      throw new DataException(
          "data.weights",
          Location.line(table.file(), table.line(row)),
          "weight " + ClassTarget.label(weight) + "; wants numbers of at least 0");
    }
    return weight;
  }
}
