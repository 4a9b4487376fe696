package dev.gradus.train;

import dev.gradus.data.BatchSource;
import dev.gradus.matrix.Matrix;
import dev.gradus.network.Diagnosis;
import dev.gradus.network.Network;
import dev.gradus.network.ParameterBlock;
import dev.gradus.network.Parameters;
import dev.gradus.network.Penalty;
import dev.gradus.network.Workspace;
import dev.gradus.optimize.FullBatchOptimizer;
import dev.gradus.optimize.Memory;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A full-batch optimizer at work on a network: all rows are drawn once, and the loss over them is a
 * function of the parameters that learn.
 */
final class FullBatch implements Stepping {
  /** Masks would make another function of each evaluation. */
  private static final RandomGenerator NOTHING_IS_DRAWN =
      () -> {
        throw new IllegalArgumentException(
            "a full-batch optimizer wants a loss that stays the same; a layer draws masks");
      };

  private final BatchLoss loss;
  private final Penalty penalty;
  private final Workspace workspace;
  private final Section theta; // what learns
  private final Section gradient;
  private final FullBatchOptimizer.Run run;
  private final Diagnosis diagnosis;
  private final Epochs epochs;
  private double lastLoss;
  private boolean goesOn = true;

  /**
   * Draws the rows, and evaluates once.
   *
   * @throws IllegalArgumentException if not all rows fit into one batch
   */
  FullBatch(
      Trainer recipe,
      FullBatchOptimizer optimizer,
      Parameters parameters,
      BatchSource source,
      RandomGenerator random,
      Epochs epochs) {
    requireAll(optimizer, recipe.batchSize(), source.rows());
    requireNoState(recipe.network());
    this.penalty = recipe.penalty();
    this.workspace = recipe.network().workspace(parameters, Math.toIntExact(source.rows()));
    this.loss = new BatchLoss(recipe.loss(), source, workspace);
    this.diagnosis = new Diagnosis(recipe.network(), workspace);
    this.epochs = epochs;
    List<ParameterBlock> learning =
        recipe.network().layout().stream()
            .filter(part -> recipe.update().factor(part) != 0)
            .toList();
    this.theta = new Section(parameters.vector(), learning);
    this.gradient = new Section(workspace.gradient().vector(), learning);
    source.next(workspace.x(), workspace.target(), random);
    loss.batchCame();
    this.run = optimizer.start(theta.own(), this::evaluate);
  }

  private static void requireAll(FullBatchOptimizer optimizer, int batchSize, long rows) {
    if (rows == 0 || batchSize < rows) {
      throw new IllegalArgumentException(
          optimizer.name()
              + " wants all rows in one batch; the batch size is "
              + batchSize
              + (rows == 0 ? ", the source has no end" : ", the source has " + rows + " rows"));
    }
  }

  /** Running statistics would follow the points that the search only looks at. */
  private static void requireNoState(Network network) {
    for (ParameterBlock part : network.layout()) {
      if (!part.learns()) {
        throw new IllegalArgumentException(
            "a full-batch optimizer wants a loss that stays the same; "
                + part.name()
                + " is a running statistic");
      }
    }
  }

  /** A point whose gradient is not finite is as bad as one whose loss is not. */
  private double evaluate(Matrix at, Matrix slope) {
    theta.scatter();
    workspace.forwardTraining(NOTHING_IS_DRAWN);
    lastLoss = loss.evaluate();
    workspace.backward();
    penalty.addGradient(workspace.parameters(), workspace.gradient());
    gradient.gather();
    slope.set(gradient.own());
    return Double.isFinite(slope.magnitude())
        ? lastLoss + penalty.value(workspace.parameters())
        : Double.NaN;
  }

  /**
   * One iteration. Where no lower point is found there is none to be found any more.
   *
   * @param learningRate not heeded: the search finds the length of its steps
   */
  @Override
  public double step(long step, double learningRate) {
    double before = run.value();
    if (!Double.isFinite(before)) { // the search never goes to such a point: it began there
      throw epochs.diverged(step, diagnosis.ofStep(lastLoss));
    }
    double withoutPenalty = before - penalty.value(workspace.parameters());
    goesOn = run.step();
    theta.scatter(); // the point found may not be the one evaluated last
    return withoutPenalty;
  }

  @Override
  public double weight() {
    return loss.weight();
  }

  @Override
  public boolean goesOn() {
    return goesOn;
  }

  @Override
  public boolean drawsOnce() {
    return true;
  }

  @Override
  public void exchange(Memory memory) {
    run.exchange(new Grouped(memory, 0));
    goesOn = memory.number("goes_on", goesOn ? 1 : 0) != 0;
  }

  @Override
  public long takeClipped() {
    return 0;
  }
}
