package dev.gradus.train;

import dev.gradus.data.BatchSource;
import dev.gradus.matrix.ShapeException;
import dev.gradus.network.Diagnosis;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.network.Workspace;
import dev.gradus.optimize.FullBatchOptimizer;
import dev.gradus.optimize.LearningRate;
import dev.gradus.optimize.Memory;
import dev.gradus.optimize.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One run of a {@link Trainer}: the loop, and nothing but the loop. */
final class TrainingRun {
  /** Rows of a pass over the validation rows, where there are no minibatches. */
  private static final int CHUNK = 1024;

  private final Trainer recipe;
  private final Parameters theta;
  private final BatchSource source;
  private final RandomGenerator random;
  private final TrainingListener listener;
  private final Workspace workspace;
  private final Diagnosis diagnosis;
  private final Optional<Validation> validation;
  private final Epochs epochs;
  private final Optional<EarlyStopping> stopping;
  private final Supervision supervision;
  private final long steps;
  private LearningRate learningRate;
  private long step; // taken so far
  private double lossSum; // of the epoch so far
  private double weightSum;
  private long clippedSteps;
  private long keptAt = -1; // the step after which the state was kept last
  private final List<TrainingEvent.EpochEnded> ended = new ArrayList<>(); // if the run is kept

  TrainingRun(
      Trainer recipe,
      Parameters theta,
      BatchSource source,
      RandomGenerator random,
      TrainingListener listener,
      Supervision supervision) {
    requireFit(recipe.network(), source);
    this.recipe = recipe;
    this.theta = theta;
    this.source = source;
    this.random = random;
    this.listener = listener;
    this.epochs = new Epochs((source.rows() + recipe.batchSize() - 1) / recipe.batchSize());
    this.steps = steps();
    this.workspace = recipe.network().workspace(theta, workspaceRows());
    this.diagnosis = new Diagnosis(recipe.network(), workspace);
    this.validation =
        recipe.validation().map(data -> new Validation(recipe.loss(), data, workspace));
    this.learningRate = recipe.update().learningRate();
    this.stopping = recipe.stopping().map(rule -> new EarlyStopping(rule, theta.vector()));
    this.supervision = supervision;
    requireEpochsToStopAfter();
  }

  private void requireEpochsToStopAfter() {
    if (stopping.isPresent() && (validation.isEmpty() || epochs.stepsPerEpoch() == 0)) {
      throw new IllegalArgumentException(
          "early stopping looks at the validation loss after each epoch; there "
              + (validation.isEmpty()
                  ? "are no validation rows"
                  : "is no epoch in a source without end"));
    }
  }

  private static void requireFit(Network network, BatchSource source) {
    if (source.inputs() != network.inputs() || source.outputs() != network.outputs()) {
      throw new ShapeException(
          String.format(
              Locale.ROOT,
              "the source gives %d → %d values, the network takes %d → %d",
              source.inputs(),
              source.outputs(),
              network.inputs(),
              network.outputs()));
    }
  }

  private long steps() {
    return switch (recipe.length()) {
      case Length.Steps(long count) -> count;
      case Length.Epochs(int count) -> {
        if (epochs.stepsPerEpoch() == 0) {
          throw new IllegalArgumentException(
              count + " epochs of a source without end; wants a number of steps");
        }
        yield Math.multiplyExact(epochs.stepsPerEpoch(), count);
      }
    };
  }

  private int workspaceRows() {
    return switch (recipe.update().optimizer()) {
      case Optimizer optimizer -> recipe.batchSize();
      case FullBatchOptimizer optimizer -> Math.min(recipe.batchSize(), CHUNK);
    };
  }

  private Stepping stepping() {
    return switch (recipe.update().optimizer()) {
      case Optimizer optimizer ->
          new Minibatches(recipe, optimizer, workspace, source, random, epochs);
      case FullBatchOptimizer optimizer ->
          new FullBatch(recipe, optimizer, theta, source, random, epochs);
    };
  }

  void run() {
    source.begin();
    supervision.from().ifPresent(this::begin);
    Optional<Draws> first = supervision.checkpoints().map(kept -> Draws.of(random, source));
    Stepping stepping = stepping();
    listener.on(new TrainingEvent.Started(steps, epochs.in(steps)));
    supervision.from().ifPresent(state -> resume(stepping, state));
    StopReason reason = reasonToStop(stepping);
    while (reason == null) {
      take(stepping);
      reason = reasonToStop(stepping);
      if (first.isPresent()) { // without a lambda: a step allocates nothing
        keepIfDue(stepping, first.get());
      }
    }
    if (first.isPresent()) {
      keepEnd(stepping, first.get(), reason);
    }
    tellClipped(stepping, step - 1);
    requireFiniteParameters(step - 1);
    restoreBest();
    listener.on(new TrainingEvent.Finished(step, reason));
  }

  /** Looked for between the steps; null while there is none. */
  private @Nullable StopReason reasonToStop(Stepping stepping) {
    if (step == steps) {
      return new StopReason.Completed();
    }
    if (!stepping.goesOn()) {
      return new StopReason.Converged();
    }
    if (stopping.isPresent() && stopping.get().stops()) {
      return new StopReason.StoppedEarly(stopping.get().patience());
    }
    return supervision.stop().isAsked() ? new StopReason.Asked() : null;
  }

