package dev.gradus.calculus;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far a difference quotient is from the gradient, step by step: from large steps down the error
 * falls with the truncation (h² or h⁴), then rises as 1/h, since the rounding of the values is
 * divided by h.
 *
 * @param difference the quotient
 * @param steps h
 */
public record StepSweep(Difference difference, List<Double> steps) {

  /** Copies the list. */
  public StepSweep {
    steps = List.copyOf(steps);
  }

  /** Steps from 10^high down to 10^low, so many for each decade. */
  public static StepSweep decades(Difference difference, int high, int low, int each) {
    return new StepSweep(
        difference,
        IntStream.rangeClosed(0, (high - low) * each)
            .mapToObj(k -> StrictMath.pow(10, high - (double) k / each))
            .toList());
  }

  /**
   * |a − n| / max(|a|, |n|) for each step: the median over some parameters. Where a step reaches
   * over kinks that can be held, they are.
   *
   * @param at θ [p], not changed
   * @param which the parameters
   * @return one error for each step; 0 where all digits agree
   */
  public double[] medianErrors(Objective subject, double[] at, int... which) {
    double[] analytic = new double[at.length];
    subject.gradient(at.clone(), analytic);
    Difference.Stencil stencil =
        difference.new Stencil(subject.probe(at.clone()), subject.value(at.clone()));
    double[] medians = new double[steps.size()];
    for (int k = 0; k < steps.size(); k++) {
      double[] errors = new double[which.length];
      for (int j = 0; j < which.length; j++) {
        int i = which[j];
        Difference.Quotient quotient = stencil.at(i, at[i], steps.get(k));
        if (!quotient.kinks().isEmpty() && quotient.holdable()) {
          quotient = stencil.held(i, at[i], steps.get(k));
        }
        errors[j] = error(analytic[i], quotient.value());
      }
      Arrays.sort(errors);
      medians[k] = errors.length == 0 ? Double.NaN : errors[errors.length / 2];
    }
    return medians;
  }

  private static double error(double a, double n) {
    return a == n ? 0 : Math.abs(a - n) / Math.max(Math.abs(a), Math.abs(n));
  }
}
