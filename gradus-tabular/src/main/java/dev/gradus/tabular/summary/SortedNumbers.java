package dev.gradus.tabular.summary;

import java.util.Arrays;

/**
 * Numbers in ascending order, each of which stands for several.
 *
 * @param numbers ascending
 * @param weights for how many each stands
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SortedNumbers(double[] numbers, long[] weights) {

  static SortedNumbers of(double[] sorted, long weight) {
    long[] weights = new long[sorted.length];
    Arrays.fill(weights, weight);
    return new SortedNumbers(sorted, weights);
  }

  /** Both, merged. */
  SortedNumbers with(SortedNumbers other) {
    double[] merged = new double[numbers.length + other.numbers.length];
    long[] with = new long[merged.length];
    int i = 0;
    int j = 0;
    for (int at = 0; at < merged.length; at++) {
      boolean mine =
          j == other.numbers.length || (i < numbers.length && numbers[i] <= other.numbers[j]);
      merged[at] = mine ? numbers[i] : other.numbers[j];
      with[at] = mine ? weights[i++] : other.weights[j++];
    }
    return new SortedNumbers(merged, with);
  }

  /** For how many they stand in all. */
  long count() {
    return Arrays.stream(weights).sum();
  }

  /**
   * The quantiles, of which that of q lies at the place q (n − 1), counted from 0, linearly between
   * two numbers where it falls between them (Hyndman and Fan's type 7, as in NumPy and R).
   *
   * @param shares ascending, each from 0 to 1; there is at least one number
   */
  double[] quantiles(double... shares) {
    long n = count();
    double[] quantiles = new double[shares.length];
    for (int i = 0; i < shares.length; i++) {
      double place = shares[i] * (n - 1);
      long below = (long) Math.floor(place);
      double low = at(below);
      double high = at(Math.min(below + 1, n - 1));
      double share = place - below;
      quantiles[i] = between(low, high, share);
    }
    return quantiles;
  }

  /** Half-way exactly as a median is computed elsewhere; no difference overflows. */
  private static double between(double low, double high, double share) {
    double width = high - low;
    return share == 0.5 || Double.isInfinite(width)
        ? (1 - share) * low + share * high
        : low + share * width;
  }

  private double at(long place) {
    long seen = 0;
    for (int i = 0; i < numbers.length; i++) {
      seen += weights[i];
      if (place < seen) {
        return numbers[i];
      }
    }
    return numbers[numbers.length - 1];
  }

  /** How many fall into each of as many equal parts of what lies between two numbers. */
  long[] histogram(int parts, double from, double to) {
    long[] counts = new long[parts];
    double width = 0.5 * to - 0.5 * from; // halves: no difference overflows
    for (int i = 0; i < numbers.length; i++) {
      double share = width > 0 ? (0.5 * numbers[i] - 0.5 * from) / width : 0;
      counts[Math.clamp((int) (share * parts), 0, parts - 1)] += weights[i];
    }
    return counts;
  }
}
