package dev.gradus.network;

import dev.gradus.calculus.GradientCheck;
import dev.gradus.calculus.GradientReport;
import dev.gradus.calculus.Objective;
import dev.gradus.data.Xoshiro256;
import dev.gradus.layer.Activation;
import dev.gradus.layer.Dense;
import dev.gradus.layer.EveryLayer;
import dev.gradus.layer.Layer;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.optimize.Adam;
import dev.gradus.optimize.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A network with a batch, drawn from the tables: one to four dense layers of width 1 to 12, any
 * activations, any loss, 1 to 16 samples, with or without a penalty.
 */
record RandomProblem(
    Network network,
    StandardLoss loss,
    Penalty penalty,
    Matrix x,
    Matrix target,
    Parameters theta,
    long seed,
    String description) {

  /** The losses follow in turn, so that each comes up equally often. */
  static RandomProblem drawn(long seed) {
    return drawn(seed, false);
  }

  /**
   * The same, with layers of every other kind among them: normalization, masks, residual blocks.
   */
  static RandomProblem withEveryLayer(long seed) {
    return drawn(seed, true);
  }

  private static RandomProblem drawn(long seed, boolean everyLayer) {
    Xoshiro256 random = Xoshiro256.seeded(seed);
    StandardLoss[] losses = StandardLoss.values();
    StandardLoss loss = losses[(int) (seed % losses.length)];
    int in = 1 + random.nextInt(12);
    Network network = Network.of(in, layers(in, random, everyLayer));
    int rows = 1 + random.nextInt(16);
    Penalty penalty = random.nextBoolean() ? Penalty.NONE : drawnPenalty(random);
    Compute compute = Compute.float64();
    Matrix x = compute.matrix(rows, in);
    StandardInitializer.STANDARD_NORMAL.fill(x, random);
    Matrix target = targets(compute.matrix(rows, network.outputs()), random);
    Parameters theta = network.initialize(compute, random);
    String layers = network.layers().stream().map(Layer::kind).collect(Collectors.joining(" "));
    String description = "seed " + seed + ": " + network.widths() + " " + layers + ", " + loss;
    RandomProblem problem =
        new RandomProblem(network, loss, penalty, x, target, theta, seed, description);
    if (random.nextBoolean()) {
      problem.train(20);
    }
    return problem;
  }

  /** Either of the two, or both. */
  private static Penalty drawnPenalty(Xoshiro256 random) {
    double l1 = random.nextDouble() / 10;
    double l2 = random.nextDouble() / 10;
    int kind = random.nextInt(3);
    return new Penalty(kind == 1 ? 0 : l1, kind == 0 ? 0 : l2);
  }

  private static List<Layer> layers(int in, Xoshiro256 random, boolean everyLayer) {
    Activation[] table = Activation.values();
    List<Layer> layers = new ArrayList<>();
    int width = in;
    int depth = 1 + random.nextInt(4);
    boolean drawnBiases = random.nextBoolean();
    for (int k = 0; k < depth; k++) {
      int next = 1 + random.nextInt(12);
      Dense dense = Dense.dense(width, next);
      layers.add(drawnBiases ? dense.withBiases(StandardInitializer.STANDARD_NORMAL) : dense);
      if (k + 1 < depth) { // the output is linear: a saturated one would leave no gradient
        layers.add(table[random.nextInt(table.length)]);
      }
      if (everyLayer) {
        List<Layer> others = List.copyOf(EveryLayer.ofWidth(next).values());
        layers.add(others.get(random.nextInt(others.size())));
      }
      width = next;
    }
    return layers;
  }

  /** Classes one-hot, or positive rows that sum to 1: right for every loss. */
  private static Matrix targets(Matrix target, Xoshiro256 random) {
    boolean classes = random.nextBoolean();
    for (int i = 0; i < target.rows(); i++) {
      double[] row = new double[target.columns()];
      if (classes) {
        row[random.nextInt(row.length)] = 1;
      } else {
        fillPositive(row, random);
      }
      target.setRow(i, row);
    }
    return target;
  }

  private static void fillPositive(double[] row, Xoshiro256 random) {
    double sum = 0;
    for (int j = 0; j < row.length; j++) {
      row[j] = 0.1 + random.nextDouble();
      sum += row[j];
    }
    for (int j = 0; j < row.length; j++) {
      row[j] /= sum;
    }
  }

  private void train(int steps) {
    Optimizer.Run run = Adam.adam().start(theta.vector());
    Workspace workspace = network.workspace(theta, x.rows());
    workspace.x().set(x);
    workspace.target().set(target);
    Xoshiro256 random = Xoshiro256.seeded(seed + 1);
    for (int k = 0; k < steps; k++) {
      workspace.forwardTraining(random);
      loss.evaluate(workspace.prediction(), workspace.target(), workspace.dPrediction());
      workspace.backward();
      penalty.addGradient(theta, workspace.gradient());
      run.step(theta.vector(), workspace.gradient().vector(), 0.02);
    }
  }

  double[] at() {
    return theta.vector().toArray();
  }

  Objective objective() {
    return network.objective(loss, x, target, penalty, Xoshiro256.seeded(seed));
  }

  Objective inputObjective() {
    return network.inputObjective(loss, theta, x, target, Xoshiro256.seeded(seed));
  }

  GradientReport check() {
    return GradientCheck.standard().check(objective(), at());
  }
}
