package dev.gradus.calculus;

/**
 * A function of one number with its derivative and its kinks. Three facts: whatever applies the
 * function to arrays, checks its gradient or documents it needs no more.
 */
public interface ScalarFunction {

  /** f(x). */
  double value(double x);

  /**
   * f′, given x and y = f(x), whichever makes it cheaper. At a corner: the documented convention.
   */
  double derivative(double x, double y);

  /**
   * Where two smooth pieces of f meet, ascending: at a corner, and also where only f′ has one,
   * since no difference quotient is exact across either; f itself is continuous. An array that
   * nobody changes.
   */
  default double[] kinks() {
    return NONE;
  }

  /** No kinks. */
  double[] NONE = {};
}
