package dev.gradus.calculus;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares a hand-derived gradient with difference quotients, parameter by parameter, in float64.
 *
 * <pre>{@code
 * GradientCheck.standard().check(objective, at).requirePass();
 * }</pre>
 *
 * <p>For each parameter the quotient is taken at all steps; of those that reach over no kink the
 * one that agrees best with its neighbour counts (truncation rules the large steps, rounding the
 * small ones; where two agree, neither does). The error is
 *
 * <pre>|a − n| / max(|a|, |n|, floor · max|a|),   0 where both are 0,</pre>
 *
 * where a is the analytic, n the numeric value and max|a| the greatest component of the gradient: a
 * component far below the greatest cannot be resolved relative to itself. A parameter passes up to
 * the tolerance; where every step reaches over a kink it is {@link Verdict.AtKink}, not judged.
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

  /** Copies the steps. */
  public GradientCheck {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("no step sizes; wants at least one");
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
    int p = subject.parameters();
    if (at.length != p) {
      throw new IllegalArgumentException("θ has " + at.length + " components, f takes " + p);
    }
    double[] analytic = new double[p];
    subject.gradient(at.clone(), analytic);
    double scale = floor * greatest(analytic);
    Objective.Probe probe = subject.probe(at.clone());
    List<Verdict> verdicts = new ArrayList<>(p);
    for (int i = 0; i < p; i++) {
      verdicts.add(judge(subject.name(i), i, analytic[i], estimates(probe, i), scale));
    }
    return new GradientReport(verdicts, tolerance);
  }

  private static double greatest(double[] values) {
    double greatest = 0;
    for (double value : values) {
      greatest = Math.max(greatest, Math.abs(value));
    }
    return greatest;
  }

  private List<Difference.Estimate> estimates(Objective.Probe probe, int i) {
    List<Difference.Estimate> estimates = new ArrayList<>(steps.size());
    for (double h : steps) {
      estimates.add(difference.estimate(probe, i, h));
    }
    return estimates;
  }

  private Verdict judge(
      String name, int i, double a, List<Difference.Estimate> estimates, double scale) {
    Difference.Estimate best = best(estimates);
    if (best == null) {
      Difference.Estimate closest = estimates.getLast();
      return new Verdict.AtKink(i, name, a, closest.value(), closest.kinks());
    }
    double n = best.value();
    double error = relativeError(a, n, scale);
    return error <= tolerance
        ? new Verdict.Pass(i, name, a, n, error)
        : new Verdict.Fail(i, name, a, n, error); // NaN fails
  }

  /** Of the estimates without a kink, the one closest to its neighbour; null if there is none. */
  private static Difference.@Nullable Estimate best(List<Difference.Estimate> estimates) {
    List<Difference.Estimate> smooth =
        estimates.stream().filter(estimate -> estimate.kinks().isEmpty()).toList();
    if (smooth.isEmpty()) {
      return null;
    }
    Difference.Estimate best = smooth.getFirst();
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k + 1 < smooth.size(); k++) {
      double apart = Math.abs(smooth.get(k).value() - smooth.get(k + 1).value());
      if (apart < least) {
        least = apart;
        best = smooth.get(k);
      }
    }
    return best;
  }

  private static double relativeError(double a, double n, double scale) {
    return a == n ? 0 : Math.abs(a - n) / Math.max(Math.max(Math.abs(a), Math.abs(n)), scale);
  }
}
