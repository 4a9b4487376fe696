package dev.gradus.tabular.preprocess;

import java.util.Arrays;

/**
 * Mean, standard deviation and median of numbers, finite for all finite numbers: sums run in the
 * order given, in a unit (a power of two) in which no square overflows or vanishes.
 *
 * @param mean Σ x / n; 0 where there are none
 * @param deviation √(Σ (x − mean)² / n); exactly 0 where all are the same
 * @param median the middle one, or the middle between the two; 0 where there are none
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
    if (values.length == 0) {
      return new Statistics(0, 0, 0, 0, 0);
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double median = 0.5 * sorted[(n - 1) / 2] + 0.5 * sorted[n / 2];
    double least = sorted[0];
    double greatest = sorted[n - 1];
    if (least == greatest) {
      return new Statistics(least, 0, median, least, greatest);
    }
    double largest = Math.max(Math.abs(least), Math.abs(greatest));
    double unit = largest > 0x1p450 ? 0x1p-600 : largest < 0x1p-450 ? 0x1p600 : 1;
    double sum = 0;
    for (double value : values) {
      sum += value * unit;
    }
    double mean = sum / n;
    double squares = 0;
    for (double value : values) {
      double d = value * unit - mean;
      squares += d * d;
    }
    return new Statistics(mean / unit, Math.sqrt(squares / n) / unit, median, least, greatest);
  }
}
