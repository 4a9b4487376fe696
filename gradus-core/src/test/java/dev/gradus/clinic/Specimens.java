package dev.gradus.clinic;

import dev.gradus.data.Xoshiro256;
import dev.gradus.layer.Activation;
import dev.gradus.layer.Dense;
import dev.gradus.layer.Layer;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.network.Network;
import dev.gradus.network.Penalty;
import java.util.ArrayList;
import java.util.List;

/** Networks with a batch, drawn. */
final class Specimens {
  private static final List<Activation> ACTIVATIONS =
      List.of(Activation.RELU, Activation.LEAKY_RELU, Activation.TANH, Activation.SIGMOID);
  private static final List<StandardLoss> LOSSES =
      List.of(StandardLoss.MAE, StandardLoss.MSE, StandardLoss.BCE, StandardLoss.SOFTMAX_CE);

  private final Xoshiro256 random;
  private final Compute compute = Compute.float64();

  Specimens(long seed) {
    random = Xoshiro256.seeded(seed);
  }

  Xoshiro256 random() {
    return random;
  }

  /** 2 to 4 dense layers, widths 1 to 8, batch 1 to 16; most of them with a penalty. */
  Specimen next() {
    int depth = 2 + random.nextInt(3);
    int inputs = 1 + random.nextInt(8);
    int width = inputs;
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < depth; i++) {
      int next = random.nextInt(3) == 0 ? width : 1 + random.nextInt(8);
      layers.add(Dense.dense(width, next).withBiases(StandardInitializer.STANDARD_NORMAL));
      if (i < depth - 1) {
        layers.add(ACTIVATIONS.get(random.nextInt(ACTIVATIONS.size())));
      }
      width = next;
    }
    Matrix x = normal(1 + random.nextInt(16), inputs);
    Network network = Network.of(inputs, layers);
    StandardLoss loss = LOSSES.get(random.nextInt(LOSSES.size()));
    Penalty penalty =
        new Penalty(
            random.nextInt(3) == 0 ? random.nextDouble() : 0,
            random.nextBoolean() ? 0 : 0.1 + random.nextDouble());
    return new Specimen(network, loss, penalty, x, shares(x.rows(), width));
  }

  double[] theta(Specimen specimen) {
    return specimen.network().initialize(compute, random).vector().toArray();
  }

  private Matrix normal(int rows, int columns) {
    Matrix matrix = compute.matrix(rows, columns);
    StandardInitializer.STANDARD_NORMAL.fill(matrix, random);
    return matrix;
  }

  /** Positive rows that sum to 1: right for every loss. */
  private Matrix shares(int rows, int columns) {
    Matrix shares = compute.matrix(rows, columns);
    for (int i = 0; i < rows; i++) {
      double[] row = new double[columns];
      double sum = 0;
      for (int j = 0; j < columns; j++) {
        row[j] = 0.1 + random.nextDouble();
        sum += row[j];
      }
      for (int j = 0; j < columns; j++) {
        row[j] /= sum;
      }
      shares.setRow(i, row);
    }
    return shares;
  }
}
