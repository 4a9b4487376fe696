package dev.gradus.tabular.metric;

import java.util.Arrays;

/**
 * How far predicted numbers are from the actual ones, in the user's units. With weights wᵢ, W = Σ
 * wᵢ; without, all are 1. Sums run in the order of the rows, in a unit (a power of two) in which no
 * square overflows or vanishes: finite numbers in, finite numbers out; what is too large for a
 * double is the largest.
 *
 * @param rows how many were compared
 * @param r2 1 − Σ wᵢ(yᵢ − ŷᵢ)² / Σ wᵢ(yᵢ − ȳ)² with ȳ = Σ wᵢyᵢ / W, at most 1; where all y are the
 *     same 1 if the predictions are exact and 0 otherwise, as scikit-learn has it
 * @param rmse √(Σ wᵢ(yᵢ − ŷᵢ)² / W)
 * @param mae Σ wᵢ|yᵢ − ŷᵢ| / W
 * @param medianAbsoluteError the median of |y − ŷ|; with weights the value that has half of them on
 *     either side
 */
public record RegressionMetrics(
    int rows, double r2, double rmse, double mae, double medianAbsoluteError) {

  /**
   * Compares predictions with what came true; all rows count the same.
   *
   * @param actual y, [n], n at least 1
   * @param predicted ŷ, [n]
   * @throws IllegalArgumentException if there are none, or not as many of one as of the other
   */
  public static RegressionMetrics of(double[] actual, double[] predicted) {
    return of(actual, predicted, RowWeighting.ones(actual.length));
  }

  /**
   * The same with rows that count differently.
   *
   * @param weights w, [n], finite, 0 or more, not all 0
   */
  public static RegressionMetrics of(double[] actual, double[] predicted, double[] weights) {
    int n = actual.length;
    if (n == 0 || predicted.length != n) {
      throw new IllegalArgumentException(
          n + " actual values and " + predicted.length + " predictions; as many, and at least 1");
    }
    double[] w = RowWeighting.inUnit(weights, n);
    double total = RowWeighting.total(w);
    double unit = unit(actual, predicted);
    double mean = mean(actual, w, total, unit);
    double[] errors = new double[n];
    double squares = 0;
    double spread = 0;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double error = actual[i] * unit - predicted[i] * unit;
      double distance = actual[i] * unit - mean;
      errors[i] = Math.abs(error);
      squares += w[i] * (error * error);
      spread += w[i] * (distance * distance);
      sum += w[i] * errors[i];
    }
    double r2 = spread > 0 ? bounded(1 - squares / spread) : squares == 0 ? 1 : 0;
    return new RegressionMetrics(
        n,
        r2,
        bounded(Math.sqrt(squares / total) / unit),
        bounded(sum / total / unit),
        bounded(WeightedMedian.of(errors, w) / unit));
  }

  /** A power of two by which no square of a difference overflows or vanishes; mostly 1. */
  private static double unit(double[] actual, double[] predicted) {
    double largest = 0;
    for (int i = 0; i < actual.length; i++) {
      largest = Math.max(largest, Math.max(Math.abs(actual[i]), Math.abs(predicted[i])));
    }
    return largest > 0x1p450 ? 0x1p-600 : largest < 0x1p-450 ? 0x1p600 : 1;
  }

  /** The largest number where even that is too small: an error of 2·MAX has no other form. */
  private static double bounded(double value) {
    return Math.clamp(value, -Double.MAX_VALUE, Double.MAX_VALUE);
  }

  private static double mean(double[] values, double[] w, double total, double unit) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += w[i] * (values[i] * unit);
    }
    return sum / total;
  }

  /**
   * What one gets who always predicts the same number.
   *
   * @param actual y, [n], n at least 1
   * @param trainingMean the mean target of the training rows
   */
  public static RegressionMetrics baseline(double[] actual, double trainingMean) {
    return baseline(actual, trainingMean, RowWeighting.ones(actual.length));
  }

  /**
   * The same with rows that count differently.
   *
   * @param weights w, [n]
   */
  public static RegressionMetrics baseline(double[] actual, double trainingMean, double[] weights) {
    double[] predicted = new double[actual.length];
    Arrays.fill(predicted, trainingMean);
    return of(actual, predicted, weights);
  }
}
