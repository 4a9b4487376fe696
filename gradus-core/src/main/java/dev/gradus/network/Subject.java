package dev.gradus.network;

import dev.gradus.loss.Loss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import dev.gradus.matrix.ShapeException;

/**
 * A network with its loss, one batch, widened to float64, and parameters of its own: what the
 * objectives evaluate.
 *
 * @param network the network
 * @param loss the loss
 * @param theta where the parameters go
 * @param workspace with the batch
 */
record Subject(Network network, Loss loss, Parameters theta, Workspace workspace) {
  /** Points of the standard check. */
  private static final int POINTS = 12;

  /** The batch is copied; the parameters are zeros. */
  static Subject of(Network network, Loss loss, double[] x, double[] target, boolean wantsDx) {
    int n = target.length / network.outputs();
    Parameters theta = network.zeros(compute(network, n));
    Workspace workspace = new Workspace(network, theta, n, wantsDx);
    workspace.x().setAll(x);
    workspace.target().setAll(target);
    return new Subject(network, loss, theta, workspace);
  }

  /** By the size of a check: each of p shifts touches about every unit once, for each row. */
  private static Compute compute(Network network, int rows) {
    double units = network.widths().stream().mapToInt(Integer::intValue).sum();
    double flop = 2 * POINTS * (double) network.parameterCount() * rows * units;
    return Compute.of(Precision.FLOAT64, 1, flop);
  }

  /**
   * Checks that a batch fits.
   *
   * @throws ShapeException if it does not
   */
  static void requireFit(Network network, Matrix x, Matrix target) {
    if (x.rows() != target.rows() || x.rows() == 0) {
      throw new ShapeException("x is " + x.describe() + ", y is " + target.describe());
    }
    requireColumns("x", x, network.inputs());
    requireColumns("y", target, network.outputs());
  }

  private static void requireColumns(String name, Matrix matrix, int columns) {
    if (matrix.columns() != columns) {
      String wanted = "[" + matrix.rows() + " × " + columns + "]";
      throw new ShapeException(name + " is " + matrix.describe() + ", the network wants " + wanted);
    }
  }

  /** The same with parameters and a workspace of its own, at this θ. */
  Subject copy(double[] at) {
    double[] target = workspace.target().toArray();
    Subject copy = of(network, loss, workspace.x().toArray(), target, false);
    copy.theta.vector().setAll(at);
    return copy;
  }

  /** The mean loss of the batch, without a penalty. */
  double lossValue() {
    workspace.forward();
    return loss.value(workspace.prediction(), workspace.target());
  }

  /** Forward and backward. */
  void differentiate() {
    workspace.forward();
    loss.evaluate(workspace.prediction(), workspace.target(), workspace.dPrediction());
    workspace.backward();
  }

  /** Passes around the point at which it is; they take the workspace over. */
  ShiftedPass shiftedPass() {
    return new ShiftedPass(network, loss, workspace);
  }
}
