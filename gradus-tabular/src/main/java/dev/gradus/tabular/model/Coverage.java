package dev.gradus.tabular.model;

import dev.gradus.tabular.setting.RealNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many rows, by their weights, lie where predicted quantiles say that they lie.
 *
 * @param levels of the quantiles, ascending
 * @param below for each the share of rows whose actual value is at most the quantile: about the
 *     level, if the quantiles are right
 * @param interval the share between the outermost two, ends included; 0 of a single level
 */
public record Coverage(List<Double> levels, List<Double> below, double interval) {

  /** Copies the lists. */
  public Coverage {
    levels = List.copyOf(levels);
    below = List.copyOf(below);
  }

  /**
   * Counts.
   *
   * @param w how much each row counts
   * @param predicted the middle level, then each of them
   */
  static Coverage of(
      List<Double> levels, double[] actual, double[] w, Predictions.Several predicted) {
    int k = levels.size();
    double[] sums = new double[k];
    double inside = 0;
    double total = 0;
    for (int row = 0; row < actual.length; row++) {
      for (int j = 0; j < k; j++) {
        sums[j] += actual[row] <= predicted.value(row, 1 + j) ? w[row] : 0;
      }
      boolean between =
          actual[row] >= predicted.value(row, 1) && actual[row] <= predicted.value(row, k);
      inside += k > 1 && between ? w[row] : 0;
      total += w[row];
    }
    List<Double> below = new ArrayList<>();
    for (double sum : sums) {
      below.add(sum / total);
    }
    return new Coverage(levels, below, inside / total);
  }

  /** The share that the outermost two are to hold. */
  public double wanted() {
    return levels.getLast() - levels.getFirst();
  }

  /** For JSON: {@code q0.1} … and {@code interval}. */
  public Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int j = 0; j < levels.size(); j++) {
      values.put("q" + RealNumber.shown(levels.get(j)), below.get(j));
    }
    if (levels.size() > 1) {
      values.put("interval", interval);
    }
    return values;
  }
}
