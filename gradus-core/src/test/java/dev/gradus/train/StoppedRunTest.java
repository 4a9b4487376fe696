package dev.gradus.train;

import static dev.gradus.layer.Dense.dense;
import static dev.gradus.loss.StandardLoss.MSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gradus.data.BatchSource;
import dev.gradus.data.Dataset;
import dev.gradus.data.Xoshiro256;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.optimize.LearningRate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs that end before their last step. */
class StoppedRunTest {
  private final Compute compute = Compute.float64();
  private final Network point = Network.of(1, dense(1, 1).withoutBias());
  private final List<TrainingEvent> events = new ArrayList<>();

  /** ŷ = w and y = target: the loss is (w − target)², and w moves from 0 to the training target. */
  private Dataset wants(double target) {
    Matrix x = compute.matrix(2, 1);
    Matrix y = compute.matrix(2, 1);
    x.setAll(new double[] {1, 1});
    y.setAll(new double[] {target, target});
    return new Dataset(x, y);
  }

  /** w goes half the way to 1 in each epoch: 1/2, 3/4, 7/8, …. */
  private final Trainer halving =
      Trainer.of(point, MSE)
          .withBatchSize(2)
          .withLearningRate(LearningRate.constant(0.25))
          .withLength(new Length.Epochs(20))
          .withReportEvery(0);

  private double train(Trainer recipe, StopSignal signal, TrainingListener listener) {
    Parameters theta = point.zeros(compute);
    recipe.train(
        theta,
        BatchSource.shuffled(wants(1)),
        Xoshiro256.seeded(1),
        listener.and(events::add),
        Supervision.stoppedBy(signal));
    return theta.vector().get(0, 0);
  }

  private double train(Trainer recipe) {
    return train(recipe, new StopSignal(), TrainingListener.silent());
  }

  @Test
  void stopsEarlyAndPutsTheBestParametersBack() {
    Trainer recipe = halving.withValidation(wants(0.75)).withStopping(StoppingRule.patience(3));
    assertThat(train(recipe)).isEqualTo(0.75); // after epoch 2
    assertThat(events)
        .endsWith(
            new TrainingEvent.BestRestored(2, 0),
            new TrainingEvent.Finished(5, new StopReason.StoppedEarly(3)));
  }

  @Test
  void theBestIsPutBackAfterAWholeRunToo() {
    Trainer recipe = halving.withValidation(wants(0.875)).withStopping(StoppingRule.bestOnly());
    assertThat(train(recipe)).isEqualTo(0.875);
    assertThat(events)
        .endsWith(
            new TrainingEvent.BestRestored(3, 0),
            new TrainingEvent.Finished(20, new StopReason.Completed()));
  }

  @Test
  void nothingIsPutBackWhereTheLastEpochIsTheBest() {
    Trainer recipe =
        halving
            .withValidation(wants(1))
            .withStopping(StoppingRule.patience(2))
            .withLength(new Length.Epochs(4));
    assertThat(train(recipe)).isEqualTo(15.0 / 16);
    assertThat(events).noneMatch(TrainingEvent.BestRestored.class::isInstance);
  }

  @Test
  void withoutARuleTheLastParametersStay() {
    assertThat(train(halving.withValidation(wants(0.75)))).isGreaterThan(0.999);
  }

  @Test
  void theBatchAtHandIsFinishedWhenSomebodyAsks() {
    StopSignal signal = new StopSignal();
    TrainingListener askAfterThree =
        event -> {
          if (event instanceof TrainingEvent.EpochEnded ended && ended.epoch() == 3) {
            signal.ask();
          }
        };
    assertThat(train(halving, signal, askAfterThree)).isEqualTo(7.0 / 8);
    assertThat(events.getLast()).isEqualTo(new TrainingEvent.Finished(3, new StopReason.Asked()));
  }

  @Test
  void whoAsksInTheMiddleOfAnEpochGetsTheBestEpoch() {
    StopSignal signal = new StopSignal();
    TrainingListener askAtStepFive =
        event -> {
          if (event instanceof TrainingEvent.Stepped stepped && stepped.step() == 4) {
            signal.ask();
          }
        };
    Trainer steps = // two steps an epoch
        halving
            .withBatchSize(1)
            .withReportEvery(1)
            .withValidation(wants(0.75))
            .withStopping(StoppingRule.bestOnly());
    assertThat(train(steps, signal, askAtStepFive)).isEqualTo(0.75); // after epoch 1
    assertThat(events)
        .endsWith(
            new TrainingEvent.BestRestored(1, 0),
            new TrainingEvent.Finished(5, new StopReason.Asked()));
  }

  @Test
  void whoAsksBeforeTheFirstStepGetsTheStart() {
    StopSignal signal = new StopSignal();
    signal.ask();
    Trainer recipe = halving.withValidation(wants(1)).withStopping(StoppingRule.patience(1));
    assertThat(train(recipe, signal, TrainingListener.silent())).isZero();
    assertThat(events)
        .containsExactly(
            new TrainingEvent.Started(20, 20),
            new TrainingEvent.Finished(0, new StopReason.Asked()));
  }

  @Test
  void earlyStoppingWantsValidationRowsAndEpochs() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> train(halving.withStopping(StoppingRule.patience(1))))
        .withMessageEndingWith("there are no validation rows");
    Trainer endless =
        halving
            .withLength(new Length.Steps(5))
            .withValidation(wants(1))
            .withStopping(StoppingRule.patience(1));
    BatchSource source = BatchSource.drawn(1, 1, (random, x, y) -> {});
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> endless.train(point.zeros(compute), source, Xoshiro256.seeded(1), events::add))
        .withMessageEndingWith("there is no epoch in a source without end");
  }
}
