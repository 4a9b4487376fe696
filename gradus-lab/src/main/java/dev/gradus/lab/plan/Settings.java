package dev.gradus.lab.plan;

import dev.gradus.layer.Activation;
import dev.gradus.layer.Dense;
import dev.gradus.layer.Layer;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.loss.StandardLoss;
import dev.gradus.network.Network;
import dev.gradus.network.Penalty;
import dev.gradus.optimize.FullBatchOptimizer;
import dev.gradus.optimize.Schedule;
import dev.gradus.optimize.StandardOptimizer;
import dev.gradus.tabular.model.Normalization;
import dev.gradus.tabular.model.Perceptron;
import dev.gradus.train.Length;
import dev.gradus.train.Trainer;
import java.util.List;
import java.util.Optional;

/**
 * How a network is made and trained; which data there are stands in its {@link Task}.
 *
 * @param hidden layers between input and output
 * @param initializer of all weights; unless stated by the activation
 * @param loss what is made small
 * @param optimizer how it descends
 * @param learningRate the greatest
 * @param schedule of the rate
 * @param batchSize rows of a step
 * @param l2 penalty on the weights
 * @param dropout share of hidden units dropped in training
 * @param steps of a run
 * @param seed of everything that is drawn
 */
public record Settings(
    List<Hidden> hidden,
    Optional<StandardInitializer> initializer,
    StandardLoss loss,
    StandardOptimizer optimizer,
    double learningRate,
    Schedule schedule,
    int batchSize,
    double l2,
    double dropout,
    long steps,
    long seed) {

  /** Copies the list. */
  public Settings {
    hidden = List.copyOf(hidden);
  }

  /** The article's recipe: unscaled normal draws, plain gradient descent, fresh batches of 16. */
  static Settings article() {
    return new Settings(
        List.of(new Hidden(16, Activation.RELU), new Hidden(32, Activation.RELU)),
        Optional.of(StandardInitializer.STANDARD_NORMAL),
        StandardLoss.MAE,
        StandardOptimizer.SGD,
        1e-3,
        Schedule.CONSTANT,
        16,
        0,
        0,
        10_000,
        0);
  }

  /**
   * For small tables: two layers of 16, and Adam at ten times the rate of its paper, which is for
   * networks a thousand times as large.
   */
  static Settings small(Activation activation, StandardLoss loss) {
    return new Settings(
        List.of(new Hidden(16, activation), new Hidden(16, activation)),
        Optional.empty(),
        loss,
        StandardOptimizer.ADAM,
        1e-2,
        Schedule.CONSTANT,
        32,
        0,
        0,
        10_000,
        0);
  }

  /** Whether each step takes all rows. */
  public boolean isFullBatch() {
    return optimizer.standard() instanceof FullBatchOptimizer;
  }

  /** The network between an input and an output of these widths. */
  Network network(int inputs, int outputs) {
    Perceptron perceptron =
        new Perceptron(
            hidden.stream().map(Hidden::units).toList(),
            hidden.stream().map(Hidden::activation).toList(),
            Normalization.NONE,
            dropout,
            initializer);
    return Network.of(
        inputs, perceptron.layers(inputs, outputs).stream().map(Settings::drawn).toList());
  }

  /** The article draws its biases too, unscaled; all others begin at 0. */
  private static Layer drawn(Layer layer) {
    return layer instanceof Dense dense && dense.weights() == StandardInitializer.STANDARD_NORMAL
        ? dense.withBiases(StandardInitializer.STANDARD_NORMAL)
        : layer;
  }

  /** The penalty. */
  public Penalty penalty() {
    return Penalty.l2(l2);
  }

  /**
   * The recipe of the run.
   *
   * @param rows to learn from; 0 where fresh ones never end
   */
  Trainer trainer(Network network, int rows) {
    int most = rows == 0 ? batchSize : Math.min(batchSize, rows);
    return Trainer.of(network, loss)
        .withOptimizer(optimizer.standard())
        .withLearningRate(schedule.of(learningRate))
        .withPenalty(penalty())
        .withBatchSize(isFullBatch() && rows > 0 ? rows : most)
        .withLength(new Length.Steps(steps))
        .withReportEvery(1);
  }
}
