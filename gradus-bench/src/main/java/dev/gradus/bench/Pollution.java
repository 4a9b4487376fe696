package dev.gradus.bench;

import static dev.gradus.layer.Dense.dense;

import dev.gradus.data.BatchSource;
import dev.gradus.data.Dataset;
import dev.gradus.data.Xoshiro256;
import dev.gradus.layer.Activation;
import dev.gradus.layer.Layer;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.optimize.Adam;
import dev.gradus.optimize.Optimizer;
import dev.gradus.optimize.Sgd;
import dev.gradus.train.Length;
import dev.gradus.train.Trainer;
import dev.gradus.train.TrainingListener;
import java.util.List;

/**
 * Trains with every activation, loss, optimizer, precision and kind of kernel, so that the compiler
 * has seen all of them before anything is timed. A process that only ever saw one of each is faster
 * than any program that does more than one thing.
 */
final class Pollution {
  private static final int ROWS = 48;
  private static final int INPUTS = 5;
  private static final int HIDDEN = 19;
  private static final int OUTPUTS = 3;
  private static final int BATCH = 16;

  private Pollution() {}

  /**
   * Trains a network of each kind.
   *
   * @param threads of each
   * @param epochs for each; three steps each
   * @return how many networks there were
   */
  static int spread(int threads, int epochs) {
    int networks = 0;
    for (Precision precision : Precision.values()) {
      for (double flop : new double[] {1, Double.POSITIVE_INFINITY}) {
        try (Compute compute = Compute.of(precision, threads, flop)) {
          networks += spread(compute, epochs);
        }
      }
    }
    return networks;
  }

  private static int spread(Compute compute, int epochs) {
    int networks = 0;
    Dataset data = data(compute);
    for (Activation activation : Activation.values()) {
      for (StandardLoss loss : StandardLoss.values()) {
        for (Optimizer optimizer : List.of(Sgd.sgd(), Sgd.momentum(0.9), Adam.adam())) {
          train(activation, loss, optimizer, data, epochs);
          networks++;
        }
      }
    }
    return networks;
  }

  private static Dataset data(Compute compute) {
    Xoshiro256 random = Xoshiro256.seeded(1);
    Matrix x = OurWorkloads.uniform(compute, ROWS, INPUTS, random);
    Matrix target = compute.matrix(ROWS, OUTPUTS);
    for (int i = 0; i < ROWS; i++) {
      target.set(i, random.nextInt(OUTPUTS), 1);
    }
    return new Dataset(x, target);
  }

  private static void train(
      Layer activation, StandardLoss loss, Optimizer optimizer, Dataset data, int epochs) {
    Network network =
        Network.of(
            INPUTS,
            dense(INPUTS, HIDDEN),
            activation,
            dense(HIDDEN, HIDDEN),
            activation,
            dense(HIDDEN, OUTPUTS));
    Xoshiro256 random = Xoshiro256.seeded(2);
    Parameters theta = network.initialize(data.x().compute(), random);
    Trainer.of(network, loss)
        .withOptimizer(optimizer)
        .withBatchSize(BATCH)
        .withLength(new Length.Epochs(epochs))
        .withReportEvery(1)
        .train(theta, BatchSource.shuffled(data), random, TrainingListener.silent());
    network.predict(theta, data.x());
  }
}
