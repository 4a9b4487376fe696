package dev.gradus.network;

import dev.gradus.calculus.Kink;
import dev.gradus.calculus.Objective;
import dev.gradus.layer.Dense;
import dev.gradus.matrix.Matrix;
import java.util.List;

/**
 * The mean loss of a network over one batch as a function of the batch's inputs x [n × in], row by
 * row, in float64; the parameters stay.
 */
final class InputObjective implements Objective {
  private final Subject subject;
  private final double[] theta;

  InputObjective(Subject subject, Parameters theta) {
    this.subject = subject;
    this.theta = theta.vector().toArray();
    subject.theta().vector().setAll(this.theta);
  }

  @Override
  public int parameters() {
    return subject.workspace().x().size();
  }

  @Override
  public String name(int i) {
    int columns = subject.workspace().x().columns();
    return "x[" + i / columns + ", " + i % columns + "]";
  }

  @Override
  public double value(double[] x) {
    subject.workspace().x().setAll(x);
    return subject.lossValue();
  }

  @Override
  public void gradient(double[] x, double[] gradient) {
    subject.workspace().x().setAll(x);
    subject.differentiate();
    subject.workspace().frames().getFirst().dx().copyTo(gradient);
  }

  @Override
  public Probe probe(double[] x) {
    Subject own = subject.copy(theta);
    own.workspace().x().setAll(x);
    ShiftedPass pass = own.shiftedPass();
    return new Probe() {
      @Override
      public double at(int i, double shift) {
        return value(i, shift, false);
      }

      @Override
      public double held(int i, double shift) {
        return value(i, shift, true);
      }

      private double value(int i, double shift, boolean hold) {
        pass.crossings().begin(hold);
        int columns = own.workspace().x().columns();
        int row = i / columns;
        int column = i % columns;
        return pass.layer(0) instanceof Dense
            ? ofDense(row, column, shift)
            : ofAny(row, column, shift);
      }

      // xₖᵢ changes row k of x W + b alone: Δhₖⱼ = shift · Wᵢⱼ, as in ColumnShift.
      private double ofDense(int row, int column, double shift) {
        Matrix h = pass.input(1);
        double[] centre = pass.centreInput(1);
        Matrix weights = pass.frame(0).theta(0);
        int at = row * h.columns();
        for (int j = 0; j < h.columns(); j++) {
          h.set(row, j, Math.fma(shift, weights.get(column, j), centre[at + j]));
        }
        return pass.lossAfter(0);
      }

      private double ofAny(int row, int column, double shift) {
        Matrix batch = pass.input(0);
        double kept = batch.get(row, column);
        batch.set(row, column, kept + shift);
        double loss = pass.lossFrom(0);
        batch.set(row, column, kept);
        return loss;
      }

      @Override
      public List<Kink> crossed() {
        return pass.crossings().kinks();
      }

      @Override
      public boolean holds() {
        return pass.crossings().holdable();
      }
    };
  }
}
