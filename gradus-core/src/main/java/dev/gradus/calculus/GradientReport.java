package dev.gradus.calculus;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Predicate;

/**
 * The verdicts of a check, one for each parameter, in their order.
 *
 * @param verdicts one for each parameter
 * @param tolerance up to which an error passed
 */
public record GradientReport(List<Verdict> verdicts, double tolerance) {
  private static final int SHOWN = 5;

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

  /** Parameters whose difference quotient is itself not good enough. */
  public List<Verdict.Unsure> unsure() {
    return all(Verdict.Unsure.class);
  }

  /** Parameters at which nothing was tested. */
  public List<Verdict.Vacuous> vacuous() {
    return all(Verdict.Vacuous.class);
  }

  /** Parameters whose gradient was confirmed with kinks held. */
  public List<Verdict.AtKink> atKinks() {
    return all(Verdict.AtKink.class);
  }

  private <V extends Verdict> List<V> all(Class<V> kind) {
    return verdicts.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Whether no parameter failed. */
  public boolean passed() {
    return verdicts.stream().noneMatch(Verdict.Fail.class::isInstance);
  }

  /** How many parameters were really tested. */
  public int tested() {
    return (int) verdicts.stream().filter(Verdict::tested).count();
  }

  /** The greatest relative error among the parameters that passed; 0 if none did. */
  public double greatestError() {
    return passes().stream().mapToDouble(Verdict::error).max().orElse(0);
  }

  /**
   * The difference quotients that can be trusted, at the places of their parameters; NaN elsewhere.
   *
   * @param length of the vector θ
   */
  public double[] quotients(int length) {
    double[] quotients = new double[length];
    Arrays.fill(quotients, Double.NaN);
    for (Verdict verdict : verdicts) {
      if (!(verdict instanceof Verdict.Unsure)) {
        quotients[verdict.index()] = verdict.numeric();
      }
    }
    return quotients;
  }

  /** The greatest |analytic − numeric| of all parameters. */
  public double greatestAbsoluteError() {
    return verdicts.stream()
        .mapToDouble(verdict -> verdict.comparison().absoluteError())
        .max()
        .orElse(0);
  }

  /** How many parameters have an analytic gradient of exactly 0. */
  public long zeros() {
    return verdicts.stream().filter(verdict -> verdict.analytic() == 0).count();
  }

  /** Those with the greatest errors, whatever their verdict, the worst first. */
  public List<Verdict> worst(int count) {
    return verdicts.stream()
        .sorted(Comparator.comparingDouble(Verdict::error).reversed())
        .limit(count)
        .toList();
  }

  /** The same report, where parameters that were not tested have the verdicts of another check. */
  public GradientReport completedBy(GradientReport other) {
    Map<Integer, Verdict> found = new HashMap<>();
    other.verdicts.stream().filter(Verdict::tested).forEach(v -> found.put(v.index(), v));
    return new GradientReport(
        verdicts.stream()
            .map(
                verdict ->
                    verdict.tested() ? verdict : found.getOrDefault(verdict.index(), verdict))
            .toList(),
        tolerance);
  }

  /**
   * For tests.
   *
   * @return this
   * @throws AssertionError if a parameter failed (the message names the worst, shows both values,
   *     and says in which blocks of parameters the gradient is wrong), or if none could be judged
   */
  public GradientReport requirePass() {
    if (!passed()) {
      throw new AssertionError(failureMessage());
    }
    boolean judged =
        verdicts.isEmpty()
            || verdicts.stream()
                .anyMatch(verdict -> verdict.tested() && !(verdict instanceof Verdict.Unsure));
    if (!judged) {
      throw new AssertionError(
          "no gradient could be judged: " + summary() + "; check at another point");
    }
    return this;
  }

  private String failureMessage() {
    List<Verdict.Fail> failures = failures();
    StringBuilder message =
        new StringBuilder(failures.size() + " of " + verdicts.size() + " gradients are wrong");
    message.append(String.format(Locale.ROOT, " (tolerance %.0e); the worst:", tolerance));
    for (Verdict.Fail fail : failures.subList(0, Math.min(SHOWN, failures.size()))) {
      message.append(
          String.format(
              Locale.ROOT,
              "%n  %s: analytic %.10g, numeric %.10g, relative error %.2e, ratio %.6g",
              fail.name(),
              fail.analytic(),
              fail.numeric(),
              fail.error(),
              fail.comparison().ratio()));
      if (!fail.kinks().isEmpty()) {
        message.append(", with ").append(fail.kinks().getFirst()).append(" held on its piece");
      }
    }
    return message.append(String.format(Locale.ROOT, "%nwrong: ")).append(blocks()).toString();
  }

  /** {@code 3 of 8 in W1, 2 of 2 in b1}: where to look. */
  private String blocks() {
    Map<String, Integer> sizes = counts(verdict -> true);
    StringJoiner joiner = new StringJoiner(", ");
    counts(Verdict.Fail.class::isInstance)
        .forEach((block, wrong) -> joiner.add(wrong + " of " + sizes.get(block) + " in " + block));
    return joiner.toString();
  }

  private Map<String, Integer> counts(Predicate<Verdict> which) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Verdict verdict : verdicts) {
      if (which.test(verdict)) {
        int bracket = verdict.name().indexOf('[');
        String block = bracket < 0 ? verdict.name() : verdict.name().substring(0, bracket);
        counts.merge(block, 1, Integer::sum);
      }
    }
    return counts;
  }

  /** Counts in one line: {@code 609 parameters: 590 pass, 8 at a kink, 11 vacuous, 0 fail}. */
  public String summary() {
    return verdicts.size()
        + " parameters: "
        + passes().size()
        + " pass, "
        + atKinks().size()
        + " pass at a kink, "
        + vacuous().size()
        + " vacuous, "
        + unsure().size()
        + " unsure, "
        + failures().size()
        + " fail";
  }
}
