package dev.gradus.calculus;

import dev.gradus.calculus.Difference.Quotient;
import java.util.List;

/**
 * Makes verdicts of quotients.
 *
 * @param tolerance of the error
 * @param scale errors are relative to no less
 */
record Judge(double tolerance, double scale) {
  /** Deviations of a value's rounding that a quotient may be off by, times h. */
  private static final double NOISE = 4;

  /** No quotient reaches over a kink. */
  Verdict smooth(int i, String name, double a, List<Quotient> quotients) {
    if (a == 0 && quotients.stream().allMatch(Quotient::still)) {
      return new Verdict.Vacuous(new Comparison(i, name, a, 0, 0, 0));
    }
    return judge(compare(i, name, a, quotients), List.of());
  }

  /** The quotients were taken again with all kinks held. */
  Verdict held(int i, String name, double a, List<Quotient> held, Kinks kinks) {
    Verdict verdict = judge(compare(i, name, a, held), kinks.all());
    return verdict instanceof Verdict.Pass
        ? new Verdict.AtKink(
            verdict.comparison(), kinks.all(), kinks.leftSlope(), kinks.rightSlope())
        : verdict;
  }

  /** Some kinks cannot be held: steps that reach over none judge, if there are any. */
  Verdict unheld(int i, String name, double a, List<Quotient> quotients, Kinks kinks) {
    List<Quotient> smooth = quotients.stream().filter(q -> q.kinks().isEmpty()).toList();
    if (!smooth.isEmpty()) {
      return smooth(i, name, a, smooth);
    }
    return new Verdict.Unsure(
        new Comparison(
            i, name, a, quotients.getLast().value(), Double.NaN, Double.POSITIVE_INFINITY),
        kinks.all());
  }

  private Verdict judge(Comparison comparison, List<Kink> kinks) {
    double uncertainty = comparison.uncertainty();
    if (!(comparison.error() <= tolerance + uncertainty)) { // NaN fails
      return new Verdict.Fail(comparison, kinks);
    }
    return uncertainty > tolerance
        ? new Verdict.Unsure(comparison, kinks)
        : new Verdict.Pass(comparison);
  }

  private Comparison compare(int i, String name, double a, List<Quotient> quotients) {
    Estimate estimate = Estimate.of(quotients);
    double n = estimate.value();
    if (a == 0 && Math.abs(n) <= estimate.rounding()) {
      return new Comparison(i, name, a, n, 0, 0); // n is 0 as far as rounding lets anybody see
    }
    double size = Math.max(Math.max(Math.abs(a), Math.abs(n)), scale);
    double error = a == n ? 0 : Math.abs(a - n) / size;
    return new Comparison(i, name, a, n, error, estimate.error() / size);
  }

  /**
   * The quotient that counts.
   *
   * @param value of the quotient
   * @param error its distance from its neighbour, plus the rounding
   * @param rounding of the quotient
   */
  private record Estimate(double value, double error, double rounding) {

    /** Of the finite ones, the one with the least error; NaN if there is none. */
    static Estimate of(List<Quotient> quotients) {
      List<Quotient> finite =
          quotients.stream().filter(quotient -> Double.isFinite(quotient.value())).toList();
      if (finite.isEmpty()) {
        return new Estimate(Double.NaN, 0, 0);
      }
      double noise = NOISE * noise(finite);
      Estimate best = alone(finite.getFirst(), noise);
      for (int k = 0; k + 1 < finite.size(); k++) {
        Estimate own = alone(finite.get(k), noise);
        double apart = Math.abs(own.value() - finite.get(k + 1).value());
        if (k == 0 || apart + own.rounding() < best.error()) {
          best = new Estimate(own.value(), apart + own.rounding(), own.rounding());
        }
      }
      return best;
    }

    /** The greater of the two smallest steps': one alone may be small by chance. */
    private static double noise(List<Quotient> finite) {
      int n = finite.size();
      return Math.max(finite.get(n - 1).noise(), finite.get(Math.max(0, n - 2)).noise());
    }

    private static Estimate alone(Quotient quotient, double noise) {
      double rounding = Math.max(quotient.rounding(), noise / quotient.h());
      return new Estimate(quotient.value(), rounding, rounding);
    }
  }
}
