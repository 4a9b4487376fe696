package dev.gradus.tabular.model;

import static dev.gradus.layer.Dense.dense;

import dev.gradus.data.BatchSource;
import dev.gradus.data.Dataset;
import dev.gradus.data.Xoshiro256;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Precision;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.network.Penalty;
import dev.gradus.optimize.Lbfgs;
import dev.gradus.train.Length;
import dev.gradus.train.Trainer;
import dev.gradus.train.TrainingListener;

/**
 * Fits the linear model beside which a network has to stand: one dense layer on the same inputs and
 * targets. Of values it is ridge regression, of classes logistic regression:
 *
 * <pre>
 * Σ |yᵢ − ŷᵢ|² + α |W|²,  α = 1        or        Σ −ln pᵢ(true class) + |W|² / (2 C),  C = 1
 * </pre>
 *
 * <p>which are scikit-learn's defaults for both. A mean over n rows of k outputs is 1 / (n k), or 1
 * / n, of those sums, so the {@link Penalty#l2 penalty} ½ · l2 · |W|² has l2 = 2 α / (n k), or 1 /
 * (C n).
 *
 * <p>Both are convex. L-BFGS runs in float64 until it finds no lower point, or for {@value
 * #MOST_STEPS} iterations; on very large tables for fewer.
 */
final class LinearFit {
  /** As scikit-learn's logistic regression has it. */
  static final int MOST_STEPS = 100;

  /** Beside a training of a minute it is not to take another. */
  private static final double MOST_FLOP = 2e11;

  private LinearFit() {}

  /** One dense layer. */
  static Network network(int inputs, int outputs) {
    return Network.of(inputs, dense(inputs, outputs));
  }

  /**
   * Fits.
   *
   * @param data of the training rows, inputs and targets as the network gets them
   * @param output what the network's last layer means
   * @param precision in which the network's parameters are kept, and these too
   * @param threads to compute with; the result does not depend on it
   */
  static FittedNetwork of(Dataset data, Output output, Precision precision, int threads) {
    Network network = network(data.x().columns(), data.target().columns());
    double flopEach = 6.0 * network.parameterCount() * data.rows();
    int steps = (int) Math.clamp(MOST_FLOP / flopEach, 5, MOST_STEPS);
    try (Compute compute = Compute.of(Precision.FLOAT64, threads, flopEach * steps)) {
      Parameters theta = network.zeros(compute);
      Trainer.of(network, loss(output))
          .withOptimizer(Lbfgs.lbfgs())
          .withBatchSize(data.rows())
          .withReportEvery(0)
          .withPenalty(penalty(data, output))
          .withLength(new Length.Epochs(steps))
          .train(
              theta,
              BatchSource.shuffled(in(data, compute)),
              Xoshiro256.seeded(0),
              TrainingListener.silent());
      return new FittedNetwork(network, kept(theta, precision));
    }
  }

  private static Dataset in(Dataset data, Compute compute) {
    var x = compute.matrix(data.x().rows(), data.x().columns());
    x.setAll(data.x().toArray());
    var target = compute.matrix(data.target().rows(), data.target().columns());
    target.setAll(data.target().toArray());
    return new Dataset(x, target, data.weights());
  }

  private static StandardLoss loss(Output output) {
    return switch (output) {
      case VALUE, VALUES, QUANTILES -> StandardLoss.MSE;
      case BINARY_LOGIT -> StandardLoss.BCE;
      case LOGITS -> StandardLoss.SOFTMAX_CE;
    };
  }

  private static Penalty penalty(Dataset data, Output output) {
    double rows = data.weights().map(w -> w.total(data.rows())).orElse((double) data.rows());
    boolean values = output != Output.LOGITS && output != Output.BINARY_LOGIT;
    return Penalty.l2(values ? 2 / (rows * data.target().columns()) : 1 / rows);
  }

  private static Parameters kept(Parameters theta, Precision precision) {
    try (Compute compute = Compute.of(precision, 1, 0)) {
      return theta.copy(compute);
    }
  }
}
