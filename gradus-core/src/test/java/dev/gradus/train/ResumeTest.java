package dev.gradus.train;

import static dev.gradus.layer.Dense.dense;
import static dev.gradus.loss.StandardLoss.MSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.data.BatchSource;
import dev.gradus.data.Dataset;
import dev.gradus.data.Xoshiro256;
import dev.gradus.layer.Activation;
import dev.gradus.layer.BatchNorm;
import dev.gradus.layer.Dropout;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import dev.gradus.matrix.RowWeights;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.optimize.FullBatchOptimizer;
import dev.gradus.optimize.LearningRate;
import dev.gradus.optimize.Optimizer;
import dev.gradus.optimize.Schedule;
import dev.gradus.optimize.Sgd;
import dev.gradus.optimize.StandardOptimizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that was stopped and goes on from its state has every bit of one never stopped. */
class ResumeTest {
  private static final int ROWS = 23; // batches of 5, the last of 3

  private final Compute compute = Compute.float64();
  private final Network network =
      Network.of(3, dense(3, 5), Activation.TANH, dense(5, 4), Activation.TANH, dense(4, 2));

  /** What a run leaves: θ, the words of its generator, and what it told, but for single steps. */
  private record Left(List<Double> theta, List<Long> random, List<TrainingEvent> told) {}

  private static Dataset data(Compute compute, int rows, int seed) {
    Matrix x = compute.matrix(rows, 3);
    Matrix y = compute.matrix(rows, 2);
    StandardInitializer.STANDARD_NORMAL.fill(x, Xoshiro256.seeded(seed));
    StandardInitializer.STANDARD_NORMAL.fill(y, Xoshiro256.seeded(seed + 1));
    return new Dataset(x, y);
  }

  private Trainer recipe(StandardOptimizer optimizer) {
    boolean whole = optimizer.standard() instanceof FullBatchOptimizer;
    return Trainer.of(network, MSE)
        .withOptimizer(optimizer.standard())
        .withLearningRate(LearningRate.cosine(0.05))
        .withBatchSize(whole ? ROWS : 5)
        .withLength(new Length.Epochs(whole ? 40 : 8))
        .withReportEvery(1);
  }

  private Trainer watched(Trainer recipe, StoppingRule rule) {
    return recipe.withValidation(data(compute, 7, 11)).withStopping(rule);
  }

  /** Stops after these numbers of steps; each time a new run goes on from nothing but the state. */
  private Left train(Trainer recipe, Dataset data, int... stops) {
    List<TrainingEvent> told = new ArrayList<>();
    Optional<TrainingState> state = Optional.empty();
    Parameters theta = recipe.network().initialize(data.x().compute(), Xoshiro256.seeded(7));
    Xoshiro256 random = Xoshiro256.seeded(5);
    for (int part = 0; part <= stops.length; part++) {
      long stop = part < stops.length ? stops[part] : -1;
      StopSignal signal = new StopSignal();
      told.clear();
      List<TrainingState> kept = new ArrayList<>();
      recipe.train(
          theta,
          BatchSource.shuffled(data),
          random,
          event -> hear(event, told, signal, stop),
          new Supervision(signal, Optional.of(new Checkpoints(3, kept::add)), state));
      if (part < stops.length) {
        state = Optional.of(kept.getLast());
        assertThat(state.get().step()).isEqualTo(stop);
        theta = recipe.network().zeros(data.x().compute());
        random = Xoshiro256.seeded(99);
      }
    }
    return new Left(
        Arrays.stream(theta.vector().toArray()).boxed().toList(),
        Arrays.stream(random.state()).boxed().toList(),
        told);
  }

  private static void hear(
      TrainingEvent event, List<TrainingEvent> told, StopSignal signal, long stop) {
    switch (event) {
      case TrainingEvent.Stepped stepped -> {
        if (stepped.step() + 1 == stop) {
          signal.ask();
        }
      }
      case TrainingEvent.Resumed resumed -> told.addAll(resumed.epochs());
      case TrainingEvent.Clipped clipped -> {} // counted in the next test
      default -> told.add(event);
    }
  }

  /** At the end of an epoch, in the middle of one, and ten times. */
  private void requireSame(Trainer recipe, Dataset data, int steps) {
    Left whole = train(recipe, data);
    assertThat(train(recipe, data, steps / 2)).isEqualTo(whole);
    assertThat(train(recipe, data, steps / 2 + 3)).isEqualTo(whole);
    int[] ten = new SplittableRandom(1).ints(1, steps).distinct().limit(10).sorted().toArray();
    assertThat(train(recipe, data, ten)).isEqualTo(whole);
  }

