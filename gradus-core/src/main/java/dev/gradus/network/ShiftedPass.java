package dev.gradus.network;

import dev.gradus.calculus.ScalarFunction;
import dev.gradus.layer.ElementwiseLayer;
import dev.gradus.layer.Frame;
import dev.gradus.layer.Layer;
import dev.gradus.loss.Loss;
import dev.gradus.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * Passes over the same batch with something shifted, from the layer on in which it is; what lies
 * below is as it was at the centre. Each pass compares, and if wanted holds, the pieces of all that
 * has kinks.
 */
final class ShiftedPass {
  private final Network network;
  private final Loss loss;
  private final Workspace workspace;
  private final List<Frame> frames;
  private final List<double[]> centre = new ArrayList<>(); // x, then each layer's output
  private final List<double[]> scratch = new ArrayList<>(); // of the same sizes
  private final List<PieceMemory> pieces = new ArrayList<>(); // one for each layer, and the loss's
  private final List<double[]> kinks = new ArrayList<>(); // of elementwise layers, else none
  private final Crossings crossings = new Crossings();
  private final double centreLoss;
  private int cleanBelow; // outputs of layers before this one are those of the centre

  /**
   * Runs the pass at the centre.
   *
   * @param workspace with the batch and the parameters; from now on this pass's own
   */
  ShiftedPass(Network network, Loss loss, Workspace workspace) {
    this.network = network;
    this.loss = loss;
    this.workspace = workspace;
    this.frames = workspace.frames();
    workspace.forwardReplay();
    centre.add(workspace.x().toArray());
    scratch.add(workspace.x().toArray());
    for (int i = 0; i < frames.size(); i++) {
      String input = i == 0 ? "x" : network.outputNames().get(i - 1);
      pieces.add(new PieceMemory(input, crossings));
      layer(i).kinks(frames.get(i), pieces.get(i));
      kinks.add(
          layer(i) instanceof ElementwiseLayer elementwise
              ? elementwise.function().kinks()
              : ScalarFunction.NONE);
      centre.add(frames.get(i).y().toArray());
      scratch.add(frames.get(i).y().toArray());
    }
    PieceMemory residuals = new PieceMemory("residual", crossings);
    pieces.add(residuals);
    centreLoss = loss.value(workspace.prediction(), workspace.target(), residuals);
    cleanBelow = frames.size();
  }

  Crossings crossings() {
    return crossings;
  }

  /** The loss at the centre. */
  double centreLoss() {
    return centreLoss;
  }

  Layer layer(int i) {
    return network.layers().get(i);
  }

  Frame frame(int i) {
    return frames.get(i);
  }

  /** The number of layers. */
  int layers() {
    return frames.size();
  }

  /** Rows of the batch. */
  int rows() {
    return workspace.x().rows();
  }

  /** What layer i takes, at the centre, row by row; beyond the last layer the prediction. */
  double[] centreInput(int i) {
    return centre.get(i);
  }

  /** What layer i gives, at the centre: a new matrix. */
  Matrix centreOutput(int i) {
    Matrix y = frames.get(i).y();
    Matrix copy = y.like(y.rows(), y.columns());
    copy.setAll(centre.get(i + 1));
    return copy;
  }

  /** The kinks of layer i, if it is elementwise. */
  double[] kinks(int i) {
    return kinks.get(i);
  }

  /** The pieces of layer i. */
  PieceMemory pieces(int i) {
    return pieces.get(i);
  }

  /** Makes the input of layer i that of the centre, to be changed by the caller. */
  Matrix input(int i) {
    restore(i);
    return i == 0 ? workspace.x() : frames.get(i - 1).y();
  }

  /** Puts the outputs before layer i back, as far as a pass has changed them. */
  private void restore(int i) {
    for (; cleanBelow < i; cleanBelow++) {
      frames.get(cleanBelow).y().setAll(centre.get(cleanBelow + 1));
    }
  }

  /** The loss, computed anew from layer i on. */
  double lossFrom(int i) {
    restore(i);
    cleanBelow = Math.min(cleanBelow, i);
    return forwardFrom(i);
  }

  /** The loss, where the caller has computed layer i, which has no kinks. */
  double lossAfter(int i) {
    cleanBelow = Math.min(cleanBelow, i);
    return forwardFrom(i + 1);
  }

  private double forwardFrom(int i) {
    for (int k = i; k < frames.size(); k++) {
      layer(k).forward(frames.get(k));
      comparePieces(k);
    }
    return loss.value(workspace.prediction(), workspace.target(), pieces.getLast().compare());
  }

  private void comparePieces(int k) {
    if (layer(k) instanceof ElementwiseLayer) {
      if (kinks(k).length == 0) {
        return;
      }
      double[] x = scratch.get(k);
      frames.get(k).x().copyTo(x);
      if (pieces.get(k).same(x, kinks(k))) {
        return;
      }
    }
    layer(k).kinks(frames.get(k), pieces.get(k).compare());
  }
}
