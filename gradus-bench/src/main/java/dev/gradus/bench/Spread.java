package dev.gradus.bench;

import java.util.Arrays;
import java.util.List;

/**
 * The middle and the ends of some measurements.
 *
 * @param median the middle one; the mean of the two in the middle if they are even in number
 * @param min the least
 * @param max the greatest
 * @param runs how many there were
 */
record Spread(double median, double min, double max, int runs) {

  /**
   * Of one value or more.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Spread of(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no values have no median");
    }
    double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
    int n = sorted.length;
    double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    return new Spread(median, sorted[0], sorted[n - 1], n);
  }

  /** The value below which a share of the values lies, by the nearest rank; sorts the array. */
  static long percentile(long[] values, double share) {
    Arrays.sort(values);
    int rank = (int) Math.ceil(share * values.length);
    return values[Math.clamp(rank - 1, 0, values.length - 1)];
  }
}
