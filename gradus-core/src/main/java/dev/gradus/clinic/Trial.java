package dev.gradus.clinic;

import dev.gradus.calculus.CheckListener;
import dev.gradus.calculus.GradientCheck;
import dev.gradus.calculus.GradientReport;
import dev.gradus.calculus.Objective;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Plants the classic mistakes one at a time, in all layers and in each alone, and looks which of
 * them a check catches: a check of the check.
 */
public final class Trial {
  /** Parameters that are checked at once: mostly one of the first fails. */
  private static final int SOME = 16;

  /** Below this share of the tolerance a difference cannot fail. */
  private static final double TOO_SMALL = 0.01;

  private final GradientCheck check;
  private final Specimen specimen;
  private final double[] theta;
  private final Completion completion;
  private final Map<Integer, Sight> sights = new HashMap<>(); // by number of rows

  /** What a check does after its first look, to test what that could not. */
  @FunctionalInterface
  public interface Completion {
    /** Nothing. */
    Completion NONE = (report, specimen, subjects) -> report;

    /**
     * Completes a report.
     *
     * @param report of the first look, which found no failure
     * @param specimen that it looked at
     * @param subjects makes what is to be checked, from the same network with another batch
     */
    GradientReport complete(
        GradientReport report, Specimen specimen, Function<Specimen, Objective> subjects);
  }

  /**
   * A trial of a check.
   *
   * @param check whose steps and tolerance are on trial
   * @param specimen what it checks
   * @param theta θ [p], at which it checks; copied
   * @param completion what it does besides
   */
  public Trial(GradientCheck check, Specimen specimen, double[] theta, Completion completion) {
    this.check = check;
    this.specimen = specimen;
    this.theta = theta.clone();
    this.completion = completion;
  }

  /**
   * Tries all mistakes.
   *
   * @param listener hears each outcome when it is known
   * @return one outcome for each mistake, in the order of the tables
   */
  public List<Outcome> run(Consumer<Outcome> listener) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Mistake mistake : Mistake.all()) {
      Outcome outcome = outcome(mistake);
      listener.accept(outcome);
      outcomes.add(outcome);
    }
    return outcomes;
  }

  private Outcome outcome(Mistake mistake) {
    List<Planted> plantings = mistake.plantings(specimen);
    if (plantings.isEmpty()) {
      return new Outcome.Inapplicable(mistake);
    }
    for (Planted planted : plantings) {
      if (!sight(specimen.batch()).catches(planted)) {
        return new Outcome.Missed(mistake, planted, reason(planted));
      }
    }
    int rows = 1;
    while (rows < specimen.batch() && !plantings.stream().allMatch(sight(rows)::catches)) {
      rows++;
    }
    return new Outcome.Caught(mistake, rows);
  }

  private Sight sight(int rows) {
    return sights.computeIfAbsent(rows, n -> new Sight(specimen.firstRows(n)));
  }

  private Outcome.Reason reason(Planted planted) {
    if (!sight(specimen.batch()).isHarmless(planted)) {
      return Outcome.Reason.UNSEEN;
    }
    boolean alone = specimen.batch() == 1 && !new Sight(specimen.twice()).isHarmless(planted);
    return alone ? Outcome.Reason.BATCH_OF_ONE : Outcome.Reason.NO_DIFFERENCE;
  }

  /** What the check sees with one batch. */
  private final class Sight {
    private final Specimen batch;
    private final Backpropagation passes;
    private final double[] right;
    private @Nullable GradientReport report;

    Sight(Specimen batch) {
      this.batch = batch;
      this.passes = new Backpropagation(batch, theta);
      this.right = passes.gradient();
    }

    /** Whether the gradient is the right one all the same. */
    boolean isHarmless(Planted planted) {
      return new Likeness(batch.network().layout()).isSame(passes.gradient(planted), right);
    }

    /**
     * The parameters at which the gradients differ are checked first, the worst before the others,
     * until one fails; if none does, the check goes on where it could test nothing.
     */
    boolean catches(Planted planted) {
      int[] which = differing(passes.gradient(planted), right);
      for (int from = 0; from < which.length; from += SOME) {
        int[] some = Arrays.copyOfRange(which, from, Math.min(from + SOME, which.length));
        if (!checked(batch.objective(planted), some).passed()) {
          return true;
        }
      }
      if (completion.equals(Completion.NONE)) {
        return false; // saves the check of all the rest
      }
      return !completion.complete(ofTheRight(), batch, other -> other.objective(planted)).passed();
    }

    private GradientReport checked(Objective subject, int[] which) {
      return check.check(subject, theta, which, 1, CheckListener.silent());
    }

    /**
     * That of the mistaken gradient says the same of all parameters at which it is the right one.
     */
    private GradientReport ofTheRight() {
      GradientReport known = report;
      if (known == null) {
        known = checked(batch.objective(), IntStream.range(0, theta.length).toArray());
        report = known;
      }
      return known;
    }
  }

  /** By how much they differ, as the check measures it; those that cannot fail are left out. */
  private int[] differing(double[] wrong, double[] right) {
    double greatest = Arrays.stream(wrong).map(Math::abs).max().orElse(0);
    double[] errors = new double[wrong.length];
    for (int i = 0; i < errors.length; i++) {
      double size = Math.max(Math.abs(wrong[i]), Math.abs(right[i]));
      double apart = Math.abs(wrong[i] - right[i]);
      errors[i] = apart == 0 ? 0 : apart / Math.max(size, check.floor() * greatest);
    }
    return IntStream.range(0, errors.length)
        .filter(i -> errors[i] > TOO_SMALL * check.tolerance())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> errors[i]).reversed())
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
