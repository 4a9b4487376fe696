package dev.gradus.tabular.model;

import dev.gradus.optimize.LearningRate;
import dev.gradus.optimize.Optimizer;
import dev.gradus.train.TrainingEvent;
import dev.gradus.train.TrainingListener;
import dev.gradus.train.UpdateRule;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;

/** Follows the learning rate of a run, and tells of its epochs with it. */
final class EpochWatch implements TrainingListener {
  private final boolean hasRate;
  private final DoubleSupplier metric;
  private final EpochListener to;
  private LearningRate rate;
  private long steps;
  private int epochs;

  /**
   * @param metric of the validation rows at present
   */
  EpochWatch(UpdateRule rule, DoubleSupplier metric, EpochListener to) {
    this.hasRate = rule.optimizer() instanceof Optimizer;
    this.rate = rule.learningRate();
    this.metric = metric;
    this.to = to;
  }

  @Override
  public void on(TrainingEvent event) {
    if (event instanceof TrainingEvent.Started started) {
      steps = started.steps();
      epochs = started.epochs();
    } else if (event instanceof TrainingEvent.Resumed resumed) {
      resumed.epochs().forEach(epoch -> rate = rate.afterEpoch(epoch.heldOrTrainingLoss()));
    } else if (event instanceof TrainingEvent.EpochEnded ended) {
      to.ended(
          new Epoch(
              ended.epoch(), ended.trainingLoss(), ended.validationLoss(), rate(ended), metric));
      rate = rate.afterEpoch(ended.validationLoss().orElse(ended.trainingLoss()));
    }
  }

  private OptionalDouble rate(TrainingEvent.EpochEnded ended) {
    if (!hasRate || epochs == 0) {
      return OptionalDouble.empty();
    }
    long last = steps / epochs * ended.epoch() - 1;
    return OptionalDouble.of(rate.at(last, steps));
  }
}
