package dev.gradus.tabular.chart;

import java.util.function.DoubleUnaryOperator;

/**
 * The part of an axis that is shown, {@code low < high}, both finite.
 *
 * <p>Values that differ by less than one part in 10¹² count as one value, as do all those nearer to
 * 0 than {@link #SMALLEST}: no tick could tell them apart. One value gets a range around it.
 */
record Range(double low, double high) {

  /** Below this, doubles begin to lose the digits that a tick needs. */
  private static final double SMALLEST = 1e-305;

  private static final double SAME = 1e-12;

  /** The range of x: as wide as the lines, a little wider than the points. */
  static Range ofX(Chart chart) {
    boolean points = chart.series().stream().anyMatch(one -> one.mark() == Series.Mark.POINTS);
    return extent(chart, Series::x).padded(points ? 40 : Double.POSITIVE_INFINITY);
  }

  /** The range of y; of log₁₀ y where the axis is logarithmic. */
  static Range ofY(Chart chart) {
    Range extent = extent(chart, Series::y);
    return chart.logarithmic()
        ? extent.map(StrictMath::log10).paddedExponents()
        : extent.padded(20);
  }

  private interface Coordinate {
    double of(Series series, int i);
  }

  private static Range extent(Chart chart, Coordinate coordinate) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Series series : chart.series()) {
      for (int i = 0; i < series.size(); i++) {
        if (chart.shows(series, i)) {
          low = Math.min(low, coordinate.of(series, i));
          high = Math.max(high, coordinate.of(series, i));
        }
      }
    }
    if (low > high) {
      return chart.logarithmic() ? new Range(1, 10) : new Range(0, 1);
    }
    return new Range(low, high);
  }

  private Range map(DoubleUnaryOperator function) {
    return new Range(function.applyAsDouble(low), function.applyAsDouble(high));
  }

  /** Wider by one {@code part}-th on each side, but not across 0. */
  private Range padded(double part) {
    double largest = Math.max(Math.abs(low), Math.abs(high));
    if (largest < SMALLEST) {
      return new Range(-1, 1);
    }
    if (high - low <= largest * SAME) {
      return new Range(finite(low - largest / 10), finite(high + largest / 10));
    }
    double margin = high / part - low / part; // high - low may overflow
    double below = low - margin;
    double above = high + margin;
    return new Range(
        low >= 0 && below < 0 ? 0 : finite(below), high <= 0 && above > 0 ? 0 : finite(above));
  }

  /** Never narrower than from 1 to 1.6, where even a logarithmic axis has room for ticks. */
  private Range paddedExponents() {
    double margin = Math.max((high - low) / 25, (0.2 - (high - low)) / 2);
    return new Range(low - margin, high + margin);
  }

  private static double finite(double value) {
    return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value));
  }
}
