package dev.gradus.tabular.metric;

/** How often each class was taken for each: [classes × classes] counts. Immutable. */
public final class ConfusionMatrix {
  private final int classes;
  private final int[] counts;

  private ConfusionMatrix(int classes, int[] counts) {
    this.classes = classes;
    this.counts = counts;
  }

  /**
   * Counts.
   *
   * @param actual the true classes, [n], each from 0 to {@code classes} − 1
   * @param predicted those that were predicted, [n]
   */
  static ConfusionMatrix of(int[] actual, int[] predicted, int classes) {
    int[] counts = new int[Math.multiplyExact(classes, classes)];
    for (int i = 0; i < actual.length; i++) {
      counts[actual[i] * classes + predicted[i]]++;
    }
    return new ConfusionMatrix(classes, counts);
  }

  /** How many classes there are. */
  public int classes() {
    return classes;
  }

  /** How many rows of class {@code actual} were predicted to be of class {@code predicted}. */
  public int count(int actual, int predicted) {
    return counts[actual * classes + predicted];
  }

  /** How many rows are of a class. */
  public int actual(int label) {
    int sum = 0;
    for (int predicted = 0; predicted < classes; predicted++) {
      sum += count(label, predicted);
    }
    return sum;
  }

  /** How many rows were predicted to be of a class. */
  public int predicted(int label) {
    int sum = 0;
    for (int actual = 0; actual < classes; actual++) {
      sum += count(actual, label);
    }
    return sum;
  }

  /** How many rows were predicted to be of the class that they are. */
  public int correct() {
    int sum = 0;
    for (int label = 0; label < classes; label++) {
      sum += count(label, label);
    }
    return sum;
  }
}
