package dev.gradus.network;

import dev.gradus.calculus.ScalarFunction;
import dev.gradus.layer.Dense;
import dev.gradus.layer.ElementwiseLayer;
import dev.gradus.matrix.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * The loss with one parameter of a {@link Dense} layer shifted. A weight Wᵢⱼ or bias bⱼ changes
 * column j of the layer's output alone,
 *
 * <pre>Δhₖⱼ = shift · xₖᵢ, or shift,</pre>
 *
 * elementwise layers change that column alone, and the next dense layer's output by the outer
 * product of the column's change and one row of its weights, Δhₖₘ = Δaₖⱼ Wⱼₘ. From there on all is
 * computed anew.
 *
 * <p>The changes are added to the centre's values by one fused multiply-add each. A pass over the
 * shifted parameters would run each sum anew instead: the values differ by a few ulp, and these are
 * the better ones, since the rounding of the sums is the same at all points and leaves their
 * differences.
 */
final class ColumnShift {
  private final ShiftedPass pass;
  private final int layer;
  private final Dense dense;
  private final int rows;
  private final int end; // the first layer after this one that is not elementwise
  private final double[] changed;
  private final Matrix change; // [n × 1]
  private final Matrix base; // the end's output at the centre, if it is dense
  private final @Nullable Matrix[] weightRows; // of the end, if it is dense; made when needed

  ColumnShift(ShiftedPass pass, int layer) {
    this.pass = pass;
    this.layer = layer;
    this.dense = (Dense) pass.layer(layer);
    this.rows = pass.rows();
    this.changed = new double[rows];
    this.change = pass.frame(layer).x().like(rows, 1);
    int next = layer + 1;
    while (next < pass.layers() && pass.layer(next) instanceof ElementwiseLayer) {
      next++;
    }
    this.end = next;
    this.weightRows = new Matrix[dense.outputs()];
    this.base = endsInDense() ? pass.centreOutput(end) : change;
  }

  private boolean endsInDense() {
    return end < pass.layers() && pass.layer(end) instanceof Dense;
  }

  /**
   * The loss.
   *
   * @param input i, or −1 for the bias
   * @param unit j
   */
  double loss(int input, int unit, double shift) {
    double[] x = pass.centreInput(layer);
    double[] h = pass.centreInput(layer + 1);
    int in = dense.inputs();
    int out = dense.outputs();
    for (int k = 0; k < rows; k++) {
      double factor = input < 0 ? 1 : x[k * in + input];
      changed[k] = Math.fma(shift, factor, h[k * out + unit]);
    }
    for (int i = layer + 1; i < end; i++) {
      apply(i, ((ElementwiseLayer) pass.layer(i)).function(), unit);
    }
    return lossOfColumn(unit);
  }

  private void apply(int i, ScalarFunction f, int unit) {
    double[] kinks = pass.kinks(i);
    int width = dense.outputs();
    PieceMemory pieces = pass.pieces(i);
    for (int k = 0; k < rows; k++) {
      double x = changed[k];
      boolean left = kinks.length > 0 && pieces.leaves(k * width + unit, k, unit, x, kinks);
      changed[k] = left ? pieces.held(f) : f.value(x);
    }
  }

  private double lossOfColumn(int unit) {
    double[] before = pass.centreInput(end);
    int width = dense.outputs();
    boolean moved = false;
    for (int k = 0; k < rows; k++) {
      moved |= changed[k] != before[k * width + unit];
    }
    if (!moved) {
      return pass.centreLoss();
    }
    if (endsInDense()) {
      for (int k = 0; k < rows; k++) {
        change.set(k, 0, changed[k] - before[k * width + unit]);
      }
      pass.frame(end).y().setPlusProduct(base, change, weightRow(unit));
      return pass.lossAfter(end);
    }
    Matrix input = pass.input(end);
    for (int k = 0; k < rows; k++) {
      input.set(k, unit, changed[k]);
    }
    double loss = pass.lossFrom(end);
    for (int k = 0; k < rows; k++) {
      input.set(k, unit, before[k * width + unit]);
    }
    return loss;
  }

  private Matrix weightRow(int unit) {
    Matrix row = weightRows[unit];
    if (row == null) {
      int out = base.columns();
      row = pass.frame(end).theta(0).view(unit * out, 1, out);
      weightRows[unit] = row;
    }
    return row;
  }
}
