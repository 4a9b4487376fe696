package dev.gradus.clinic;

import dev.gradus.calculus.Objective;
import dev.gradus.loss.Loss;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.ShapeException;
import dev.gradus.network.Masks;
import dev.gradus.network.Network;
import dev.gradus.network.Penalty;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a gradient is taken of: the mean loss of a network over one batch, in the training pass,
 * with its penalty.
 *
 * @param network the layers
 * @param loss the mean loss
 * @param penalty on the weights
 * @param masks what its layers draw
 * @param x inputs [n × in], at least one row
 * @param target targets [n × out]
 */
public record Specimen(
    Network network, Loss loss, Penalty penalty, Masks masks, Matrix x, Matrix target) {

  /** Checks the shapes. */
  public Specimen {
    if (x.rows() < 1 || x.rows() != target.rows()) {
      throw new ShapeException("x is " + x.describe() + ", y is " + target.describe());
    }
    if (x.columns() != network.inputs() || target.columns() != network.outputs()) {
      throw new ShapeException(
          String.format(
              Locale.ROOT,
              "x is %s, y is %s, the network takes %d → %d",
              x.describe(),
              target.describe(),
              network.inputs(),
              network.outputs()));
    }
  }

  /** Of a network that draws nothing. */
  public Specimen(Network network, Loss loss, Penalty penalty, Matrix x, Matrix target) {
    this(network, loss, penalty, Masks.NONE, x, target);
  }

  /** n, the rows of the batch. */
  public int batch() {
    return x.rows();
  }

  /** The same network with another batch. */
  public Specimen with(Matrix otherX, Matrix otherTarget) {
    return new Specimen(network, loss, penalty, masks, otherX, otherTarget);
  }

  /** The same network and the first rows of the batch. */
  public Specimen firstRows(int n) {
    return with(x.firstRows(n), target.firstRows(n));
  }

  /** The batch and once more the batch: sums double, means stay. */
  Specimen twice() {
    return with(twice(x), twice(target));
  }

  private static Matrix twice(Matrix rows) {
    double[] once = rows.toArray();
    double[] values = Arrays.copyOf(once, 2 * once.length);
    System.arraycopy(once, 0, values, once.length, once.length);
    Matrix twice = rows.like(2 * rows.rows(), rows.columns());
    twice.setAll(values);
    return twice;
  }

  /** The loss with its penalty as a function of θ, with the gradient as it is. */
  public Objective objective() {
    return network.objective(loss, x, target, penalty, masks);
  }

  /** The same function with a mistake in its gradient. */
  public Objective objective(Planted planted) {
    return new MistakenObjective(this, planted);
  }

  /** Whether a layer below this one has parameters, so that its dx counts. */
  boolean hasParametersBelow(int layer) {
    return network.layout().stream().anyMatch(part -> part.layer() < layer);
  }
}
