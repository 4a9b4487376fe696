package dev.gradus.train;

import dev.gradus.data.BatchSource;
import dev.gradus.error.DivergedException;
import dev.gradus.network.Diagnosis;
import dev.gradus.network.Penalty;
import dev.gradus.network.Workspace;
import dev.gradus.optimize.Memory;
import dev.gradus.optimize.Optimizer;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Steps along the gradients of one minibatch after another. */
final class Minibatches implements Stepping {
  private final BatchLoss loss;
  private final Penalty penalty;
  private final Workspace workspace;
  private final BatchSource source;
  private final RandomGenerator random;
  private final Update update;
  private final Diagnosis diagnosis;
  private final Section statistics; // those that forward moves
  private final Epochs epochs;

  Minibatches(
      Trainer recipe,
      Optimizer optimizer,
      Workspace workspace,
      BatchSource source,
      RandomGenerator random,
      Epochs epochs) {
    this.loss = new BatchLoss(recipe.loss(), source, workspace);
    this.penalty = recipe.penalty();
    this.workspace = workspace;
    this.source = source;
    this.random = random;
    this.epochs = epochs;
    this.update =
        new Update(recipe.update(), optimizer, workspace.parameters(), workspace.gradient());
    this.diagnosis = new Diagnosis(recipe.network(), workspace);
    this.statistics =
        new Section(
            workspace.parameters().vector(),
            recipe.network().layout().stream().filter(part -> !part.learns()).toList());
  }

  /** One minibatch, from its rows to the changed parameters. */
  @Override
  public double step(long step, double learningRate) {
    workspace.rows(workspace.maxRows());
    workspace.rows(source.next(workspace.x(), workspace.target(), random));
    loss.batchCame();
    statistics.gather();
    workspace.forwardTraining(random);
    double value = loss.evaluate();
    if (!Double.isFinite(value)) {
      throw diverged(step, diagnosis.ofStep(value));
    }
    workspace.backward();
    penalty.addGradient(workspace.parameters(), workspace.gradient());
    switch (update.step(learningRate)) {
      case TAKEN -> {}
      case BAD_GRADIENT -> throw diverged(step, diagnosis.ofStep(value));
      case BAD_PARAMETERS -> throw diverged(step, diagnosis.ofParameters());
    }
    return value;
  }

  private DivergedException diverged(long step, Optional<Diagnosis.Finding> finding) {
    update.restore();
    statistics.scatter();
    return epochs.diverged(step, finding);
  }

  @Override
  public double weight() {
    return loss.weight();
  }

  @Override
  public boolean goesOn() {
    return true;
  }

  @Override
  public boolean drawsOnce() {
    return false;
  }

  @Override
  public void exchange(Memory memory) {
    update.exchange(memory);
  }

  @Override
  public long takeClipped() {
    return update.takeClipped();
  }
}
