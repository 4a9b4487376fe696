package dev.gradus.calculus;

/**
 * One parameter's gradient beside its difference quotient.
 *
 * @param index of the parameter
 * @param name of the parameter
 * @param analytic a, the gradient under test
 * @param numeric n, the quotient that counted
 * @param error |a − n| / max(|a|, |n|, floor · max|a|); 0 where both are 0
 * @param uncertainty how far the quotient may itself be off, on the same scale: its distance from
 *     its neighbour, and what rounding does to it
 */
public record Comparison(
    int index, String name, double analytic, double numeric, double error, double uncertainty) {

  /** |a − n|. */
  public double absoluteError() {
    return Math.abs(analytic - numeric);
  }

  /** a / n: what the clinic reads. */
  public double ratio() {
    return analytic / numeric;
  }
}
