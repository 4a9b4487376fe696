package dev.gradus.tabular.metric;

import java.util.Arrays;

/**
 * The median of values that count differently: the middle between the lowest value up to which
 * stands at least half of the weight, and the highest value from which on stands at least half of
 * it. With equal weights that is the ordinary median, (x₍⌊(n−1)/2⌋₎ + x₍⌊n/2⌋₎) / 2; a weight of 2
 * gives what the value twice would.
 */
public final class WeightedMedian {
  private WeightedMedian() {}

  /**
   * Finds it.
   *
   * @param values [n], finite, at least one
   * @param weights [n], 0 or more, not all 0
   */
  public static double of(double[] values, double[] weights) {
    double[] different = Arrays.stream(values).sorted().distinct().toArray();
    double[] at = new double[different.length];
    double total = 0;
    for (int i = 0; i < values.length; i++) {
      at[Arrays.binarySearch(different, values[i])] += weights[i];
      total += weights[i];
    }
    return 0.5 * different[first(at, total)] + 0.5 * different[last(at, total)];
  }

  private static int first(double[] at, double total) {
    double sum = 0;
    for (int i = 0; i < at.length; i++) {
      sum += at[i];
      if (2 * sum >= total) {
        return i;
      }
    }
    return at.length - 1;
  }

  private static int last(double[] at, double total) {
    double sum = 0;
    for (int i = at.length - 1; i > 0; i--) {
      sum += at[i];
      if (2 * sum >= total) {
        return i;
      }
    }
    return 0;
  }
}
