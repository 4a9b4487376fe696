package dev.gradus.calculus;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Compares a hand-derived gradient with difference quotients, parameter by parameter, in float64.
 *
 * <pre>{@code
 * GradientCheck.standard().check(objective, at).requirePass();
 * }</pre>
 *
 * <p>For each parameter the quotient is taken at all steps; of those the one that agrees best with
 * its neighbour counts (truncation rules the large steps, rounding the small ones; where two agree,
 * neither does). The distance to that neighbour, and what rounding does to the quotient ({@link
 * Difference}), is its stated error s. With analytic value a and numeric value n
 *
 * <pre>error = |a − n| / max(|a|, |n|, floor · max|a|),   0 where both are 0;</pre>
 *
 * max|a| is the greatest component of the gradient: one far below it cannot be resolved relative to
 * itself. A value n within its rounding of 0 is 0. The parameter gets
 *
 * <ul>
 *   <li>{@link Verdict.Fail} if the error exceeds tolerance + s (relative to the same),
 *   <li>{@link Verdict.Unsure} if s alone exceeds the tolerance,
 *   <li>{@link Verdict.Vacuous} if a is 0 and no shift moved the value at all,
 *   <li>{@link Verdict.AtKink} if a shifted point lies beyond a kink: then n is taken again, with
 *       all that is kinked held on its piece, and judged in the same way;
 *   <li>{@link Verdict.Pass} otherwise.
 * </ul>
 *
 * <p>The subject and the point are left bit for bit as they were.
 *
 * @param difference the quotient
 * @param steps h, in descending order, at least one
 * @param tolerance of the error
 * @param floor fraction of the greatest component below which errors are relative to that
 */
public record GradientCheck(
    Difference difference, List<Double> steps, double tolerance, double floor) {

  /** Copies the steps, and checks the ranges. */
  public GradientCheck {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("no step sizes; wants at least one");
    }
    for (int k = 0; k < steps.size(); k++) {
      double before = k == 0 ? Double.POSITIVE_INFINITY : steps.get(k - 1);
      if (!(steps.get(k) > 0 && steps.get(k) < before)) {
        throw new IllegalArgumentException(
            "step sizes " + steps + "; wants finite ones above 0, the largest first");
      }
    }
    if (!(tolerance > 0 && floor >= 0)) {
      throw new IllegalArgumentException(
          "tolerance " + tolerance + ", floor " + floor + "; wants above 0, and 0 or more");
    }
  }

  /** Four-point quotients at h = 1e-3, 1e-4 and 1e-5; tolerance 1e-6, floor 1e-3. */
  public static GradientCheck standard() {
    return new GradientCheck(Difference.FOUR_POINT, List.of(1e-3, 1e-4, 1e-5), 1e-6, 1e-3);
  }

  /** Two-point quotients at one step: the textbook's check, and the article's. */
  public static GradientCheck twoPoint(double h) {
    return new GradientCheck(Difference.TWO_POINT, List.of(h), 1e-6, 1e-3);
  }

  /** With another tolerance. */
  public GradientCheck withTolerance(double newTolerance) {
    return new GradientCheck(difference, steps, newTolerance, floor);
  }

  /**
   * Checks every parameter.
   *
   * @param subject its value and its gradient
   * @param at θ [p], not changed
   * @throws IllegalArgumentException if θ has not p components
   */
  public GradientReport check(Objective subject, double[] at) {
    return check(subject, at, 1, CheckListener.silent());
  }

  /**
   * Checks every parameter, on several threads; the report does not depend on their number.
   *
   * @param subject its value and its gradient; gives each thread a probe of its own
   * @param at θ [p], not changed
   * @param threads 1 or more, the caller's included
   * @param listener hears how far it is
   * @throws IllegalArgumentException if θ has not p components
   */
  public GradientReport check(Objective subject, double[] at, int threads, CheckListener listener) {
    int[] all = IntStream.range(0, subject.parameters()).filter(subject::isParameter).toArray();
    return check(subject, at, all, threads, listener);
  }

  /**
   * Checks some parameters; errors are relative to the greatest component of the whole gradient.
   *
   * @param which their indices, in the order of the report
   */
  public GradientReport check(
      Objective subject, double[] at, int[] which, int threads, CheckListener listener) {
    if (at.length != subject.parameters()) {
      throw new IllegalArgumentException(
          "θ has " + at.length + " components, f takes " + subject.parameters());
    }
    if (threads < 1) {
      throw new IllegalArgumentException(threads + " threads; wants 1 or more");
    }
    return new GradientReport(
        new CheckRun(this, subject, at, which.clone()).run(threads, listener), tolerance);
  }
}
