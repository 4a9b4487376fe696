package dev.gradus.calculus;

/** Takes the quantities whose signs decide on which linear piece a function is evaluated. */
@FunctionalInterface
public interface KinkSink {

  /**
   * One quantity; its sign (−, 0 or +) is what counts.
   *
   * @param sample the row of the batch
   * @param unit the column
   * @param distance from the kink
   */
  void quantity(int sample, int unit, double distance);
}