  @ParameterizedTest
  @EnumSource
  void everyOptimizerGoesOn(StandardOptimizer optimizer) {
    for (Precision precision : Precision.values()) {
      try (Compute compute = Compute.of(precision, 1)) {
        requireSame(recipe(optimizer), data(compute, ROWS, 3), 40);
      }
    }
  }

  @Test
  void momentumAndGroupsWithAPaceOfTheirOwnGoOn() {
    Dataset data = data(compute, ROWS, 3);
    for (Optimizer optimizer : List.of(Sgd.momentum(0.9), Sgd.nesterov(0.5))) {
      requireSame(
          recipe(StandardOptimizer.SGD)
              .withOptimizer(optimizer)
              .withGroups(new ParameterGroup("W1", 0.5), new ParameterGroup("b2", 0)),
          data,
          40);
    }
    requireSame(recipe(StandardOptimizer.LBFGS).withGroups(new ParameterGroup("W2", 0)), data, 40);
  }

  @ParameterizedTest
  @EnumSource
  void everyScheduleGoesOn(Schedule schedule) {
    Trainer recipe =
        watched(recipe(StandardOptimizer.ADAM), StoppingRule.bestOnly())
            .withLearningRate(LearningRate.warmUp(0.2, schedule.of(0.05)));
    requireSame(recipe, data(compute, ROWS, 3), 40);
  }

  @Test
  void aScheduleThatFollowsTheLossesGoesOn() {
    Trainer recipe =
        watched(recipe(StandardOptimizer.ADAM), StoppingRule.bestOnly())
            .withLearningRate(LearningRate.reduceOnPlateau(0.5, 0.5, 1));
    requireSame(recipe, data(compute, ROWS, 3), 40);
  }

  @Test
  void dropoutRunningStatisticsAndWeightsGoOn() {
    Network layered =
        Network.of(
            3,
            dense(3, 6),
            BatchNorm.batchNorm(),
            Activation.RELU,
            new Dropout(0.3),
            dense(6, 4),
            Activation.TANH,
            dense(4, 2));
    Trainer recipe =
        watched(
            Trainer.of(layered, MSE)
                .withUpdate(recipe(StandardOptimizer.NADAM).update())
                .withBatchSize(5)
                .withLength(new Length.Epochs(8))
                .withReportEvery(1),
            StoppingRule.patience(3));
    double[] weights = new double[ROWS];
    Arrays.setAll(weights, i -> i % 4);
    requireSame(recipe, data(compute, ROWS, 3).withWeights(RowWeights.of(weights)), 20);
  }

  @Test
  void severalThreadsGoOnAsOne() {
    Trainer recipe = recipe(StandardOptimizer.ADAM);
    Left one = train(recipe, data(compute, ROWS, 3));
    try (Compute two = Compute.of(Precision.FLOAT64, 2)) {
      assertThat(train(recipe, data(two, ROWS, 3), 7, 22).theta()).isEqualTo(one.theta());
    }
  }

  @Test
  void earlyStoppingCountsOnAndKnowsTheBestOfBefore() {
    Trainer recipe =
        watched(recipe(StandardOptimizer.ADAM), StoppingRule.patience(2))
            .withLearningRate(LearningRate.constant(0.3))
            .withLength(new Length.Epochs(30));
    Left whole = train(recipe, data(compute, ROWS, 3));
    assertThat(whole.told()).hasAtLeastOneElementOfType(TrainingEvent.BestRestored.class);
    TrainingEvent.Finished end = (TrainingEvent.Finished) whole.told().getLast();
    assertThat(end.reason()).isEqualTo(new StopReason.StoppedEarly(2));
    for (int stop = 1; stop < end.steps(); stop++) {
      assertThat(train(recipe, data(compute, ROWS, 3), stop)).as("at " + stop).isEqualTo(whole);
    }
  }

  @Test
  void clippedStepsAreCountedOn() {
    Trainer recipe = recipe(StandardOptimizer.SGD).withClipping(Clipping.byNorm(0.5));
    Dataset data = data(compute, ROWS, 3);
    History whole = new History();
    recipe.train(
        network.initialize(compute, Xoshiro256.seeded(7)),
        BatchSource.shuffled(data),
        Xoshiro256.seeded(5),
        whole);
    assertThat(whole.clippedSteps()).isPositive();
    StopSignal signal = new StopSignal();
    List<TrainingState> kept = new ArrayList<>();
    recipe.train(
        network.initialize(compute, Xoshiro256.seeded(7)),
        BatchSource.shuffled(data),
        Xoshiro256.seeded(5),
        event -> hear(event, new ArrayList<>(), signal, 22),
        Supervision.stoppedBy(signal).keptBy(new Checkpoints(100, kept::add)));
    History resumed = new History();
    recipe.train(
        network.zeros(compute),
        BatchSource.shuffled(data),
        Xoshiro256.seeded(1),
        resumed,
        Supervision.none().from(kept.getLast()));
    assertThat(resumed.clippedSteps()).isEqualTo(whole.clippedSteps());
    assertThat(resumed.epochs()).isEqualTo(whole.epochs());
  }

