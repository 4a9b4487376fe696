package dev.gradus.tabular.metric;

/**
 * How often each class was taken for each, [classes × classes]: counts of rows, or the sums of
 * their weights. Immutable.
 */
public final class ConfusionMatrix {
  private final int classes;
  private final double[] sums;

  private ConfusionMatrix(int classes, double[] sums) {
    this.classes = classes;
    this.sums = sums;
  }

  /**
   * Counts.
   *
   * @param actual the true classes, [n], each from 0 to {@code classes} − 1
   * @param predicted those that were predicted, [n]
   * @param weights how much each row counts, [n]
   */
  static ConfusionMatrix of(int[] actual, int[] predicted, double[] weights, int classes) {
    double[] sums = new double[Math.multiplyExact(classes, classes)];
    for (int i = 0; i < actual.length; i++) {
      sums[actual[i] * classes + predicted[i]] += weights[i];
    }
    return new ConfusionMatrix(classes, sums);
  }

  /** How many classes there are. */
  public int classes() {
    return classes;
  }

  /** How many rows of class {@code actual} were predicted to be of class {@code predicted}. */
  public double count(int actual, int predicted) {
    return sums[actual * classes + predicted];
  }

  /** How many rows are of a class. */
  public double actual(int label) {
    double sum = 0;
    for (int predicted = 0; predicted < classes; predicted++) {
      sum += count(label, predicted);
    }
    return sum;
  }

  /** How many rows were predicted to be of a class. */
  public double predicted(int label) {
    double sum = 0;
    for (int actual = 0; actual < classes; actual++) {
      sum += count(actual, label);
    }
    return sum;
  }

  /** How many rows were predicted to be of the class that they are. */
  public double correct() {
    double sum = 0;
    for (int label = 0; label < classes; label++) {
      sum += count(label, label);
    }
    return sum;
  }

  /** How many rows there are. */
  public double total() {
    double sum = 0;
    for (int label = 0; label < classes; label++) {
      sum += actual(label);
    }
    return sum;
  }

  /** The share of rows that were predicted to be of the class that they are. */
  double accuracy() {
    return correct() / total();
  }

  /** The mean of count(j, j) / actual(j) over the classes j of which there are rows. */
  double balancedAccuracy() {
    double sum = 0;
    int present = 0;
    for (int label = 0; label < classes; label++) {
      double rows = actual(label);
      if (rows > 0) {
        sum += count(label, label) / rows;
        present++;
      }
    }
    return sum / present;
  }

  /** 2 tp / (2 tp + fp + fn) of one class, which is 2 tp / (actual + predicted); 0 for 0 / 0. */
  double f1(int label) {
    double rows = actual(label) + predicted(label);
    return rows > 0 ? 2 * count(label, label) / rows : 0;
  }

  /** Of two classes F1 of the second, else the mean of F1 over the classes that occur. */
  double f1() {
    if (classes == 2) {
      return f1(1);
    }
    double sum = 0;
    int present = 0;
    for (int label = 0; label < classes; label++) {
      if (actual(label) + predicted(label) > 0) {
        sum += f1(label);
        present++;
      }
    }
    return sum / present;
  }
}