  private void take(Stepping stepping) {
    double mean = stepping.step(step, learningRate.at(step, steps));
    lossSum += mean * stepping.weight();
    weightSum += stepping.weight();
    if (recipe.reportEvery() > 0 && step % recipe.reportEvery() == 0) {
      listener.on(new TrainingEvent.Stepped(step, mean));
    }
    if (epochs.endsWith(step)) {
      tellClipped(stepping, step);
      endEpoch(step, lossSum / weightSum);
      lossSum = 0;
      weightSum = 0;
    }
    step++;
  }

  /** What has to be so before the optimizer starts. */
  private void begin(TrainingState state) {
    if (state.step() > steps) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the state is of a run with another recipe: it took %d steps, this one takes %d",
              state.step(),
              steps));
    }
    new TakingBack(state).vector(TrainingState.THETA, theta.vector());
    Draws.of(state).restore(random, source);
  }

  /** Schedule and early stopping follow from the losses; all else was kept. */
  private void resume(Stepping stepping, TrainingState state) {
    step = state.step();
    lossSum = state.lossSum();
    weightSum = state.weightSum();
    clippedSteps = state.clippedSteps();
    for (TrainingEvent.EpochEnded epoch : state.epochs()) {
      remember(epoch);
      learningRate = learningRate.afterEpoch(epoch.heldOrTrainingLoss());
      stopping.ifPresent(
          rule -> rule.endedBefore(epoch.epoch(), epoch.validationLoss().orElseThrow()));
    }
    TakingBack memory = new TakingBack(state);
    exchange(stepping, memory);
    memory.requireAll();
    listener.on(new TrainingEvent.Resumed(step, state.epochs(), clippedSteps));
  }

  private void exchange(Stepping stepping, Memory memory) {
    memory.vector(TrainingState.THETA, theta.vector());
    stepping.exchange(memory);
    stopping.ifPresent(rule -> rule.exchange(memory));
  }

  private void keepIfDue(Stepping stepping, Draws first) {
    int every = supervision.checkpoints().orElseThrow().everyEpochs();
    if (epochs.endsWith(step - 1) && epochs.in(step) % every == 0) {
      keep(stepping, first);
    }
  }

  private void keepEnd(Stepping stepping, Draws first, StopReason reason) {
    if (reason instanceof StopReason.Asked) {
      keep(stepping, first);
    } else {
      supervision.checkpoints().orElseThrow().last().accept(state(stepping, first));
    }
  }

  /** Once after each step at most. */
  private void keep(Stepping stepping, Draws first) {
    if (keptAt != step) {
      keptAt = step;
      supervision.checkpoints().orElseThrow().keeper().accept(state(stepping, first));
    }
  }

  /**
   * A copy.
   *
   * @param first what the rows followed from before the first step
   */
  private TrainingState state(Stepping stepping, Draws first) {
    tellClipped(stepping, step - 1);
    Keeping memory = new Keeping();
    exchange(stepping, memory);
    Draws draws = stepping.drawsOnce() ? first : Draws.of(random, source);
    return new TrainingState(
        step,
        lossSum,
        weightSum,
        clippedSteps,
        ended,
        draws.random(),
        draws.position(),
        memory.vectors(),
        memory.numbers());
  }

  private void tellClipped(Stepping stepping, long step) {
    long count = stepping.takeClipped();
    clippedSteps += count;
    if (count > 0) {
      listener.on(new TrainingEvent.Clipped(count, step));
    }
  }

  private void endEpoch(long step, double trainingLoss) {
    requireFiniteParameters(step);
    OptionalDouble held =
        validation.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(validation.get().loss());
    if (!Double.isFinite(held.orElse(0))) {
      Diagnosis.Finding finding = new Diagnosis.Finding("the validation loss", held.getAsDouble());
      throw epochs.diverged(step, Optional.of(finding));
    }
    TrainingEvent.EpochEnded epoch =
        new TrainingEvent.EpochEnded(epochs.of(step), trainingLoss, held);
    listener.on(epoch);
    remember(epoch);
    learningRate = learningRate.afterEpoch(epoch.heldOrTrainingLoss());
    stopping.ifPresent(rule -> rule.ended(epochs.of(step), held.orElseThrow()));
  }

  private void remember(TrainingEvent.EpochEnded epoch) {
    if (supervision.checkpoints().isPresent()) {
      ended.add(epoch);
    }
  }

  private void restoreBest() {
    if (stopping.isEmpty() || step == epochs.stepsPerEpoch() * (long) stopping.get().bestEpoch()) {
      return; // the parameters are the best ones
    }
    EarlyStopping best = stopping.get();
    if (best.bestEpoch() > 0) {
      best.restore();
      listener.on(new TrainingEvent.BestRestored(best.bestEpoch(), best.lowest()));
    }
  }

  /** What only an optimizer of the user's own can do, and no loss has told yet. */
  private void requireFiniteParameters(long step) {
    if (!Double.isFinite(theta.vector().magnitude())) {
      throw epochs.diverged(step, diagnosis.ofParameters());
    }
  }
}