  @Test
  void theStateIsKeptEverySoManyEpochsAndOnceWhenAskedAtTheEndOfOne() {
    StopSignal signal = new StopSignal();
    List<TrainingState> kept = new ArrayList<>();
    recipe(StandardOptimizer.ADAM)
        .train(
            network.initialize(compute, Xoshiro256.seeded(7)),
            BatchSource.shuffled(data(compute, ROWS, 3)),
            Xoshiro256.seeded(5),
            event -> hear(event, new ArrayList<>(), signal, 30),
            Supervision.stoppedBy(signal).keptBy(new Checkpoints(2, kept::add)));
    assertThat(kept).extracting(TrainingState::step).containsExactly(10L, 20L, 30L);
    assertThat(kept.getLast().vectors()).containsOnlyKeys("theta", "0.m", "0.v");
    assertThat(kept.getLast().numbers()).containsOnlyKeys("0.power1", "0.power2");
  }

  @Test
  void whoAsksBeforeTheFirstStepKeepsTheStart() {
    StopSignal signal = new StopSignal();
    signal.ask();
    List<TrainingState> kept = new ArrayList<>();
    Parameters theta = network.initialize(compute, Xoshiro256.seeded(7));
    recipe(StandardOptimizer.ADAM)
        .train(
            theta,
            BatchSource.shuffled(data(compute, ROWS, 3)),
            Xoshiro256.seeded(5),
            TrainingListener.silent(),
            Supervision.stoppedBy(signal).keptBy(new Checkpoints(2, kept::add)));
    assertThat(kept).hasSize(1);
    assertThat(kept.getFirst().step()).isZero();
    assertThat(kept.getFirst().vectors().get("theta")).isEqualTo(theta.vector().toArray());
  }

  @Test
  void theStateOfAnotherRecipeIsRefused() {
    List<TrainingState> kept = new ArrayList<>();
    Dataset data = data(compute, ROWS, 3);
    recipe(StandardOptimizer.ADAM)
        .train(
            network.initialize(compute, Xoshiro256.seeded(7)),
            BatchSource.shuffled(data),
            Xoshiro256.seeded(5),
            TrainingListener.silent(),
            Supervision.none().keptBy(new Checkpoints(8, kept::add)));
    TrainingState state = kept.getLast();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> resume(recipe(StandardOptimizer.SGD), data, state))
        .withMessageContaining("another recipe: 0.m does not fit");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> resume(recipe(StandardOptimizer.AMSGRAD), data, state))
        .withMessageContaining("another recipe: 0.u does not fit");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                resume(
                    recipe(StandardOptimizer.ADAM).withLength(new Length.Epochs(7)), data, state))
        .withMessageContaining("it took 40 steps, this one takes 35");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> resume(recipe(StandardOptimizer.ADAM), data(compute, ROWS + 1, 3), state))
        .withMessageContaining("a place among 23 rows; the data set has 24");
  }

  private void resume(Trainer recipe, Dataset data, TrainingState state) {
    recipe.train(
        network.zeros(compute),
        BatchSource.shuffled(data),
        Xoshiro256.seeded(1),
        TrainingListener.silent(),
        Supervision.none().from(state));
  }

  @Test
  void whatDoesNotSayWhatItRemembersIsNotKeptInSilence() {
    Optimizer own =
        new Optimizer() {
          @Override
          public Run start(Matrix theta) {
            return (x, gradient, rate) -> x.addScaled(-rate, gradient);
          }

          @Override
          public String name() {
            return "own";
          }
        };
    Trainer recipe = recipe(StandardOptimizer.ADAM).withOptimizer(own);
    assertThatThrownBy(() -> train(recipe, data(compute, ROWS, 3), 3))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("does not say what it remembers");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                recipe(StandardOptimizer.ADAM)
                    .train(
                        network.zeros(compute),
                        BatchSource.shuffled(data(compute, ROWS, 3)),
                        new java.util.Random(1),
                        TrainingListener.silent(),
                        Supervision.none().keptBy(new Checkpoints(1, state -> {}))))
        .withMessageContaining("draws from a Xoshiro256");
  }
}
