package dev.gradus.tabular.metric;

import java.util.Arrays;

/**
 * How far predicted numbers are from the actual ones, in the user's units. Sums run in the order of
 * the rows, in a unit (a power of two) in which no square overflows or vanishes: finite numbers in,
 * finite numbers out; what is too large for a double is the largest.
 *
 * @param rows how many were compared
 * @param r2 1 − Σ(y − ŷ)² / Σ(y − ȳ)², at most 1; where all y are the same 1 if the predictions are
 *     exact and 0 otherwise, as scikit-learn has it
 * @param rmse √(Σ(y − ŷ)² / n)
 * @param mae Σ|y − ŷ| / n
 * @param medianAbsoluteError the median of |y − ŷ|
 */
public record RegressionMetrics(
    int rows, double r2, double rmse, double mae, double medianAbsoluteError) {

  /**
   * Compares predictions with what came true.
   *
   * @param actual y, [n], n at least 1
   * @param predicted ŷ, [n]
   * @throws IllegalArgumentException if there are none, or not as many of one as of the other
   */
  public static RegressionMetrics of(double[] actual, double[] predicted) {
    int n = actual.length;
    if (n == 0 || predicted.length != n) {
      throw new IllegalArgumentException(
          n + " actual values and " + predicted.length + " predictions; as many, and at least 1");
    }
    double unit = unit(actual, predicted);
    double mean = mean(actual, unit);
    double[] errors = new double[n];
    double squares = 0;
    double spread = 0;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double error = actual[i] * unit - predicted[i] * unit;
      double distance = actual[i] * unit - mean;
      errors[i] = Math.abs(error);
      squares += error * error;
      spread += distance * distance;
      sum += errors[i];
    }
    double r2 = spread > 0 ? bounded(1 - squares / spread) : squares == 0 ? 1 : 0;
    return new RegressionMetrics(
        n,
        r2,
        bounded(Math.sqrt(squares / n) / unit),
        bounded(sum / n / unit),
        bounded(median(errors) / unit));
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

  /**
   * What one gets who always predicts the same number.
   *
   * @param actual y, [n], n at least 1
   * @param trainingMean the mean target of the training rows
   */
  public static RegressionMetrics baseline(double[] actual, double trainingMean) {
    double[] predicted = new double[actual.length];
    Arrays.fill(predicted, trainingMean);
    return of(actual, predicted);
  }

  private static double mean(double[] values, double unit) {
    double sum = 0;
    for (double value : values) {
      sum += value * unit;
    }
    return sum / values.length;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return 0.5 * sorted[(sorted.length - 1) / 2] + 0.5 * sorted[sorted.length / 2];
  }
}
