package dev.gradus.tabular.metric;

import java.util.Arrays;

/**
 * How good predicted classes and their probabilities are. Sums run in the order of the rows.
 *
 * @param rows how many were compared
 * @param accuracy the share of rows whose most probable class is the true one; of equally probable
 *     ones the lower counts as predicted
 * @param logLoss −Σ ln p(true class) / n, in nats, where a p below {@link #LEAST} counts as that:
 *     one impossible row shall not hide all the others
 * @param confusion how often each class was taken for each
 */
public record ClassificationMetrics(
    int rows, double accuracy, double logLoss, ConfusionMatrix confusion) {
  /** The least probability in a log loss, 2⁻⁵², as scikit-learn takes it for doubles. */
  public static final double LEAST = 0x1p-52;

  /**
   * Compares predictions with what came true.
   *
   * @param actual the true classes, [n], each from 0 to {@code classes} − 1; n at least 1
   * @param probabilities [n × classes], row-major, each from 0 to 1
   * @throws IllegalArgumentException if there are no rows, or the sizes or classes do not fit
   */
  public static ClassificationMetrics of(int[] actual, double[] probabilities, int classes) {
    int n = actual.length;
    if (n == 0 || classes < 1 || probabilities.length != (long) n * classes) {
      throw new IllegalArgumentException(
          n + " rows of " + classes + " classes, got " + probabilities.length + " probabilities");
    }
    int[] predicted = new int[n];
    double[] ofActual = new double[n];
    for (int i = 0; i < n; i++) {
      requireClass(actual, i, classes);
      predicted[i] = mostProbable(probabilities, i * classes, classes);
      ofActual[i] = probabilities[i * classes + actual[i]];
    }
    return of(actual, predicted, ofActual, classes);
  }

  /**
   * The same from what it needs of each row.
   *
   * @param actual the true classes, [n], each from 0 to {@code classes} − 1; n at least 1
   * @param predicted the most probable classes, [n]
   * @param ofActual the probability of the true class, [n]
   * @throws IllegalArgumentException if there are no rows, or the sizes or classes do not fit
   */
  public static ClassificationMetrics of(
      int[] actual, int[] predicted, double[] ofActual, int classes) {
    int n = actual.length;
    if (n == 0 || predicted.length != n || ofActual.length != n) {
      throw new IllegalArgumentException(
          n
              + " rows, got "
              + predicted.length
              + " classes and "
              + ofActual.length
              + " probabilities");
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      requireClass(actual, i, classes);
      sum -= StrictMath.log(Math.max(ofActual[i], LEAST));
    }
    ConfusionMatrix confusion = ConfusionMatrix.of(actual, predicted, classes);
    return new ClassificationMetrics(n, (double) confusion.correct() / n, sum / n, confusion);
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

  /**
   * What one gets who predicts for every row the shares of the classes in the training rows, and
   * with them the commonest class.
   *
   * @param actual the true classes, [n]
   * @param shares of the classes in the training rows, [classes]
   * @throws IllegalArgumentException as {@link #of}
   */
  public static ClassificationMetrics baseline(int[] actual, double[] shares) {
    int[] predicted = new int[actual.length];
    double[] ofActual = new double[actual.length];
    int commonest = mostProbable(shares, 0, shares.length);
    for (int i = 0; i < actual.length; i++) {
      requireClass(actual, i, shares.length);
      predicted[i] = commonest;
      ofActual[i] = shares[actual[i]];
    }
    return of(actual, predicted, ofActual, shares.length);
  }

  /** The class of the largest of {@code classes} numbers from {@code at} on; ties go low. */
  public static int mostProbable(double[] probabilities, int at, int classes) {
    int best = 0;
    for (int label = 1; label < classes; label++) {
      if (probabilities[at + label] > probabilities[at + best]) {
        best = label;
      }
    }
    return best;
  }

  /** The shares of the classes among some rows: what {@link #baseline} wants. */
  public static double[] shares(int[] labels, int classes) {
    double[] shares = new double[classes];
    for (int label : labels) {
      shares[label]++;
    }
    return Arrays.stream(shares).map(count -> count / labels.length).toArray();
  }
}
