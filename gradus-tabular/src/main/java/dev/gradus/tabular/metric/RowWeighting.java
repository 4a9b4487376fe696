package dev.gradus.tabular.metric;

import java.util.Arrays;

/**
 * How much each row counts in a metric. Only the ratios of the weights matter: a row of weight 0
 * counts as absent, one of weight 2 as if it stood twice.
 */
final class RowWeighting {
  private RowWeighting() {}

  /** Weights of 1. */
  static double[] ones(int rows) {
    double[] ones = new double[rows];
    Arrays.fill(ones, 1);
    return ones;
  }

  /**
   * The weights in a unit in which the largest is from 1 to below 2, so that no sum of them
   * overflows. The unit is a power of two: nothing is rounded, and half of the weight of some rows
   * stays exactly that.
   *
   * @param weights [n], finite, 0 or more, not all 0
   * @throws IllegalArgumentException if they are not, or not n
   */
  static double[] inUnit(double[] weights, int rows) {
    if (weights.length != rows) {
      throw new IllegalArgumentException(rows + " rows and " + weights.length + " weights");
    }
    double largest = 0;
    for (int i = 0; i < rows; i++) {
      if (!(weights[i] >= 0 && weights[i] <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException("row " + i + ": weight " + weights[i]);
      }
      largest = Math.max(largest, weights[i]);
    }
    if (largest == 0) {
      throw new IllegalArgumentException("all sample weights are 0");
    }
    int exponent = Math.getExponent(largest);
    double[] scaled = new double[rows];
    for (int i = 0; i < rows; i++) {
      scaled[i] = Math.scalb(weights[i], -exponent);
    }
    return scaled;
  }

  /** Σ wᵢ, one chain. */
  static double total(double[] weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    return total;
  }
}
