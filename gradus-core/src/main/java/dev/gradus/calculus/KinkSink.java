package dev.gradus.calculus;

/**
 * Takes the quantities that decide on which smooth piece a function is evaluated, always in the
 * same order, and says with which values to go on where a piece is to be held.
 *
 * <p>Whoever applies a {@link ScalarFunction} that has kinks tells each argument, and asks for the
 * value on the held piece where it is told to:
 *
 * <pre>{@code
 * if (sink.leaves(sample, unit, x, f.kinks())) {
 *   y = sink.held(f);
 * }
 * }</pre>
 */
@FunctionalInterface
public interface KinkSink {

  /**
   * A quantity whose sign (−, 0 or +) decides on the piece, and for which no piece can be held.
   *
   * @param sample the row of the batch
   * @param unit the column
   * @param distance from the kink
   */
  void quantity(int sample, int unit, double distance);

  /**
   * An argument of a function with kinks.
   *
   * @param sample the row of the batch
   * @param unit the column
   * @param x the argument
   * @param kinks of the function, ascending
   * @return whether x has left the piece that is to be held: then {@link #held} has the value
   */
  default boolean leaves(int sample, int unit, double x, double[] kinks) {
    for (double kink : kinks) {
      quantity(sample, unit, x - kink);
    }
    return false;
  }

  /** The value of f at the argument just told, continued from the piece that is held. */
  default double held(ScalarFunction f) {
    throw new IllegalStateException("no argument has left its piece");
  }
}
