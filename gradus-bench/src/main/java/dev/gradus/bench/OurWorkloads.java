package dev.gradus.bench;

import static dev.gradus.layer.Dense.dense;

import dev.gradus.data.BatchSource;
import dev.gradus.data.Dataset;
import dev.gradus.data.Xoshiro256;
import dev.gradus.layer.Activation;
import dev.gradus.layer.Initializer;
import dev.gradus.layer.Layer;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.network.Network;
import dev.gradus.optimize.Adam;
import dev.gradus.optimize.Sgd;
import dev.gradus.train.Trainer;
import java.util.ArrayList;
import java.util.List;

/** The workloads as a user of Gradus would write them: networks, data, recipes. */
final class OurWorkloads {
  private static final long SEED = 20;

  private OurWorkloads() {}

  /** Dense layers with relu between them. */
  static Network network(Shape shape, Initializer weights) {
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < shape.depth(); i++) {
      if (i > 0) {
        layers.add(Activation.RELU);
      }
      layers.add(dense(shape.widths().get(i), shape.widths().get(i + 1)).withWeights(weights));
    }
    return Network.of(shape.inputs(), layers);
  }

  /** The network of a workload: W1's weights are drawn as in the article. */
  static Network network(Workload workload) {
    boolean article = workload.shape().equals(Workload.W1.shape());
    return network(
        workload.shape(),
        article ? StandardInitializer.STANDARD_NORMAL : StandardInitializer.HE_NORMAL);
  }

  /** The recipe of a workload that trains, with no report but those of the epochs. */
  static Trainer recipe(Workload workload) {
    Network network = network(workload);
    Trainer recipe =
        switch (workload) {
          case W1, W1W -> Trainer.of(network, StandardLoss.MAE).withOptimizer(Sgd.sgd());
          case W2 -> Trainer.of(network, StandardLoss.SOFTMAX_CE).withOptimizer(Adam.adam());
          case W3 -> Trainer.of(network, StandardLoss.MSE).withOptimizer(Sgd.sgd());
          case W4, W5 -> throw new IllegalArgumentException(workload + " trains nothing");
        };
    return recipe.withBatchSize(workload.batch()).withReportEvery(0);
  }

  /**
   * Points of the sine on [−5, 5), drawn for ever. {@code Math.sin}, as a program would take that
   * need not have the same bits on every machine: the peers' own sines do not promise them either.
   */
  static BatchSource sine() {
    return BatchSource.drawn(
        1,
        1,
        (random, x, y) -> {
          x[0] = 10 * random.nextDouble() - 5;
          y[0] = Math.sin(x[0]);
        });
  }

  /** Rows of unit variance; one-hot labels for W2, numbers for W3; drawn, so nothing to learn. */
  static Dataset rows(Workload workload, Compute compute) {
    Xoshiro256 random = Xoshiro256.seeded(SEED);
    Matrix x = uniform(compute, workload.rows(), workload.shape().inputs(), random);
    int outputs = workload.shape().outputs();
    if (workload == Workload.W3) {
      return new Dataset(x, uniform(compute, workload.rows(), outputs, random));
    }
    Matrix target = compute.matrix(workload.rows(), outputs);
    for (int i = 0; i < target.rows(); i++) {
      target.set(i, random.nextInt(outputs), 1);
    }
    return new Dataset(x, target);
  }

  /** Independent values of mean 0 and variance 1, uniform on [−√3, √3). */
  static Matrix uniform(Compute compute, int rows, int columns, Xoshiro256 random) {
    Matrix matrix = compute.matrix(rows, columns);
    double[] row = new double[columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        row[j] = Math.sqrt(3) * (2 * random.nextDouble() - 1);
      }
      matrix.setRow(i, row);
    }
    return matrix;
  }
}
