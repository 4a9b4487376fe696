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
 * <pre>(|a − n| − r) / max(|a|, |n|, floor · max|a|, 1e-6 · (max f − min f) / h),   0 below r,
 * </pre>
 *
 * where r is what rounding the values alone does to the quotient, 4 ulp(max|f|) / h; a is the
 * analytic, n the numeric value and max|a| the greatest component of the gradient: a component far
 * below the greatest cannot be resolved relative to itself. A parameter passes up to the tolerance;
 * where every step reaches over a kink it is {@link Verdict.AtKink}, not judged.
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

  /**
   * At a stationary point f changes by ½ f″ h² alone, and its computation cancels terms of that
   * size: errors are relative to no less than this fraction of the variation. For any other point
   * it is far below the gradient.
   */
  private static final double CURVED = 1e-6;

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

  /** Of the finite ones: one that is not finite fails for itself, and hides no other. */
  private static double greatest(double[] values) {
    double greatest = 0;
    for (double value : values) {
      if (Double.isFinite(value)) {
        greatest = Math.max(greatest, Math.abs(value));
      }
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
    double error = error(a, best, scale);
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

  /** Whatever is not a number or not finite is an error that no tolerance forgives. */
  private static double error(double a, Difference.Estimate estimate, double scale) {
    double n = estimate.value();
    double apart = Math.abs(a - n);
    if (apart <= estimate.rounding()) {
      return 0;
    }
    double size = Math.max(Math.max(Math.abs(a), Math.abs(n)), scale);
    return (apart - estimate.rounding()) / Math.max(size, CURVED * estimate.variation());
  }
}
