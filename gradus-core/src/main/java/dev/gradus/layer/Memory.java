package dev.gradus.layer;

/** One matrix that forward leaves to backward: a mask, a mean. It does not outlive the step. */
public sealed interface Memory {

  /** What it is called, e.g. {@code mask}. */
  String symbol();

  /** Its columns. */
  int columns();

  /** One row for each sample of the batch: [n × columns]. */
  static Memory perSample(String symbol, int columns) {
    return new PerSample(symbol, columns);
  }

  /** One row for the whole batch: [1 × columns]. */
  static Memory row(String symbol, int columns) {
    return new Row(symbol, columns);
  }

  /**
   * One row for each sample.
   *
   * @param symbol what it is called
   * @param columns its columns
   */
  record PerSample(String symbol, int columns) implements Memory {}

  /**
   * One row for the whole batch.
   *
   * @param symbol what it is called
   * @param columns its columns
   */
  record Row(String symbol, int columns) implements Memory {}
}
