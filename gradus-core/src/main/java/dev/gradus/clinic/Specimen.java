package dev.gradus.clinic;

import dev.gradus.loss.Loss;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.ShapeException;
import dev.gradus.network.Network;

/**
 * What a gradient is taken of: the mean loss of a network over one batch, with its penalty.
 *
 * @param network the layers
 * @param loss the mean loss
 * @param l2 λ of the penalty ½ λ Σ W², 0 or more; biases are not penalized
 * @param x inputs [n × in], at least one row
 * @param target targets [n × out]
 */
public record Specimen(Network network, Loss loss, double l2, Matrix x, Matrix target) {

  /** Checks the shapes. */
  public Specimen {
    if (x.rows() < 1 || x.rows() != target.rows()) {
      throw new ShapeException("x is " + x.describe() + ", y is " + target.describe());
    }
    if (x.columns() != network.inputs() || target.columns() != network.outputs()) {
      throw new ShapeException(
          "x is %s, y is %s, the network takes %d → %d"
              .formatted(x.describe(), target.describe(), network.inputs(), network.outputs()));
    }
    if (!(l2 >= 0)) {
      throw new IllegalArgumentException("l2 " + l2 + "; wants 0 or more");
    }
  }

  /** n, the rows of the batch. */
  public int batch() {
    return x.rows();
  }

  /** The same network and the first rows of the batch. */
  public Specimen firstRows(int n) {
    return new Specimen(network, loss, l2, x.firstRows(n), target.firstRows(n));
  }

  /** Whether a layer below this one has parameters, so that its dx counts. */
  boolean hasParametersBelow(int layer) {
    return network.layout().stream().anyMatch(part -> part.layer() < layer);
  }
}
