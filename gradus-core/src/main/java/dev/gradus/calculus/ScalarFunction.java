package dev.gradus.calculus;

/**
 * A function of one number with its derivative and its kinks. Three facts: whatever applies the
 * function to arrays, checks its gradient or documents it needs no more.
 */
public interface ScalarFunction {

  /** f(x). */
  double value(double x);

  /** f′, given x and y = f(x), whichever makes it cheaper. At a kink: the documented convention. */
  double derivative(double x, double y);

  /**
   * The ends of f's smooth pieces, ascending: where f′ or f″ jumps (a difference quotient over a
   * jump of f″ is no better than its step). f itself is continuous. A shared array that nobody
   * changes.
   */
  default double[] kinks() {
    return NONE;
  }

  /** No kinks. */
  double[] NONE = {};
}
