package dev.gradus.tabular.metric;

import java.util.Arrays;

/**
 * How well a score ranks the rows of one class above the others.
 *
 * <p>With P and N the weights of the rows of the class and of the others, going through the
 * different scores s from the highest down, p(s) and n(s) the weights at s, and P(s), N(s) those
 * from the highest down to s:
 *
 * <pre>
 * ROC AUC           = Σ n(s) (P(s) − p(s)/2) / (P N)
 * average precision = Σ p(s)/P · P(s) / (P(s) + N(s))
 * </pre>
 *
 * <p>Why the first: the area under the ROC curve is the chance that a row of the class scores above
 * one of the others, a tie counting half; P(s) − p(s)/2 is the weight of the class above s, and
 * half of that at s. Rows of one score enter both together, so the order of the rows does not
 * matter.
 *
 * @param rocAuc from 0 to 1; 0.5 where all scores are the same
 * @param averagePrecision from 0 to 1; P / (P + N) where all scores are the same
 */
record Ranking(double rocAuc, double averagePrecision) {

  /** Of a score and of who is meant. */
  interface Rows {
    /** The score of a row, not NaN. */
    double score(int row);

    /** Whether the row is of the class. */
    boolean isPositive(int row);
  }

  /**
   * Ranks.
   *
   * @param weights [n]
   * @return both NaN where all rows are of the class or none is
   */
  static Ranking of(Rows rows, double[] weights) {
    int n = weights.length;
    double[] scores = new double[n];
    for (int i = 0; i < n; i++) {
      scores[i] = rows.score(i) + 0.0; // −0 is 0
    }
    double[] different = Arrays.stream(scores).sorted().distinct().toArray();
    double[] positive = new double[different.length];
    double[] negative = new double[different.length];
    for (int i = 0; i < n; i++) {
      int at = Arrays.binarySearch(different, scores[i]);
      (rows.isPositive(i) ? positive : negative)[at] += weights[i];
    }
    return of(positive, negative);
  }

  private static Ranking of(double[] positive, double[] negative) {
    double all = RowWeighting.total(positive);
    double others = RowWeighting.total(negative);
    if (all == 0 || others == 0) {
      return new Ranking(Double.NaN, Double.NaN);
    }
    double area = 0;
    double precision = 0;
    double above = 0;
    double othersAbove = 0;
    for (int at = positive.length - 1; at >= 0; at--) {
      area += negative[at] / others * ((above + positive[at] / 2) / all);
      above += positive[at];
      othersAbove += negative[at];
      if (positive[at] > 0) {
        precision += positive[at] / all * (above / (above + othersAbove));
      }
    }
    return new Ranking(Math.min(area, 1), Math.min(precision, 1));
  }
}
