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
 * @param workspace with the batch and with masks that are drawn
 * @param masks what its layers draw
 */
record Subject(Network network, Loss loss, Parameters theta, Workspace workspace, Masks masks) {
  /** Points of the standard check. */
  private static final int POINTS = 12;

  /**
   * The batch is copied; the parameters are zeros.
   *
   * @throws ShapeException if the batch does not fit the network
   */
  static Subject of(
      Network network, Loss loss, Matrix x, Matrix target, Masks masks, boolean wantsDx) {
    if (x.rows() != target.rows() || x.rows() == 0) {
      throw new ShapeException("x is " + x.describe() + ", y is " + target.describe());
    }
    requireColumns("x", x, network.inputs());
    requireColumns("y", target, network.outputs());
    Parameters theta = network.zeros(compute(network, x.rows()));
    Workspace workspace =
        new Workspace(
            network,
            theta,
            x.rows(),
            wantsDx ? Workspace.Wants.INPUT_GRADIENT : Workspace.Wants.GRADIENT);
    workspace.x().setAll(x.toArray());
    workspace.target().setAll(target.toArray());
    workspace.forwardTraining(masks.generator()); // draws the masks, which stay
    return new Subject(network, loss, theta, workspace, masks);
  }

  /** By the size of a check: each of p shifts touches about every unit once, for each row. */
  private static Compute compute(Network network, int rows) {
    double units = network.widths().stream().mapToInt(Integer::intValue).sum();
    double flop = 2 * POINTS * (double) network.parameterCount() * rows * units;
    return Compute.of(Precision.FLOAT64, 1, flop);
  }

  private static void requireColumns(String name, Matrix matrix, int columns) {
    if (matrix.columns() != columns) {
      String wanted = "[" + matrix.rows() + " × " + columns + "]";
      throw new ShapeException(name + " is " + matrix.describe() + ", the network wants " + wanted);
    }
  }

  /** The same with parameters and a workspace of its own, at this θ. */
  Subject copy(double[] at) {
    Subject copy = of(network, loss, workspace.x(), workspace.target(), masks, false);
    copy.theta.vector().setAll(at);
    return copy;
  }

  /** The mean loss of the batch, without a penalty. */
  double lossValue() {
    workspace.forwardReplay();
    return loss.value(workspace.prediction(), workspace.target());
  }

  /** Forward and backward. */
  void differentiate() {
    workspace.forwardReplay();
    loss.evaluate(workspace.prediction(), workspace.target(), workspace.dPrediction());
    workspace.backward();
  }

  /** Passes around the point at which it is; they take the workspace over. */
  ShiftedPass shiftedPass() {
    return new ShiftedPass(network, loss, workspace);
  }
}
