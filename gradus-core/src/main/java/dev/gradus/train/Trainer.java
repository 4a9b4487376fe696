package dev.gradus.train;

import dev.gradus.data.BatchSource;
import dev.gradus.data.Dataset;
import dev.gradus.error.DivergedException;
import dev.gradus.loss.Loss;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.network.Penalty;
import dev.gradus.optimize.Descent;
import dev.gradus.optimize.LearningRate;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The recipe of a training run.
 *
 * <pre>{@code
 * Trainer.of(network, MAE)
 *     .withOptimizer(adam())
 *     .withLearningRate(linearDecay(1e-2))
 *     .withLength(new Length.Steps(10_000))
 *     .train(theta, source, random, listener);
 * }</pre>
 *
 * @param network what is trained
 * @param loss what is made small
 * @param update how the gradient becomes a step; plain gradient descent at 1e-3 unless said
 *     otherwise
 * @param batchSize rows of a minibatch; 32 unless said otherwise
 * @param length how long; 1,000 steps unless said otherwise
 * @param reportEvery every how many steps there is a {@link TrainingEvent.Stepped}; 0 for never; 10
 *     unless said otherwise
 * @param validation rows that are never learned from, evaluated after each epoch
 * @param penalty whose gradient is added to that of the loss; none unless said otherwise. The
 *     losses that are told are without it, so that they can be compared with those of validation
 *     rows
 * @param stopping when to stop before the end, by the loss of the validation rows; the best
 *     parameters are then put back. None unless said otherwise: all steps are taken, and the last
 *     parameters stay
 */
public record Trainer(
    Network network,
    Loss loss,
    UpdateRule update,
    int batchSize,
    Length length,
    long reportEvery,
    Optional<Dataset> validation,
    Penalty penalty,
    Optional<StoppingRule> stopping) {

  /** Checks the ranges. */
  public Trainer {
    if (batchSize < 1) {
      throw new IllegalArgumentException("batch size " + batchSize + "; wants 1 or more");
    }
    if (reportEvery < 0) {
      throw new IllegalArgumentException("report every " + reportEvery + "; wants 0 or more");
    }
    update.requireFit(network);
  }

  /** A recipe with the defaults above. */
  public static Trainer of(Network network, Loss loss) {
    return new Trainer(
        network,
        loss,
        UpdateRule.plain(),
        32,
        new Length.Steps(1000),
        10,
        Optional.empty(),
        Penalty.NONE,
        Optional.empty());
  }

  /** With another rule for the steps. */
  public Trainer withUpdate(UpdateRule other) {
    return new Trainer(
        network, loss, other, batchSize, length, reportEvery, validation, penalty, stopping);
  }

  /** With another optimizer. */
  public Trainer withOptimizer(Descent other) {
    return withUpdate(update.withOptimizer(other));
  }

  /** With another schedule. */
  public Trainer withLearningRate(LearningRate other) {
    return withUpdate(update.withLearningRate(other));
  }

  /** With clipped gradients. */
  public Trainer withClipping(Clipping other) {
    return withUpdate(update.withClipping(other));
  }

  /** With parameters that have a pace of their own, or are frozen. */
  public Trainer withGroups(ParameterGroup... groups) {
    return withUpdate(update.withGroups(List.of(groups)));
  }

  /** With a limit for the norm of each unit's incoming weights. */
  public Trainer withMaxNorm(double limit) {
    return withUpdate(update.withMaxNorm(limit));
  }

  /** With another batch size. */
  public Trainer withBatchSize(int other) {
    return new Trainer(
        network, loss, update, other, length, reportEvery, validation, penalty, stopping);
  }

  /** With another length. */
  public Trainer withLength(Length other) {
    return new Trainer(
        network, loss, update, batchSize, other, reportEvery, validation, penalty, stopping);
  }

  /** With another number of steps between reports. */
  public Trainer withReportEvery(long other) {
    return new Trainer(
        network, loss, update, batchSize, length, other, validation, penalty, stopping);
  }

  /** With validation rows. */
  public Trainer withValidation(Dataset other) {
    return new Trainer(
        network,
        loss,
        update,
        batchSize,
        length,
        reportEvery,
        Optional.of(other),
        penalty,
        stopping);
  }

  /** With a penalty. */
  public Trainer withPenalty(Penalty other) {
    return new Trainer(
        network, loss, update, batchSize, length, reportEvery, validation, other, stopping);
  }

  /** With early stopping; wants validation rows and a source that has epochs. */
  public Trainer withStopping(StoppingRule rule) {
    return new Trainer(
        network,
        loss,
        update,
        batchSize,
        length,
        reportEvery,
        validation,
        penalty,
        Optional.of(rule));
  }

  /** Without validation rows, and so without early stopping. */
  public Trainer withoutValidation() {
    return new Trainer(
        network,
        loss,
        update,
        batchSize,
        length,
        reportEvery,
        Optional.empty(),
        penalty,
        Optional.empty());
  }

  /**
   * Trains.
   *
   * @param theta finite; changed step by step; its precision and threads are the run's
   * @param source of the minibatches
   * @param random what the source draws from
   * @param listener hears what happens
   * @throws DivergedException if a loss, a gradient or a parameter is not finite; θ is then as it
   *     was before the step that was at fault
   */
  public void train(
      Parameters theta, BatchSource source, RandomGenerator random, TrainingListener listener) {
    train(theta, source, random, listener, Supervision.none());
  }

  /**
   * The same, supervised from outside.
   *
   * @param supervision how it can be stopped, kept and resumed
   */
  public void train(
      Parameters theta,
      BatchSource source,
      RandomGenerator random,
      TrainingListener listener,
      Supervision supervision) {
    new TrainingRun(this, theta, source, random, listener, supervision).run();
  }
}
