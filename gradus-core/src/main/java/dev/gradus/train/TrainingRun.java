package dev.gradus.train;

import dev.gradus.data.BatchSource;
import dev.gradus.data.Dataset;
import dev.gradus.error.DivergedException;
import dev.gradus.error.Location;
import dev.gradus.loss.Loss;
import dev.gradus.loss.LossCheck;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.RowWeights;
import dev.gradus.matrix.ShapeException;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.network.Workspace;
import dev.gradus.optimize.Optimizer;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/** One run of a {@link Trainer}: the loop, and nothing but the loop. */
final class TrainingRun {
  private final Trainer recipe;
  private final Parameters theta;
  private final BatchSource source;
  private final RandomGenerator random;
  private final TrainingListener listener;
  private final Workspace workspace;
  private final Optimizer.Run optimizer;
  private final RowWeights weights; // of the batch; ones unless the source has others
  private final Loss loss;
  private final long stepsPerEpoch; // 0: the source has no epochs
  private final long steps;

  TrainingRun(
      Trainer recipe,
      Parameters theta,
      BatchSource source,
      RandomGenerator random,
      TrainingListener listener) {
    requireFit(recipe.network(), source);
    this.recipe = recipe;
    this.theta = theta;
    this.source = source;
    this.random = random;
    this.listener = listener;
    this.stepsPerEpoch = (source.rows() + recipe.batchSize() - 1) / recipe.batchSize();
    this.steps = steps();
    this.workspace = recipe.network().workspace(theta, recipe.batchSize());
    this.optimizer = recipe.optimizer().start(theta.vector());
    this.weights = RowWeights.ones(recipe.batchSize());
    this.loss = source.weighted() ? recipe.loss().weighted(weights) : recipe.loss();
  }

  private static void requireFit(Network network, BatchSource source) {
    if (source.inputs() != network.inputs() || source.outputs() != network.outputs()) {
      throw new ShapeException(
          "the source gives %d → %d values, the network takes %d → %d"
              .formatted(source.inputs(), source.outputs(), network.inputs(), network.outputs()));
    }
  }

  private long steps() {
    return switch (recipe.length()) {
      case Length.Steps(long count) -> count;
      case Length.Epochs(int count) -> {
        if (stepsPerEpoch == 0) {
          throw new IllegalArgumentException(
              count + " epochs of a source without end; wants a number of steps");
        }
        yield Math.multiplyExact(stepsPerEpoch, count);
      }
    };
  }

  void run() {
    int epochs = stepsPerEpoch == 0 ? 0 : Math.toIntExact(steps / stepsPerEpoch);
    source.begin();
    listener.on(new TrainingEvent.Started(steps, epochs));
    double lossSum = 0;
    double weightSum = 0;
    for (long step = 0; step < steps; step++) {
      double mean = step(step);
      double weight = weights.total(workspace.x().rows());
      lossSum += mean * weight;
      weightSum += weight;
      if (recipe.reportEvery() > 0 && step % recipe.reportEvery() == 0) {
        listener.on(new TrainingEvent.Stepped(step, mean));
      }
      if (stepsPerEpoch > 0 && (step + 1) % stepsPerEpoch == 0) {
        int epoch = (int) ((step + 1) / stepsPerEpoch);
        OptionalDouble validation = validationLoss();
        requireFinite("the validation loss", validation.orElse(0), step);
        listener.on(new TrainingEvent.EpochEnded(epoch, lossSum / weightSum, validation));
        lossSum = 0;
        weightSum = 0;
      }
    }
    requireFiniteParameters();
    listener.on(new TrainingEvent.Finished(steps));
  }

  /** The last step is followed by no loss that would tell. */
  private void requireFiniteParameters() {
    theta
        .views()
        .forEach(
            (name, block) -> {
              for (double value : block.toArray()) {
                requireFinite("parameter " + name, value, steps - 1);
              }
            });
  }

  /** One minibatch, from its rows to the changed parameters. */
  private double step(long step) {
    workspace.rows(recipe.batchSize());
    workspace.rows(source.next(workspace.x(), workspace.target(), random));
    if (source.weighted()) {
      source.weights(weights);
    }
    workspace.forwardTraining(random);
    double mean =
        loss.evaluate(workspace.prediction(), workspace.target(), workspace.dPrediction());
    requireFinite("the loss", mean, step);
    if (step == 0 && !(recipe.loss() instanceof StandardLoss)) {
      LossCheck.require(recipe.loss(), workspace.prediction(), workspace.target());
    }
    workspace.backward();
    double rate = recipe.learningRate().at(step, steps);
    optimizer.step(theta.vector(), workspace.gradient().vector(), rate);
    return mean;
  }

  private void requireFinite(String what, double value, long step) {
    if (!Double.isFinite(value)) {
      String when =
          stepsPerEpoch == 0
              ? "step " + (step + 1)
              : "epoch " + (step / stepsPerEpoch + 1) + ", batch " + (step % stepsPerEpoch + 1);
      throw new DivergedException(
          "training.diverged",
          Location.of(""),
          "training diverged at " + when + ": " + what + " is " + value,
          "try a learning rate ten times smaller, or scaled inputs");
    }
  }

  private OptionalDouble validationLoss() {
    if (recipe.validation().isEmpty()) {
      return OptionalDouble.empty();
    }
    Dataset data = recipe.validation().get();
    RowWeights counts = RowWeights.ones(recipe.batchSize());
    Loss measure = data.weights().isPresent() ? recipe.loss().weighted(counts) : recipe.loss();
    double sum = 0;
    double total = 0;
    for (int at = 0; at < data.rows(); at += recipe.batchSize()) {
      int n = Math.min(recipe.batchSize(), data.rows() - at);
      workspace.rows(n);
      workspace.x().set(rows(data.x(), at, n));
      workspace.target().set(rows(data.target(), at, n));
      for (int i = 0; data.weights().isPresent() && i < n; i++) {
        counts.set(i, data.weights().get().get(at + i));
      }
      workspace.forward();
      sum += counts.total(n) * measure.value(workspace.prediction(), workspace.target());
      total += counts.total(n);
    }
    return OptionalDouble.of(sum / total);
  }

  private static Matrix rows(Matrix all, int from, int n) {
    return all.view(from * all.columns(), n, all.columns());
  }
}
