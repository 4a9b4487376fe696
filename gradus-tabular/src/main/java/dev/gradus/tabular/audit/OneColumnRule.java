package dev.gradus.tabular.audit;

import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.Column;
import dev.gradus.tabular.table.NumberColumn;
import java.util.Arrays;

/**
 * The best that can be said of the target by one column alone, without any assumption about it: the
 * mean target of the training rows with the same cell; between two numbers the straight line. What
 * was never seen, and missing cells where there were none, get the mean of all.
 *
 * <p>The target is a row of numbers for each row of the table: the value, or 1 at the place of the
 * class and 0 elsewhere.
 */
final class OneColumnRule {
  private final Column column;
  private final double[] keys; // different cells in increasing order: numbers, or codes of texts
  private final double[][] means; // of each key, then of the missing ones
  private final double[] otherwise; // of all

  /**
   * Learns.
   *
   * @param rows the training rows, at least one
   * @param target of each of them, all of one width
   */
  OneColumnRule(Column column, int[] rows, double[][] target) {
    this.column = column;
    this.keys =
        Arrays.stream(rows)
            .filter(row -> !column.isMissing(row))
            .mapToDouble(row -> key(column, row))
            .sorted()
            .distinct()
            .toArray();
    this.otherwise = new double[target[0].length];
    this.means = new double[keys.length + 1][otherwise.length];
    int[] counts = new int[means.length];
    for (int i = 0; i < rows.length; i++) {
      int at = column.isMissing(rows[i]) ? keys.length : place(key(column, rows[i]));
      counts[at]++;
      add(means[at], target[i], 1);
      add(otherwise, target[i], 1.0 / rows.length);
    }
    for (int at = 0; at < means.length; at++) {
      for (int j = 0; j < otherwise.length; j++) {
        means[at][j] = counts[at] == 0 ? otherwise[j] : means[at][j] / counts[at];
      }
    }
  }

  private static double key(Column column, int row) {
    return switch (column) {
      case NumberColumn numbers -> numbers.value(row) + 0.0; // −0 is 0
      case CategoryColumn texts -> texts.code(row);
    };
  }

  private static void add(double[] sum, double[] values, double times) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += times * values[j];
    }
  }

  private int place(double key) {
    return Arrays.binarySearch(keys, key);
  }

  /** What it says of a row. */
  double[] predict(int row) {
    if (column.isMissing(row)) {
      return means[keys.length];
    }
    double key = key(column, row);
    int at = place(key);
    if (at >= 0) {
      return means[at];
    }
    if (column instanceof CategoryColumn || keys.length == 0) {
      return otherwise;
    }
    int above = -at - 1;
    if (above == 0 || above == keys.length) {
      return means[Math.min(above, keys.length - 1)];
    }
    double share = (key - keys[above - 1]) / (keys[above] - keys[above - 1]);
    double[] between = new double[otherwise.length];
    add(between, means[above - 1], 1 - share);
    add(between, means[above], share);
    return between;
  }
}
