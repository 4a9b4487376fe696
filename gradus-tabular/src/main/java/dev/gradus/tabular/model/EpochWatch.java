package dev.gradus.tabular.model;

import dev.gradus.optimize.LearningRate;
import dev.gradus.optimize.Optimizer;
import dev.gradus.train.TrainingEvent;
import dev.gradus.train.TrainingEvent.EpochEnded;
import dev.gradus.train.TrainingListener;
import dev.gradus.train.UpdateRule;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;

/**
 * Follows the learning rate of a run, and tells of its epochs with it; of a resumed run, first of
 * those that ended before.
 */
final class EpochWatch implements TrainingListener {
  private final boolean hasRate;
  private final MetricHistory metrics;
  private final EpochListener to;
  private LearningRate rate;
  private long steps;
  private int epochs;

  /**
   * @param metrics of the validation rows after each epoch
   */
  EpochWatch(UpdateRule rule, MetricHistory metrics, EpochListener to) {
    this.hasRate = rule.optimizer() instanceof Optimizer;
    this.rate = rule.learningRate();
    this.metrics = metrics;
    this.to = to;
  }

  @Override
  public void on(TrainingEvent event) {
    if (event instanceof TrainingEvent.Started started) {
      steps = started.steps();
      epochs = started.epochs();
    } else if (event instanceof TrainingEvent.Resumed resumed) {
      before(resumed.epochs());
    } else if (event instanceof EpochEnded ended) {
      tell(ended, metrics.present());
    }
  }

  private void before(List<EpochEnded> all) {
    for (int i = 0; i < all.size(); i++) {
      double metric = metrics.before(i);
      tell(all.get(i), () -> metric);
    }
  }

  private void tell(EpochEnded ended, DoubleSupplier metric) {
    to.ended(
        new Epoch(
            ended.epoch(), ended.trainingLoss(), ended.validationLoss(), rate(ended), metric));
    rate = rate.afterEpoch(ended.heldOrTrainingLoss());
  }

  private OptionalDouble rate(EpochEnded ended) {
    if (!hasRate || epochs == 0) {
      return OptionalDouble.empty();
    }
    long last = steps / epochs * ended.epoch() - 1;
    return OptionalDouble.of(rate.at(last, steps));
  }
}
