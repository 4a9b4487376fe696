package dev.gradus.tabular.metric;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How good predicted classes and their probabilities are. With weights wᵢ, W = Σ wᵢ; without, all
 * are 1. Sums run in the order of the rows. The class predicted is the most probable one, of
 * equally probable ones the lower.
 *
 * @param rows how many were compared
 * @param accuracy the share of rows whose most probable class is the true one
 * @param balancedAccuracy the mean, over the classes that occur, of the share of their rows that
 *     were found: 1/k for who always says the same of k classes
 * @param logLoss −Σ wᵢ ln p(true class) / W, in nats, where a p below {@link #LEAST} counts as
 *     that: one impossible row shall not hide all the others
 * @param f1 2 tp / (2 tp + fp + fn): of two classes that of the second, of more the mean over the
 *     classes that occur or were predicted
 * @param rocAuc the chance that a row of the second class is given a higher probability of it than
 *     one of the first, ties counting half; of more classes the mean of each against the rest;
 *     nothing where the rows are all of one class
 * @param averagePrecision Σ (Rₙ − Rₙ₋₁) Pₙ over the different probabilities; averaged and undefined
 *     as {@code rocAuc}
 * @param calibration predicted probabilities beside the shares that came true
 * @param confusion how often each class was taken for each
 */
public record ClassificationMetrics(
    int rows,
    double accuracy,
    double balancedAccuracy,
    double logLoss,
    double f1,
    OptionalDouble rocAuc,
    OptionalDouble averagePrecision,
    Calibration calibration,
    ConfusionMatrix confusion) {
  /** The least probability in a log loss, 2⁻⁵², as scikit-learn takes it for doubles. */
  public static final double LEAST = 0x1p-52;

  /** The probability of each class for each row. */
  @FunctionalInterface
  public interface Probabilities {
    /** From 0 to 1. */
    double of(int row, int label);

    /** From [n × classes], row-major, shared. */
    static Probabilities of(double[] values, int classes) {
      return (row, label) -> values[row * classes + label];
    }

    /** The same for each row, shared. */
    static Probabilities same(double[] shares) {
      return (row, label) -> shares[label];
    }
  }

  /**
   * Compares predictions with what came true; all rows count the same.
   *
   * @param actual the true classes, [n], each from 0 to {@code classes} − 1; n at least 1
   * @param probabilities [n × classes], row-major, each from 0 to 1
   * @throws IllegalArgumentException if there are no rows, or the sizes or classes do not fit
   */
  public static ClassificationMetrics of(int[] actual, double[] probabilities, int classes) {
    int n = actual.length;
    if (classes < 1 || probabilities.length != (long) n * classes) {
      throw new IllegalArgumentException(
          n + " rows of " + classes + " classes, got " + probabilities.length + " probabilities");
    }
    return of(actual, Probabilities.of(probabilities, classes), classes, RowWeighting.ones(n));
  }

  /**
   * The same with rows that count differently.
   *
   * @param weights w, [n], finite, 0 or more, not all 0
   */
  public static ClassificationMetrics of(
      int[] actual, Probabilities probabilities, int classes, double[] weights) {
    int n = actual.length;
    if (n == 0) {
      throw new IllegalArgumentException("no rows; at least 1 is wanted");
    }
    double[] w = RowWeighting.inUnit(weights, n);
    int[] predicted = new int[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      requireClass(actual, i, classes);
      predicted[i] = mostProbable(probabilities, i, classes);
      sum -= w[i] * StrictMath.log(Math.max(probabilities.of(i, actual[i]), LEAST));
    }
    ConfusionMatrix shares = ConfusionMatrix.of(actual, predicted, w, classes);
    Ranking ranking = ranking(actual, probabilities, classes, w);
    return new ClassificationMetrics(
        n,
        shares.accuracy(),
        shares.balancedAccuracy(),
        sum / RowWeighting.total(w),
        shares.f1(),
        present(ranking.rocAuc()),
        present(ranking.averagePrecision()),
        calibration(actual, predicted, probabilities, classes, w),
        ConfusionMatrix.of(actual, predicted, weights, classes));
  }

  private static OptionalDouble present(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static void requireClass(int[] actual, int i, int classes) {
    if (actual[i] < 0 || actual[i] >= classes) {
      throw new IllegalArgumentException(
          "label "
              + actual[i]
              + " in row "
              + i
              + ", but there are "
              + classes
              + " classes (0.."
              + (classes - 1)
              + ")");
    }
  }

  /** Of two classes how the second is ranked, else the mean of each against the rest. */
  private static Ranking ranking(int[] actual, Probabilities p, int classes, double[] w) {
    if (classes == 2) {
      return ranking(actual, p, w, 1);
    }
    double area = 0;
    double precision = 0;
    int present = 0;
    for (int label = 0; label < classes; label++) {
      Ranking one = ranking(actual, p, w, label);
      if (!Double.isNaN(one.rocAuc())) {
        area += one.rocAuc();
        precision += one.averagePrecision();
        present++;
      }
    }
    return new Ranking(area / present, precision / present); // 0 / 0 is the NaN that is meant
  }

  private static Ranking ranking(int[] actual, Probabilities p, double[] w, int label) {
    return Ranking.of(
        new Ranking.Rows() {
          @Override
          public double score(int row) {
            return p.of(row, label);
          }

          @Override
          public boolean isPositive(int row) {
            return actual[row] == label;
          }
        },
        w);
  }

  private static Calibration calibration(
      int[] actual, int[] predicted, Probabilities probabilities, int classes, double[] w) {
    double[] p = new double[actual.length];
    boolean[] cameTrue = new boolean[actual.length];
    for (int i = 0; i < p.length; i++) {
      int label = classes == 2 ? 1 : predicted[i];
      p[i] = probabilities.of(i, label);
      cameTrue[i] = actual[i] == label;
    }
    return Calibration.of(p, cameTrue, w);
  }

  /**
   * What one gets who predicts for every row the shares of the classes in the training rows, and
   * with them the commonest class.
   *
   * @param actual the true classes, [n]
   * @param shares of the classes in the training rows, [classes]
   * @throws IllegalArgumentException as {@link #of}
   */
  public static ClassificationMetrics baseline(int[] actual, double[] shares) {
    return baseline(actual, shares, RowWeighting.ones(actual.length));
  }

  /**
   * The same with rows that count differently.
   *
   * @param weights w, [n]
   */
  public static ClassificationMetrics baseline(int[] actual, double[] shares, double[] weights) {
    return of(actual, Probabilities.same(shares), shares.length, weights);
  }

  private static int mostProbable(Probabilities probabilities, int row, int classes) {
    int best = 0;
    for (int label = 1; label < classes; label++) {
      if (probabilities.of(row, label) > probabilities.of(row, best)) {
        best = label;
      }
    }
    return best;
  }

  /** The class of the largest of {@code classes} numbers from {@code at} on; ties go low. */
  public static int mostProbable(double[] probabilities, int at, int classes) {
    return mostProbable((row, label) -> probabilities[at + label], 0, classes);
  }

  /** The shares of the classes among some rows: what {@link #baseline} wants. */
  public static double[] shares(int[] labels, int classes) {
    return shares(labels, classes, RowWeighting.ones(labels.length));
  }

  /**
   * The same of rows that count differently.
   *
   * @param weights w, [labels]; no sum of them overflows
   */
  public static double[] shares(int[] labels, int classes, double[] weights) {
    double[] shares = new double[classes];
    for (int i = 0; i < labels.length; i++) {
      shares[labels[i]] += weights[i];
    }
    double total = RowWeighting.total(weights);
    return Arrays.stream(shares).map(share -> share / total).toArray();
  }
}
