package dev.gradus.tabular.preprocess;

import dev.gradus.tabular.metric.WeightedMedian;
import java.util.Arrays;

/**
 * Mean, standard deviation and median of numbers with weights w, W = Σ w, finite for all finite
 * numbers: sums run in the order given, in a unit (a power of two) in which no square overflows or
 * vanishes.
 *
 * @param mean Σ w x / W; 0 where there are none
 * @param deviation √(Σ w (x − mean)² / W); exactly 0 where all are the same
 * @param median the number that has half of the weight on either side, of equal weights the middle
 *     one, or the middle between the two; 0 where there are none
 * @param least of them; 0 where there are none
 * @param greatest of them; 0 where there are none
 */
record Statistics(double mean, double deviation, double median, double least, double greatest) {

  /** max |x|. */
  double largest() {
    return Math.max(Math.abs(least), Math.abs(greatest));
  }

  /**
   * @param values finite
   */
  static Statistics of(double[] values) {
    double[] ones = new double[values.length];
    Arrays.fill(ones, 1);
    return of(values, ones);
  }

  /**
   * @param values finite
   * @param w for each how much it counts, above 0; no sum of them overflows
   */
  static Statistics of(double[] values, double[] w) {
    if (values.length == 0) {
      return new Statistics(0, 0, 0, 0, 0);
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double median = median(values, sorted, w);
    double least = sorted[0];
    double greatest = sorted[n - 1];
    if (least == greatest) {
      return new Statistics(least, 0, median, least, greatest);
    }
    double largest = Math.max(Math.abs(least), Math.abs(greatest));
    double unit = largest > 0x1p450 ? 0x1p-600 : largest < 0x1p-450 ? 0x1p600 : 1;
    double total = 0;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      total += w[i];
      sum += w[i] * (values[i] * unit);
    }
    double mean = sum / total;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double d = values[i] * unit - mean;
      squares += w[i] * (d * d);
    }
    return new Statistics(mean / unit, Math.sqrt(squares / total) / unit, median, least, greatest);
  }

  /** Of equal weights the sorted numbers have it in their middle. */
  private static double median(double[] values, double[] sorted, double[] w) {
    int n = sorted.length;
    for (double weight : w) {
      if (weight != w[0]) {
        return WeightedMedian.of(values, w);
      }
    }
    return 0.5 * sorted[(n - 1) / 2] + 0.5 * sorted[n / 2];
  }
}
