package dev.gradus.train;

import static dev.gradus.layer.Dense.dense;
import static dev.gradus.loss.StandardLoss.MSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.data.BatchSource;
import dev.gradus.data.Dataset;
import dev.gradus.data.Xoshiro256;
import dev.gradus.loss.Loss;
import dev.gradus.loss.PointwiseLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.RowWeights;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.network.Penalty;
import dev.gradus.optimize.Adam;
import dev.gradus.optimize.LearningRate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TrainerTest {
  private final Compute compute = Compute.float64();
  private final Network line = Network.of(1, dense(1, 1));
  private final List<TrainingEvent> events = new ArrayList<>();

  /** y = 2 x − 1 at x = 0, 1, …. */
  private Dataset onALine(int rows) {
    Matrix x = compute.matrix(rows, 1);
    Matrix y = compute.matrix(rows, 1);
    for (int i = 0; i < rows; i++) {
      x.set(i, 0, i);
      y.set(i, 0, 2 * i - 1);
    }
    return new Dataset(x, y);
  }

  private void train(Trainer recipe, Parameters theta, BatchSource source) {
    recipe.train(theta, source, Xoshiro256.seeded(1), events::add);
  }

  @Test
  void eventsComeInTheirOrder() {
    Trainer recipe =
        Trainer.of(line, MSE).withBatchSize(2).withLength(new Length.Epochs(2)).withReportEvery(2);
    train(recipe, line.zeros(compute), BatchSource.shuffled(onALine(5))); // 3 batches an epoch
    assertThat(events)
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly(
            "Started",
            "Stepped", // 0
            "Stepped", // 2
            "EpochEnded",
            "Stepped", // 4
            "EpochEnded",
            "Finished");
    assertThat(events.getFirst()).isEqualTo(new TrainingEvent.Started(6, 2));
    assertThat(events.getLast())
        .isEqualTo(new TrainingEvent.Finished(6, new StopReason.Completed()));
    assertThat(events)
        .filteredOn(TrainingEvent.Stepped.class::isInstance)
        .extracting(event -> ((TrainingEvent.Stepped) event).step())
        .containsExactly(0L, 2L, 4L);
  }

  @Test
  void aPenaltyPullsWeightsAndNotBiases() {
    Parameters theta = line.zeros(compute);
    theta.vector().setAll(new double[] {2, -1}); // the line itself: the loss has no gradient
    Trainer recipe =
        Trainer.of(line, MSE)
            .withPenalty(Penalty.l2(0.5))
            .withLearningRate(LearningRate.constant(0.1))
            .withLength(new Length.Steps(1));
    train(recipe, theta, BatchSource.shuffled(onALine(5)));
    assertThat(theta.vector().toArray()).containsExactly(2 - 0.1 * 0.5 * 2, -1);
    assertThat(((TrainingEvent.Stepped) events.get(1)).loss()).isZero(); // told without it
  }

  @Test
  void trainingLossIsTheMeanOverRowsAndValidationLossThatOfItsRows() {
    // a rate too small to move anything in float64: the losses stay those of ŷ = 0
    Dataset data = onALine(5); // targets −1, 1, 3, 5, 7: mean square 17
    Dataset held = onALine(3); // −1, 1, 3: 11/3, in batches of 2 and 1
    Trainer recipe =
        Trainer.of(line, MSE)
            .withBatchSize(2)
            .withLearningRate(LearningRate.constant(1e-300))
            .withLength(new Length.Epochs(1))
            .withReportEvery(0)
            .withValidation(held);
    train(recipe, line.zeros(compute), BatchSource.shuffled(data));
    assertThat(events).hasSize(3);
    TrainingEvent.EpochEnded ended = (TrainingEvent.EpochEnded) events.get(1);
    assertThat(ended.epoch()).isEqualTo(1);
    assertThat(ended.trainingLoss()).isCloseTo(17, within(1e-14));
    assertThat(ended.validationLoss().orElseThrow()).isCloseTo(11.0 / 3, within(1e-14));
  }

  @Test
  void rowsCountByTheirWeightsInTrainingAndValidation() {
    Dataset data = onALine(5).withWeights(RowWeights.of(1, 0, 2, 0, 1)); // (1 + 18 + 49) / 4
    Dataset held = onALine(3).withWeights(RowWeights.of(0, 0, 0.5)); // 9
    Trainer recipe =
        Trainer.of(line, MSE)
            .withBatchSize(2)
            .withLearningRate(LearningRate.constant(1e-300))
            .withLength(new Length.Epochs(1))
            .withReportEvery(0)
            .withValidation(held);
    train(recipe, line.zeros(compute), BatchSource.shuffled(data));
    TrainingEvent.EpochEnded ended = (TrainingEvent.EpochEnded) events.get(1);
    assertThat(ended.trainingLoss()).isCloseTo(17, within(1e-14));
    assertThat(ended.validationLoss().orElseThrow()).isEqualTo(9);
    assertThatThrownBy(() -> onALine(5).withWeights(RowWeights.ones(4)))
        .hasMessage("x is [5 × 1], there are 4 weights");
  }

  @Test
  void weightsOfOneTrainTheSameBits() {
    Trainer recipe = Trainer.of(line, MSE).withBatchSize(2).withLength(new Length.Epochs(3));
    Parameters plain = line.zeros(compute);
    Parameters weighted = line.zeros(compute);
    train(recipe, plain, BatchSource.shuffled(onALine(5)));
    Dataset ones = onALine(5).withWeights(RowWeights.ones(5));
    train(recipe, weighted, BatchSource.shuffled(ones));
    assertThat(weighted.vector().toArray()).isEqualTo(plain.vector().toArray());
  }

  @Test
  void aLossWithAWrongGradientIsRefusedBeforeAnythingIsLearned() {
    record Halved() implements PointwiseLoss {
      @Override
      public double value(double p, double t) {
        return (p - t) * (p - t);
      }

      @Override
      public double derivative(double p, double t) {
        return p - t;
      }
    }
    Parameters theta = line.zeros(compute);
    Trainer recipe = Trainer.of(line, Loss.pointwise(new Halved()));
    assertThatThrownBy(() -> train(recipe, theta, BatchSource.shuffled(onALine(5))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the gradient of loss Halved[] is wrong");
    assertThat(theta.vector().toArray()).containsOnly(0);
  }

  @Test
  void oneStepIsTheGradientTimesTheRate() {
    Parameters theta = line.zeros(compute);
    BatchSource one = BatchSource.drawn(1, 1, (random, x, y) -> y[0] = x[0] = 3);
    Trainer recipe =
        Trainer.of(line, MSE)
            .withBatchSize(4)
            .withLearningRate(LearningRate.constant(0.125))
            .withLength(new Length.Steps(1));
    train(recipe, theta, one);
    // ŷ = 0: dŷ = −6 in the mean, dW = 3 · (−6), db = −6
    assertThat(theta.vector().toArray()).containsExactly(18 * 0.125, 6 * 0.125);
    assertThat(events)
        .containsExactly(
            new TrainingEvent.Started(1, 0),
            new TrainingEvent.Stepped(0, 9),
            new TrainingEvent.Finished(1, new StopReason.Completed()));
  }

  @Test
  void learnsTheLine() {
    Parameters theta = line.zeros(compute);
    Trainer recipe =
        Trainer.of(line, MSE)
            .withOptimizer(Adam.adam())
            .withLearningRate(LearningRate.linearDecay(0.1))
            .withBatchSize(4)
            .withLength(new Length.Epochs(500));
    train(recipe, theta, BatchSource.shuffled(onALine(10)));
    assertThat(theta.get("W1").get(0, 0)).isCloseTo(2, within(1e-3));
    assertThat(theta.get("b1").get(0, 0)).isCloseTo(-1, within(1e-3));
  }

  @Test
  void validationDoesNotChangeWhatIsLearned() {
    Parameters with = line.zeros(compute);
    Parameters without = line.zeros(compute);
    Trainer recipe = Trainer.of(line, MSE).withBatchSize(3).withLength(new Length.Epochs(4));
    train(recipe.withValidation(onALine(7)), with, BatchSource.shuffled(onALine(10)));
    train(recipe, without, BatchSource.shuffled(onALine(10)));
    assertThat(with.vector().toArray()).isEqualTo(without.vector().toArray());
  }

  @Test
  void epochsOfASourceWithoutEndAreRefused() {
    BatchSource endless = BatchSource.drawn(1, 1, (random, x, y) -> {});
    Trainer recipe = Trainer.of(line, MSE).withLength(new Length.Epochs(3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> train(recipe, line.zeros(compute), endless))
        .withMessage("3 epochs of a source without end; wants a number of steps");
  }

  @Test
  void noStepsLeaveEverythingAsItWas() {
    Parameters theta = line.zeros(compute);
    train(
        Trainer.of(line, MSE).withLength(new Length.Steps(0)),
        theta,
        BatchSource.shuffled(onALine(5)));
    assertThat(events)
        .containsExactly(
            new TrainingEvent.Started(0, 0),
            new TrainingEvent.Finished(0, new StopReason.Completed()));
  }

  @Test
  void settingsOutsideTheirRangesAreRefused() {
    Trainer recipe = Trainer.of(line, MSE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> recipe.withBatchSize(0))
        .withMessage("batch size 0; wants 1 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> recipe.withReportEvery(-1))
        .withMessage("report every -1; wants 0 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Length.Steps(-1))
        .withMessage("-1 steps; wants 0 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Length.Epochs(-1))
        .withMessage("-1 epochs; wants 0 or more");
    assertThat(recipe.batchSize()).isEqualTo(32);
    assertThat(recipe.length()).isEqualTo(new Length.Steps(1000));
    assertThat(recipe.reportEvery()).isEqualTo(10);
  }

  @Test
  void historyKeepsStepsAndEpochsAndListenersCanBeChained() {
    History history = new History();
    Trainer recipe = Trainer.of(line, MSE).withBatchSize(5).withLength(new Length.Epochs(12));
    recipe.train(
        line.zeros(compute),
        BatchSource.shuffled(onALine(5)),
        Xoshiro256.seeded(1),
        history.and(TrainingListener.silent()).and(events::add));
    assertThat(history.steps()).extracting(TrainingEvent.Stepped::step).containsExactly(0L, 10L);
    assertThat(history.epochs()).hasSize(12);
    assertThat(history.epochs().getLast().validationLoss()).isEqualTo(OptionalDouble.empty());
    assertThat(history.epochs().getLast().trainingLoss())
        .isLessThan(history.epochs().getFirst().trainingLoss());
    assertThat(events).hasSize(16);
    List<TrainingEvent.Stepped> copy = history.steps();
    history.on(new TrainingEvent.Stepped(99, 1));
    assertThat(copy).hasSize(2);
    assertThat(history.steps()).hasSize(3);
  }
}
