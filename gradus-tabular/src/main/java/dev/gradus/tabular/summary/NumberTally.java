package dev.gradus.tabular.summary;

import java.util.Arrays;
import java.util.Optional;

/** Numbers while they come: their range, moments and quantiles. */
final class NumberTally {
  private static final int BINS = 20;

  private final QuantileSketch quantiles;
  private double least = Double.POSITIVE_INFINITY;
  private double greatest = Double.NEGATIVE_INFINITY;
  private double mean;
  private double squares;
  private long count;

  NumberTally(int capacity) {
    quantiles = new QuantileSketch(capacity);
  }

  /**
   * Mean and Σ (x − mean)², updated by d = x − mean: mean += d / n, squares += d (x − new mean).
   * Source: Welford, Note on a method for calculating corrected sums of squares (1962).
   */
  void add(double x) {
    count++;
    least = Math.min(least, x);
    greatest = Math.max(greatest, x);
    double d = x - mean;
    mean += Double.isInfinite(d) ? x / count - mean / count : d / count;
    squares += d * (x - mean);
    quantiles.add(x);
  }

  /** Nothing where there is no number. */
  Optional<ColumnSummary.Numbers> summary() {
    if (count == 0) {
      return Optional.empty();
    }
    SortedNumbers sorted = quantiles.sorted();
    double[] shares =
        ColumnSummary.Numbers.SHARES.stream().mapToDouble(Double::doubleValue).toArray();
    double variance = squares / count;
    return Optional.of(
        new ColumnSummary.Numbers(
            least,
            greatest,
            mean,
            variance >= 0 ? Math.sqrt(variance) : Double.POSITIVE_INFINITY,
            Arrays.stream(sorted.quantiles(shares)).boxed().toList(),
            Arrays.stream(sorted.histogram(BINS, least, greatest)).boxed().toList(),
            quantiles.rankError()));
  }
}
