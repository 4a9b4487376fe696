package dev.gradus.calculus;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * The kinks that a parameter's quotients reach over.
 *
 * @param all each once
 * @param leftSlope one-sided, over the smallest step that reaches one
 * @param rightSlope the same to the other side
 * @param holdable whether all of them can be held
 */
record Kinks(List<Kink> all, double leftSlope, double rightSlope, boolean holdable) {
  private static final Kinks NONE = new Kinks(List.of(), Double.NaN, Double.NaN, true);

  /** Those of the quotients, whose steps descend. */
  static Kinks of(List<Difference.Quotient> quotients) {
    Kinks found = NONE;
    for (Difference.Quotient quotient : quotients) {
      if (!quotient.kinks().isEmpty()) {
        found = found.and(quotient);
      }
    }
    return found;
  }

  private Kinks and(Difference.Quotient smaller) {
    SequencedSet<Kink> union = new LinkedHashSet<>(all);
    union.addAll(smaller.kinks());
    return new Kinks(
        new ArrayList<>(union),
        smaller.leftSlope(),
        smaller.rightSlope(),
        holdable && smaller.holdable());
  }

  boolean none() {
    return all.isEmpty();
  }
}
