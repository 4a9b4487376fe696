package dev.gradus.lab.room;

import dev.gradus.calculus.Objective;
import dev.gradus.data.Dataset;
import dev.gradus.data.Xoshiro256;
import dev.gradus.lab.http.Refusal;
import dev.gradus.lab.plan.Experiment;
import dev.gradus.layer.Frame;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.network.Masks;
import dev.gradus.network.Network;
import dev.gradus.network.ParameterBlock;
import dev.gradus.network.Parameters;
import dev.gradus.network.Penalty;
import dev.gradus.network.Workspace;
import java.util.List;
import java.util.Locale;

/**
 * One minibatch and the parameters at one moment, all in float64, after a forward and a backward
 * pass in the mode of training. Numbers in it can be changed; then both passes are made again.
 */
final class Frozen {
  /** What dropout draws: the same each time. */
  static final Masks MASKS = Masks.drawn(Xoshiro256.seeded(0));

  private final Experiment experiment;
  private final long step;
  private final Workspace workspace;
  private double loss;

  /**
   * Freezes.
   *
   * @param theta [p], copied
   * @param step after which it was
   */
  Frozen(Experiment experiment, double[] theta, long step, int rows) {
    this.experiment = experiment;
    this.step = step;
    Compute compute = Compute.float64();
    Dataset batch = experiment.rows(rows, compute);
    Parameters copy = experiment.network().zeros(compute);
    copy.vector().setAll(theta);
    this.workspace = experiment.network().workspace(copy, batch.rows());
    workspace.x().set(batch.x());
    workspace.target().set(batch.target());
    run();
  }

  private void run() {
    workspace.forwardTraining(MASKS.generator());
    loss = loss().evaluate(workspace.prediction(), workspace.target(), workspace.dPrediction());
    workspace.backward();
    penalty().addGradient(workspace.parameters(), workspace.gradient());
  }

  /** The same loss of the same batch with the same masks, as a function of θ. */
  Objective objective() {
    return network().objective(loss(), workspace.x(), workspace.target(), penalty(), MASKS);
  }

  Experiment experiment() {
    return experiment;
  }

  Network network() {
    return experiment.network();
  }

  StandardLoss loss() {
    return experiment.settings().loss();
  }

  Penalty penalty() {
    return experiment.settings().penalty();
  }

  /** After which step it was frozen. */
  long step() {
    return step;
  }

  /** The mean loss, without penalty. */
  double value() {
    return loss;
  }

  Workspace workspace() {
    return workspace;
  }

  List<Frame> frames() {
    return workspace.frames();
  }

  /** θ [p], a copy. */
  double[] theta() {
    return workspace.parameters().vector().toArray();
  }

  /** The article writes its parameters small: w1, b1. */
  static String symbol(ParameterBlock block) {
    return block.name().toLowerCase(Locale.ROOT);
  }

  /** The block that is written so. */
  ParameterBlock block(String symbol) {
    return network().layout().stream()
        .filter(block -> symbol(block).equals(symbol))
        .findFirst()
        .orElseThrow(() -> unknown("a parameter"));
  }

  private static Refusal unknown(String wanted) {
    return Refusal.unfit("step.name", "name: there is no such matrix; wants " + wanted);
  }

  /** Changes one number of a parameter, of x or of y. */
  void set(String name, int row, int column, double value) {
    Matrix matrix =
        switch (name) {
          case "x" -> workspace.x();
          case "y" -> workspace.target();
          default -> workspace.parameters().get(editable(name).name());
        };
    requireInside(matrix, row, column);
    matrix.set(row, column, value);
    run();
  }

  private ParameterBlock editable(String name) {
    return network().layout().stream()
        .filter(block -> symbol(block).equals(name))
        .findFirst()
        .orElseThrow(() -> unknown("a parameter, x or y"));
  }

  /** Makes sure that there is such an element. */
  static void requireInside(Matrix matrix, int row, int column) {
    if (row >= matrix.rows() || column >= matrix.columns()) {
      throw Refusal.unfit(
          "step.place",
          "row " + row + ", column " + column + ": the matrix is " + matrix.describe());
    }
  }
}
