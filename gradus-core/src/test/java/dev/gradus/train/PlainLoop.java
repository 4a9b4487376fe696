package dev.gradus.train;

import dev.gradus.data.BatchSource;
import dev.gradus.data.Xoshiro256;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.network.ParameterBlock;
import dev.gradus.network.Parameters;
import dev.gradus.network.Workspace;
import dev.gradus.optimize.Optimizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The training loop once more, without any thrift: every block has an optimizer of its own, and
 * after every operation everything is looked at.
 */
final class PlainLoop {
  private final UpdateRule rule;
  private final Parameters theta;
  private final Workspace workspace;
  private final BatchSource source;
  private final DivergingRecipe recipe;
  private final RandomGenerator random = Xoshiro256.seeded(4);
  private final Map<String, Optimizer.Run> runs = new HashMap<>();

  private PlainLoop(DivergingRecipe recipe, Compute compute) {
    this.recipe = recipe;
    this.rule = recipe.trainer().update();
    this.theta = recipe.start(compute);
    this.workspace = recipe.network().workspace(theta, recipe.trainer().batchSize());
    this.source = recipe.source(compute);
    for (ParameterBlock part : theta.layout()) {
      runs.put(part.name(), ((Optimizer) rule.optimizer()).start(theta.get(part.name())));
    }
  }

  /** Counted from 0; −1 if there is none within the recipe's length. */
  static long firstBadStep(DivergingRecipe recipe, Compute compute) {
    PlainLoop loop = new PlainLoop(recipe, compute);
    long steps = ((Length.Steps) recipe.trainer().length()).count();
    for (long step = 0; step < steps; step++) {
      if (!loop.step(rate(recipe, step, steps))) {
        return step;
      }
    }
    return -1;
  }

  static double[] parametersBefore(long bad, DivergingRecipe recipe, Compute compute) {
    PlainLoop loop = new PlainLoop(recipe, compute);
    long steps = ((Length.Steps) recipe.trainer().length()).count();
    for (long step = 0; step < bad; step++) {
      loop.step(rate(recipe, step, steps));
    }
    return loop.theta.vector().toArray();
  }

  private static double rate(DivergingRecipe recipe, long step, long steps) {
    return recipe.trainer().update().learningRate().at(step, steps);
  }

  private static boolean finite(Matrix matrix) {
    return Arrays.stream(matrix.toArray()).allMatch(Double::isFinite);
  }

  private boolean step(double rate) {
    source.next(workspace.x(), workspace.target(), random);
    workspace.forwardTraining(random);
    double loss =
        recipe
            .trainer()
            .loss()
            .evaluate(workspace.prediction(), workspace.target(), workspace.dPrediction());
    workspace.backward();
    if (!Double.isFinite(loss)) {
      return false;
    }
    for (ParameterBlock part : theta.layout()) {
      if (rule.factor(part) != 0 && !finite(workspace.gradient().get(part.name()))) {
        return false;
      }
    }
    for (ParameterBlock part : theta.layout()) {
      if (rule.factor(part) != 0) {
        step(part, rate * rule.factor(part));
      }
    }
    boolean good = finite(theta.vector());
    theta.layout().stream().filter(ParameterBlock::isWeight).forEach(this::holdDown);
    return good;
  }

  private void step(ParameterBlock part, double rate) {
    Matrix own = theta.get(part.name()).copy(); // elementwise operations want whole arrays
    Matrix gradient = workspace.gradient().get(part.name()).copy();
    double limit = rule.clipping().value();
    double[] slopes = gradient.toArray();
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = Math.clamp(slopes[i], -limit, limit);
    }
    gradient.setAll(slopes);
    Optimizer.Run run = runs.get(part.name());
    if (run == null) {
      throw new AssertionError(part.name());
    }
    run.step(own, gradient, rate);
    theta.get(part.name()).set(own);
  }

  private void holdDown(ParameterBlock part) {
    Matrix w = theta.get(part.name());
    for (int j = 0; j < w.columns() && rule.maxNorm().isPresent(); j++) {
      double square = 0;
      for (int i = 0; i < w.rows(); i++) {
        square = Math.fma(w.get(i, j), w.get(i, j), square);
      }
      double limit = rule.maxNorm().getAsDouble();
      for (int i = 0; i < w.rows() && square > limit * limit; i++) {
        w.set(i, j, w.get(i, j) * (limit / Math.sqrt(square)));
      }
    }
  }
}
