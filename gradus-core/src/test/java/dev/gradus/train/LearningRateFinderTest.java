package dev.gradus.train;

import static dev.gradus.layer.Dense.dense;
import static dev.gradus.loss.StandardLoss.MSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.data.BatchSource;
import dev.gradus.data.Dataset;
import dev.gradus.data.Xoshiro256;
import dev.gradus.layer.Activation;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.optimize.Adam;
import dev.gradus.optimize.Lbfgs;
import dev.gradus.optimize.LearningRate;
import org.junit.jupiter.api.Test;

class LearningRateFinderTest {
  private final Compute compute = Compute.float64();
  private final Network network = Network.of(2, dense(2, 16), Activation.RELU, dense(16, 1));

  private BatchSource source() {
    Matrix x = compute.matrix(64, 2);
    StandardInitializer.STANDARD_NORMAL.fill(x, Xoshiro256.seeded(1));
    Matrix y = compute.matrix(64, 1);
    for (int i = 0; i < 64; i++) {
      y.set(i, 0, 3 * x.get(i, 0) - x.get(i, 1));
    }
    return BatchSource.shuffled(new Dataset(x, y));
  }

  private LearningRateFinder.Sweep sweep(LearningRateFinder finder, Trainer recipe) {
    Parameters theta = network.initialize(compute, Xoshiro256.seeded(2));
    double[] before = theta.vector().toArray();
    LearningRateFinder.Sweep sweep = finder.sweep(recipe, theta, source(), Xoshiro256.seeded(3));
    assertThat(theta.vector().toArray()).as("the subject is left as it was").isEqualTo(before);
    return sweep;
  }

  @Test
  void ratesGrowByOneFactorAndTheSuggestionIsATenthOfTheLowest() {
    LearningRateFinder.Sweep sweep =
        sweep(LearningRateFinder.standard(), Trainer.of(network, MSE).withBatchSize(16));
    assertThat(sweep.points().getFirst().rate()).isEqualTo(1e-7);
    double factor = StrictMath.pow(1e8, 1.0 / 99);
    LearningRateFinder.Point lowest = sweep.points().getFirst();
    for (int i = 1; i < sweep.points().size(); i++) {
      LearningRateFinder.Point point = sweep.points().get(i);
      double before = sweep.points().get(i - 1).rate();
      assertThat(point.rate() / before).isCloseTo(factor, within(1e-12));
      lowest = point.smoothed() < lowest.smoothed() ? point : lowest;
    }
    assertThat(sweep.suggestion()).hasValue(lowest.rate() / 10);
    assertThat(sweep.suggestion().orElseThrow()).isBetween(1e-4, 0.2);
    assertThat(sweep.points().size()).as("it stops where the loss is lost").isLessThan(100);
  }

  @Test
  void theSuggestionTrains() {
    Trainer recipe = Trainer.of(network, MSE).withBatchSize(16).withOptimizer(Adam.adam());
    double rate = sweep(LearningRateFinder.standard(), recipe).suggestion().orElseThrow();
    History history = new History();
    recipe
        .withLearningRate(LearningRate.constant(rate))
        .withLength(new Length.Epochs(60))
        .train(
            network.initialize(compute, Xoshiro256.seeded(2)),
            source(),
            Xoshiro256.seeded(3),
            history);
    assertThat(history.epochs().getLast().trainingLoss())
        .isLessThan(0.05 * history.epochs().getFirst().trainingLoss());
  }

  @Test
  void smoothingIsAMeanWhoseBiasIsCorrected() {
    LearningRateFinder.Sweep sweep =
        sweep(new LearningRateFinder(1e-9, 1e-8, 3), Trainer.of(network, MSE).withBatchSize(64));
    double a = sweep.points().get(0).loss();
    double b = sweep.points().get(1).loss();
    assertThat(sweep.points().get(0).smoothed()).isCloseTo(a, within(1e-12));
    assertThat(sweep.points().get(1).smoothed())
        .isCloseTo((0.09 * a + 0.1 * b) / 0.19, within(1e-12));
  }

  @Test
  void aLossThatNeverFallsGivesNoSuggestion() {
    LearningRateFinder.Sweep sweep =
        sweep(new LearningRateFinder(1e5, 1e6, 5), Trainer.of(network, MSE).withBatchSize(64));
    assertThat(sweep.suggestion()).isEmpty();
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LearningRateFinder(1, 1, 5))
        .withMessage("rates from 1.0 to 1.0: wants 0 < from < to <= 1e6");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LearningRateFinder(1, 2, 1))
        .withMessage("1 steps; wants 2 or more");
    Trainer search = Trainer.of(network, MSE).withOptimizer(Lbfgs.lbfgs());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sweep(LearningRateFinder.standard(), search))
        .withMessage("lbfgs has no learning rate to be found");
  }
}
