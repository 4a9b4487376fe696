package dev.gradus.clinic;

import dev.gradus.calculus.CheckListener;
import dev.gradus.calculus.GradientCheck;
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
  private final double[] theta;
  private final Function<Specimen, List<Specimen>> batches;
  private final Map<Integer, List<Sight>> sights = new HashMap<>(); // by number of rows
  private final Specimen specimen;

  /** A batch that is looked at, with its right gradient. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Sight(Specimen specimen, Backpropagation passes, double[] right) {
    boolean isSame(double[] wrong) {
      return new Likeness(specimen.network().layout()).isSame(wrong, right);
    }
  }

  /**
   * A trial of a check.
   *
   * @param check whose steps and tolerance are on trial
   * @param specimen what it checks
   * @param theta θ [p], at which it checks; copied
   * @param batches all batches that the check looks at where it is given one: that one, and what it
   *     adds to reach the units that this one does not
   */
  public Trial(
      GradientCheck check,
      Specimen specimen,
      double[] theta,
      Function<Specimen, List<Specimen>> batches) {
    this.check = check;
    this.specimen = specimen;
    this.theta = theta.clone();
    this.batches = batches;
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
      if (!isCaught(planted, specimen.batch())) {
        return new Outcome.Missed(mistake, planted, reason(planted));
      }
    }
    int rows = 1;
    while (rows < specimen.batch() && !areCaught(plantings, rows)) {
      rows++;
    }
    return new Outcome.Caught(mistake, rows);
  }

  private boolean areCaught(List<Planted> plantings, int rows) {
    return plantings.stream().allMatch(planted -> isCaught(planted, rows));
  }

  private boolean isCaught(Planted planted, int rows) {
    return sights(rows).stream().anyMatch(sight -> fails(sight, planted));
  }

  private List<Sight> sights(int rows) {
    return sights.computeIfAbsent(
        rows, n -> batches.apply(specimen.firstRows(n)).stream().map(this::sight).toList());
  }

  private Sight sight(Specimen batch) {
    Backpropagation passes = new Backpropagation(batch, theta);
    return new Sight(batch, passes, passes.gradient());
  }

  private Outcome.Reason reason(Planted planted) {
    if (sights(specimen.batch()).stream().anyMatch(s -> !s.isSame(s.passes.gradient(planted)))) {
      return Outcome.Reason.UNSEEN;
    }
    if (specimen.batch() > 1) {
      return Outcome.Reason.NO_DIFFERENCE;
    }
    Sight twice = sight(specimen.twice());
    return twice.isSame(twice.passes.gradient(planted))
        ? Outcome.Reason.NO_DIFFERENCE
        : Outcome.Reason.BATCH_OF_ONE;
  }

  /** Checks the parameters at which the gradients differ, the worst first, until one fails. */
  private boolean fails(Sight sight, Planted planted) {
    int[] which = differing(sight.passes.gradient(planted), sight.right);
    Objective mistaken = new MistakenObjective(sight.specimen, planted);
    for (int from = 0; from < which.length; from += SOME) {
      int[] some = Arrays.copyOfRange(which, from, Math.min(from + SOME, which.length));
      if (!check.check(mistaken, theta, some, 1, CheckListener.silent()).passed()) {
        return true;
      }
    }
    return false;
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
