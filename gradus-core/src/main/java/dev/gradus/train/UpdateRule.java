package dev.gradus.train;

import dev.gradus.network.Network;
import dev.gradus.network.ParameterBlock;
import dev.gradus.optimize.Descent;
import dev.gradus.optimize.FullBatchOptimizer;
import dev.gradus.optimize.LearningRate;
import dev.gradus.optimize.Sgd;
import java.util.List;
import java.util.OptionalDouble;

/**
 * From a gradient to new parameters: clip, step, hold down.
 *
 * @param optimizer how it descends
 * @param learningRate of each step; a full-batch optimizer finds its own
 * @param clipping of the gradient
 * @param groups parameters with a pace of their own; of several that hold a block the first counts,
 *     and without any it learns at the full rate
 * @param maxNorm after each step the incoming weights of every unit (a column of a weight matrix)
 *     are scaled down to this Euclidean norm, if theirs is greater. Srebro, Shraibman (2005), Rank,
 *     Trace-Norm and Max-Norm; for networks Srivastava et al. (2014), Dropout, section 5.1
 */
public record UpdateRule(
    Descent optimizer,
    LearningRate learningRate,
    Clipping clipping,
    List<ParameterGroup> groups,
    OptionalDouble maxNorm) {

  /** Checks the ranges, and that a full-batch optimizer is left alone with the loss's gradient. */
  public UpdateRule {
    groups = List.copyOf(groups);
    if (maxNorm.isPresent() && !(maxNorm.getAsDouble() > 0)) {
      throw new IllegalArgumentException(
          "max norm " + maxNorm.getAsDouble() + ": wants a number above 0");
    }
    if (optimizer instanceof FullBatchOptimizer) {
      requirePlain(optimizer.name(), clipping, groups, maxNorm);
    }
  }

  private static void requirePlain(
      String name, Clipping clipping, List<ParameterGroup> groups, OptionalDouble maxNorm) {
    boolean paced = groups.stream().anyMatch(group -> group.factor() != 0 && group.factor() != 1);
    if (!clipping.equals(Clipping.NONE) || maxNorm.isPresent() || paced) {
      throw new IllegalArgumentException(
          name
              + " searches along lines of the loss itself: it takes no clipping, no max norm, and"
              + " only 0 or 1 as factors of groups");
    }
  }

  /** Plain gradient descent at 1e-3. */
  public static UpdateRule plain() {
    return new UpdateRule(
        Sgd.sgd(), LearningRate.constant(1e-3), Clipping.NONE, List.of(), OptionalDouble.empty());
  }

  /** By another optimizer. */
  public UpdateRule withOptimizer(Descent other) {
    return new UpdateRule(other, learningRate, clipping, groups, maxNorm);
  }

  /** On another schedule. */
  public UpdateRule withLearningRate(LearningRate other) {
    return new UpdateRule(optimizer, other, clipping, groups, maxNorm);
  }

  /** With another clipping. */
  public UpdateRule withClipping(Clipping other) {
    return new UpdateRule(optimizer, learningRate, other, groups, maxNorm);
  }

  /** With other groups. */
  public UpdateRule withGroups(List<ParameterGroup> other) {
    return new UpdateRule(optimizer, learningRate, clipping, other, maxNorm);
  }

  /** With a limit for the incoming weights of each unit. */
  public UpdateRule withMaxNorm(double limit) {
    return new UpdateRule(optimizer, learningRate, clipping, groups, OptionalDouble.of(limit));
  }

  /** The factor of a block's rate; 0 for what is not trained at all. */
  double factor(ParameterBlock part) {
    if (!part.learns()) {
      return 0;
    }
    for (ParameterGroup group : groups) {
      if (group.holds(part)) {
        return group.factor();
      }
    }
    return 1;
  }

  /**
   * That every group holds something, and that something learns.
   *
   * @throws IllegalArgumentException if not
   */
  public void requireFit(Network network) {
    for (ParameterGroup group : groups) {
      if (network.layout().stream().noneMatch(group::holds)) {
        throw new IllegalArgumentException(
            "group \""
                + group.pattern()
                + "\": no such parameter; there are: "
                + String.join(", ", network.layout().stream().map(ParameterBlock::name).toList()));
      }
    }
    if (!network.layout().isEmpty()
        && network.layout().stream().allMatch(part -> factor(part) == 0)) {
      throw new IllegalArgumentException("all parameters are frozen; wants one that learns");
    }
  }
}
