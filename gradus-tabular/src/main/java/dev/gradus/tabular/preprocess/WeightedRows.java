package dev.gradus.tabular.preprocess;

import java.util.Arrays;

/**
 * Rows to learn from, and how much each counts: what is learned of them is what would be learned of
 * a table in which a row of weight 2 stands twice. Only the ratios matter: the weights are kept in
 * a unit (a power of two, so that nothing is rounded) in which no sum of them overflows; with
 * weights of 1 all that is learned has the bits of rows that count the same.
 *
 * @param rows counted from 0, shared
 * @param weights [rows], above 0, in that unit, shared
 */
@SuppressWarnings("ArrayRecordComponent") // shared inside; equality is not used
public record WeightedRows(int[] rows, double[] weights) {

  /**
   * Chooses the unit.
   *
   * @throws IllegalArgumentException if there are not as many weights as rows, or one is not above
   *     0 and finite
   */
  public WeightedRows {
    if (weights.length != rows.length) {
      throw new IllegalArgumentException(rows.length + " rows and " + weights.length + " weights");
    }
    double largest = 0;
    for (double weight : weights) {
      if (!(weight > 0 && weight <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException("weight " + weight + "; wants a number above 0");
      }
      largest = Math.max(largest, weight);
    }
    int exponent = Math.getExponent(largest);
    if (Math.abs(exponent) > 100) {
      weights = Arrays.stream(weights).map(weight -> Math.scalb(weight, -exponent)).toArray();
    }
  }

  /** Rows that count the same. */
  public static WeightedRows of(int... rows) {
    double[] ones = new double[rows.length];
    Arrays.fill(ones, 1);
    return new WeightedRows(rows, ones);
  }

  /** How many there are. */
  public int size() {
    return rows.length;
  }
}
