package dev.gradus;

import static dev.gradus.layer.Dense.dense;
import static dev.gradus.layer.Residual.residual;

import dev.gradus.data.BatchSource;
import dev.gradus.data.Dataset;
import dev.gradus.data.Xoshiro256;
import dev.gradus.layer.Activation;
import dev.gradus.layer.Layer;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.layer.StandardLayer;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.optimize.Adam;
import dev.gradus.optimize.LearningRate;
import dev.gradus.optimize.Optimizer;
import dev.gradus.optimize.Sgd;
import dev.gradus.optimize.StandardOptimizer;
import dev.gradus.train.Clipping;
import dev.gradus.train.Length;
import dev.gradus.train.Trainer;
import dev.gradus.train.TrainingEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains every activation and every layer with every loss for a few steps, and with every optimizer
 * one layer that is large enough to be shared by threads; prints a hash of all losses, parameters
 * and predictions.
 */
final class TinyTraining {
  private long hash = 0xcbf29ce484222325L;

  private TinyTraining() {}

  /** The number of threads is its argument. */
  static void main(String[] args) {
    int threads = Integer.parseInt(args[0]);
    TinyTraining training = new TinyTraining();
    for (Precision precision : Precision.values()) {
      try (Compute compute = Compute.of(precision, threads)) {
        for (StandardLoss loss : StandardLoss.values()) {
          training.train(compute, loss, 3, 5, 7, 3);
        }
        training.train(compute, StandardLoss.MSE, 64, 64, 33, 1); // packed by vector kernels
      }
    }
    System.out.println(Long.toHexString(training.hash));
  }

  private void train(
      Compute compute, StandardLoss loss, int width, int hidden, int rows, int epochs) {
    for (Optimizer optimizer : rows > 10 ? all() : List.of(Sgd.nesterov(0.9), Adam.adam())) {
      Xoshiro256 random = Xoshiro256.seeded(1);
      Matrix x = compute.matrix(rows, width);
      Matrix target = compute.matrix(rows, 2);
      StandardInitializer.STANDARD_NORMAL.fill(x, random);
      StandardInitializer.GLOROT_UNIFORM.fill(target, random);
      Network network = network(width, hidden);
      Parameters theta = network.initialize(compute, random);
      Trainer.of(network, loss)
          .withOptimizer(optimizer)
          .withLearningRate(LearningRate.cosine(0.05))
          .withBatchSize(rows > 10 ? rows : 4)
          .withLength(new Length.Epochs(epochs))
          .withReportEvery(1)
          .withClipping(Clipping.byNorm(0.5))
          .withMaxNorm(3)
          .train(theta, BatchSource.shuffled(new Dataset(x, target)), random, this::hear);
      add(theta.vector().toArray());
      add(network.predict(theta, x).toArray());
    }
  }

  private static List<Optimizer> all() {
    List<Optimizer> all = new ArrayList<>(List.of(Sgd.momentum(0.9)));
    for (StandardOptimizer entry : StandardOptimizer.values()) {
      if (entry.standard() instanceof Optimizer optimizer) {
        all.add(optimizer);
      }
    }
    return all;
  }

  private static Network network(int width, int hidden) {
    List<Layer> layers = new ArrayList<>(List.of(dense(width, hidden)));
    layers.addAll(List.of(Activation.values()));
    for (StandardLayer layer : StandardLayer.values()) {
      layers.add(residual(layer.standard()));
    }
    layers.add(StandardLayer.LAYER_NORM.standard()); // so that the rate suits every loss
    layers.add(dense(hidden, 2));
    return Network.of(width, layers);
  }

  private void hear(TrainingEvent event) {
    if (event instanceof TrainingEvent.Stepped stepped) {
      add(stepped.loss());
    }
  }

  /** Fowler, Noll, Vo (FNV-1a) over the bits, 64 at a time. */
  private void add(double... values) {
    for (double value : values) {
      hash = (hash ^ Double.doubleToRawLongBits(value)) * 0x100000001b3L;
      hash ^= hash >>> 29;
    }
  }
}
