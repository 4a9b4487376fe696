package dev.gradus.network;

import dev.gradus.calculus.Kink;
import dev.gradus.calculus.Objective;
import dev.gradus.layer.Block;
import dev.gradus.layer.Dense;
import dev.gradus.matrix.Matrix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The loss and the penalty of a network around one θ. A shifted parameter of a dense layer costs
 * what it touches ({@link ColumnShift}), any other a forward pass from its layer on.
 */
final class NetworkProbe implements Objective.Probe {
  private final List<ParameterBlock> layout;
  private final Matrix theta;
  private final Penalty penalty;
  private final ShiftedPass pass;
  private final double centrePenalty;
  private final @Nullable ColumnShift[] columns; // of the dense layers; made when needed
  private ParameterBlock part;

  NetworkProbe(Parameters theta, Penalty penalty, ShiftedPass pass) {
    this.layout = theta.layout();
    this.theta = theta.vector();
    this.penalty = penalty;
    this.pass = pass;
    this.centrePenalty = penalty.value(theta);
    this.columns = new ColumnShift[pass.layers()];
    this.part = layout.getFirst();
  }

  @Override
  public double at(int i, double shift) {
    return value(i, shift, false);
  }

  @Override
  public double held(int i, double shift) {
    return value(i, shift, true);
  }

  @Override
  public List<Kink> crossed() {
    return pass.crossings().kinks();
  }

  @Override
  public boolean holds() {
    return pass.crossings().holdable();
  }

  private double value(int i, double shift, boolean hold) {
    pass.crossings().begin(hold);
    part = partOf(i);
    double w = theta.get(0, i);
    double loss =
        pass.layer(part.layer()) instanceof Dense dense
            ? ofDense(dense, i - part.offset(), shift)
            : ofLayer(i, w, shift);
    return loss + (centrePenalty + penalty.change(part, i, w, shift, pass.crossings()));
  }

  private ParameterBlock partOf(int i) {
    if (part.contains(i)) {
      return part;
    }
    for (ParameterBlock candidate : layout) {
      if (candidate.contains(i)) {
        return candidate;
      }
    }
    throw new IndexOutOfBoundsException(i);
  }

  private double ofDense(Dense dense, int element, double shift) {
    ColumnShift column = columns[part.layer()];
    if (column == null) {
      column = new ColumnShift(pass, part.layer());
      columns[part.layer()] = column;
    }
    int unit = element % dense.outputs();
    boolean bias = part.block().kind() == Block.Kind.BIAS;
    return column.loss(bias ? -1 : element / dense.outputs(), unit, shift);
  }

  private double ofLayer(int i, double w, double shift) {
    theta.set(0, i, w + shift);
    double loss = pass.lossFrom(part.layer());
    theta.set(0, i, w);
    return loss;
  }
}
