package dev.gradus.cli;

import static dev.gradus.layer.Dense.dense;

import dev.gradus.data.BatchSource;
import dev.gradus.layer.Activation;
import dev.gradus.layer.Dense;
import dev.gradus.layer.Layer;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.optimize.Adam;
import dev.gradus.optimize.LearningRate;
import dev.gradus.optimize.Optimizer;
import dev.gradus.optimize.Sgd;
import dev.gradus.train.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One way to teach sin(x) to a small ReLU network: the article's, or the improved one.
 *
 * @param name for legends and reports
 * @param network with its initializers
 * @param optimizer how it descends
 * @param learningRate of each step
 */
record ArticleRecipe(String name, Network network, Optimizer optimizer, LearningRate learningRate) {
  /** The ends of the interval on which sin is learned. */
  static final double REACH = 5;

  /** The article's number of points on the interval, on which the fit is judged. */
  static final int GRID = 1000;

  /** Rate of the improved recipe at its start: the best of 1e-1, 3e-2, 1e-2, 3e-3 over 40 seeds. */
  private static final double IMPROVED_RATE = 1e-2;

  /** Unscaled standard normal draws for weights and biases, plain gradient descent. */
  static ArticleRecipe original(List<Integer> hidden, double rate) {
    UnaryOperator<Dense> unscaled =
        layer ->
            layer
                .withWeights(StandardInitializer.STANDARD_NORMAL)
                .withBiases(StandardInitializer.STANDARD_NORMAL);
    return new ArticleRecipe(
        "the article's recipe", network(hidden, unscaled), Sgd.sgd(), LearningRate.constant(rate));
  }

  /** Weights scaled by fan-in, Adam, and a rate that falls to nothing. */
  static ArticleRecipe improved(List<Integer> hidden) {
    return new ArticleRecipe(
        "the improved recipe",
        network(hidden, UnaryOperator.identity()),
        Adam.adam(),
        LearningRate.linearDecay(IMPROVED_RATE));
  }

  /** 1 – hidden… – 1, with ReLU between the layers and none at the end. */
  private static Network network(List<Integer> hidden, UnaryOperator<Dense> initialized) {
    List<Layer> layers = new ArrayList<>();
    int width = 1;
    for (int next : hidden) {
      layers.add(initialized.apply(dense(width, next)));
      layers.add(Activation.RELU);
      width = next;
    }
    layers.add(initialized.apply(dense(width, 1)));
    return Network.of(1, layers);
  }

  /** Fresh samples for ever: x uniform on [−5, 5), y = sin x. */
  static BatchSource samples() {
    return BatchSource.drawn(
        1,
        1,
        (random, x, y) -> {
          x[0] = 2 * REACH * random.nextDouble() - REACH;
          y[0] = StrictMath.sin(x[0]);
        });
  }

  Trainer trainer() {
    return Trainer.of(network, StandardLoss.MAE)
        .withOptimizer(optimizer)
        .withLearningRate(learningRate);
  }

  /** The points from −5 to 5, both ends included. */
  static double[] grid() {
    double[] grid = new double[GRID];
    for (int i = 0; i < GRID; i++) {
      grid[i] = -REACH + 2 * REACH * i / (GRID - 1);
    }
    return grid;
  }

  /** What the network makes of each point of the grid. */
  double[] fit(Compute compute, Parameters theta) {
    Matrix x = compute.matrix(GRID, 1);
    x.setAll(grid());
    return network.predict(theta, x).toArray();
  }

  /** The mean of |fit − sin| over the grid. */
  static double gridError(double[] fit) {
    double[] grid = grid();
    double sum = 0;
    for (int i = 0; i < GRID; i++) {
      sum += Math.abs(fit[i] - StrictMath.sin(grid[i]));
    }
    return sum / GRID;
  }
}
