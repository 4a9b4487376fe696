package dev.gradus.calculus;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The verdicts of a check, one for each parameter, in their order.
 *
 * @param verdicts one for each parameter
 * @param tolerance up to which an error passed
 */
public record GradientReport(List<Verdict> verdicts, double tolerance) {

  /** Copies the list. */
  public GradientReport {
    verdicts = List.copyOf(verdicts);
  }

  /** Parameters whose gradient was confirmed. */
  public List<Verdict.Pass> passes() {
    return all(Verdict.Pass.class);
  }

  /** Parameters whose gradient is wrong, the worst first. */
  public List<Verdict.Fail> failures() {
    return all(Verdict.Fail.class).stream()
        .sorted(Comparator.comparingDouble(Verdict.Fail::error).reversed())
        .toList();
  }

  /** Parameters that could not be judged, since each difference reaches over a kink. */
  public List<Verdict.AtKink> atKinks() {
    return all(Verdict.AtKink.class);
  }

  private <V extends Verdict> List<V> all(Class<V> kind) {
    return verdicts.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Whether no parameter failed. */
  public boolean passed() {
    return failures().isEmpty();
  }

  /** The greatest relative error among the parameters that passed; 0 if none did. */
  public double greatestError() {
    return passes().stream().mapToDouble(Verdict.Pass::error).max().orElse(0);
  }

  /** The greatest |analytic − numeric| of all parameters, kinks included. */
  public double greatestAbsoluteError() {
    return verdicts.stream().mapToDouble(Verdict::absoluteError).max().orElse(0);
  }

  /** How many parameters have an analytic gradient of exactly 0: there a pass says little. */
  public long zeros() {
    return verdicts.stream().filter(verdict -> verdict.analytic() == 0).count();
  }

  /**
   * For tests.
   *
   * @return this
   * @throws AssertionError if a parameter failed (the message names the worst and shows both
   *     values), or if none could be judged
   */
  public GradientReport requirePass() {
    List<Verdict.Fail> failures = failures();
    if (failures.isEmpty() && passes().isEmpty() && !verdicts.isEmpty()) {
      throw new AssertionError(
          "no gradient could be judged: " + summary() + "; check at another point");
    }
    if (failures.isEmpty()) {
      return this;
    }
    StringBuilder message =
        new StringBuilder(failures.size() + " of " + verdicts.size() + " gradients are wrong");
    message.append(String.format(Locale.ROOT, " (tolerance %.0e); the worst:", tolerance));
    for (Verdict.Fail fail : failures.subList(0, Math.min(5, failures.size()))) {
      message.append(
          String.format(
              Locale.ROOT,
              "%n  %s: analytic %.10g, numeric %.10g, relative error %.2e, ratio %.6g",
              fail.name(),
              fail.analytic(),
              fail.numeric(),
              fail.error(),
              fail.analytic() / fail.numeric()));
    }
    throw new AssertionError(message.toString());
  }

  /** Counts in one line: {@code 609 parameters: 601 pass, 8 at a kink, 0 fail}. */
  public String summary() {
    return verdicts.size()
        + " parameters: "
        + passes().size()
        + " pass, "
        + atKinks().size()
        + " at a kink, "
        + failures().size()
        + " fail";
  }
}
