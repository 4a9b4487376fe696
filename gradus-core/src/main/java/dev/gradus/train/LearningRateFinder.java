package dev.gradus.train;

import dev.gradus.data.BatchSource;
import dev.gradus.error.DivergedException;
import dev.gradus.network.Parameters;
import dev.gradus.optimize.FullBatchOptimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * Looks for a learning rate: a short training in which the rate grows by the same factor in each
 * step, from far too small to far too large, while the loss is watched.
 *
 * <pre>ηₛ = from · (to / from)^(s / (steps − 1))</pre>
 *
 * <p>The rule for the suggestion: a tenth of the rate at which the smoothed loss was lowest. There
 * the loss is about to rise again, so that the rate is already too large to be kept; a factor of
 * ten below it was still falling fast.
 *
 * <p>Smith (2017), Cyclical Learning Rates for Training Neural Networks, section 3.3 (the range
 * test); the exponential growth and the tenth are fast.ai's (Howard, Gugger, 2020).
 *
 * @param from the least rate, above 0
 * @param to the greatest rate, above {@code from}, at most 1e6
 * @param steps 2 or more
 */
public record LearningRateFinder(double from, double to, int steps) {
  /** How much of the smoothed loss is kept from one step to the next. */
  private static final double KEPT = 0.9;

  /** Beyond this many times the lowest smoothed loss the rest is of no interest. */
  private static final double LOST = 4;

  /**
   * One step.
   *
   * @param rate of the step
   * @param loss before it
   * @param smoothed running mean of the losses up to it, its bias corrected as Adam's
   */
  public record Point(double rate, double loss, double smoothed) {}

  /**
   * What was seen.
   *
   * @param points in the order of the rates, up to where the loss was lost
   * @param suggestion by the rule; none if the loss never fell
   */
  public record Sweep(List<Point> points, OptionalDouble suggestion) {
    /** Copies the list. */
    public Sweep {
      points = List.copyOf(points);
    }
  }

  /** Checks the ranges. */
  public LearningRateFinder {
    if (!(from > 0 && from < to && to <= 1e6)) {
      throw new IllegalArgumentException(
          "rates from " + from + " to " + to + ": wants 0 < from < to <= 1e6");
    }
    if (steps < 2) {
      throw new IllegalArgumentException(steps + " steps; wants 2 or more");
    }
  }

  /** From 1e-7 to 10 in 100 steps. */
  public static LearningRateFinder standard() {
    return new LearningRateFinder(1e-7, 10, 100);
  }

  /**
   * Trains a copy; the parameters stay as they are.
   *
   * @param recipe its schedule and length are not heeded
   * @param theta where the sweep begins; not changed
   * @param source is begun anew, and left in the middle of an epoch
   * @param random is drawn from
   * @throws IllegalArgumentException if the recipe's optimizer has no learning rate
   */
  public Sweep sweep(Trainer recipe, Parameters theta, BatchSource source, RandomGenerator random) {
    if (recipe.update().optimizer() instanceof FullBatchOptimizer optimizer) {
      throw new IllegalArgumentException(optimizer.name() + " has no learning rate to be found");
    }
    List<Double> losses = new ArrayList<>();
    try {
      recipe
          .withLearningRate((step, all) -> rate(step))
          .withLength(new Length.Steps(steps))
          .withReportEvery(1)
          .withoutValidation()
          .train(
              theta.copy(theta.vector().compute()),
              source,
              random,
              event -> {
                if (event instanceof TrainingEvent.Stepped stepped) {
                  losses.add(stepped.loss());
                }
              });
    } catch (DivergedException e) {
      // the end of the sweep: the rates beyond are too large
    }
    return seen(losses);
  }

  private double rate(long step) {
    return from * StrictMath.pow(to / from, (double) step / (steps - 1));
  }

  private Sweep seen(List<Double> losses) {
    List<Point> points = new ArrayList<>();
    double mean = 0;
    double weight = 0;
    Point lowest = new Point(0, 0, Double.POSITIVE_INFINITY);
    for (int step = 0; step < losses.size(); step++) {
      mean = KEPT * mean + (1 - KEPT) * losses.get(step);
      weight = KEPT * weight + (1 - KEPT);
      Point point = new Point(rate(step), losses.get(step), mean / weight);
      points.add(point);
      if (point.smoothed < lowest.smoothed) {
        lowest = point;
      } else if (point.smoothed > LOST * lowest.smoothed) {
        break;
      }
    }
    boolean fell = !points.isEmpty() && lowest.smoothed < points.getFirst().smoothed;
    return new Sweep(points, fell ? OptionalDouble.of(lowest.rate / 10) : OptionalDouble.empty());
  }
}
