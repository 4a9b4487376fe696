package dev.gradus.tabular.model;

import dev.gradus.layer.Activation;
import dev.gradus.loss.StandardLoss;
import dev.gradus.tabular.preprocess.Task;
import java.util.List;
import java.util.Optional;

/**
 * How a model is trained. {@link #standard} has the defaults.
 *
 * @param perceptron the network's hidden layers
 * @param loss by the task, unless stated: mse, or softmax_ce
 * @param epochs passes over the training rows
 * @param batchSize rows in each step
 * @param update how a gradient becomes a step
 * @param validation fraction of the rows that is held out
 * @param task by the target, unless stated
 * @param seed of everything that is drawn
 * @param threads to compute with; the result does not depend on it
 */
public record TrainingSettings(
    Perceptron perceptron,
    Optional<StandardLoss> loss,
    int epochs,
    int batchSize,
    UpdateSettings update,
    double validation,
    Optional<Task> task,
    long seed,
    int threads) {

  /**
   * Two hidden layers of 64 with ReLU, neither normalized nor thinned by dropout; 100 epochs in
   * batches of 32 with Adam at 1e-3, the rate of its paper, down along a cosine; a fifth of the
   * rows held out; seed 0; one thread. Loss and task follow the target.
   */
  public static TrainingSettings standard() {
    return new TrainingSettings(
        Perceptron.of(List.of(64, 64), Activation.RELU),
        Optional.empty(),
        100,
        32,
        UpdateSettings.adam(1e-3),
        0.2,
        Optional.empty(),
        0,
        1);
  }
}
