package dev.gradus.optimize;

import dev.gradus.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;

/** What the last m steps of {@link Lbfgs} showed of the Hessian's inverse H. */
final class InverseHessian {
  private final int memory;
  private final Matrix zero;
  private final Matrix rest; // q of algorithm 7.4
  private final double[] alpha;
  private final List<Change> changes = new ArrayList<>(); // the newest last

  /**
   * One step and what it did to the gradient.
   *
   * @param s the step
   * @param y the change of the gradient
   * @param rho 1 / yᵀs
   */
  private record Change(Matrix s, Matrix y, double rho) {}

  InverseHessian(Matrix theta, int memory) {
    this.memory = memory;
    this.zero = theta.like(theta.rows(), theta.columns());
    this.rest = zero.copy();
    this.alpha = new double[memory];
  }

  /** Whether H is still the identity. */
  boolean isIdentity() {
    return changes.isEmpty();
  }

  /** Back to the identity. */
  void forget() {
    changes.clear();
  }

  /** A step from one point, with its gradient, to another. */
  void learn(Matrix to, Matrix from, Matrix gradientThere, Matrix gradientHere) {
    Matrix s = difference(to, from);
    Matrix y = difference(gradientThere, gradientHere);
    double product = Matrix.dot(s, y);
    if (product > 0) { // rounding may spoil what the line search promised: then H stays
      if (changes.size() == memory) {
        changes.removeFirst();
      }
      changes.add(new Change(s, y, 1 / product));
    }
  }

  /** The changes, the oldest first. */
  void exchange(Memory memory) {
    int count = (int) memory.number("changes", changes.size());
    while (changes.size() < count) {
      changes.add(new Change(zero.copy(), zero.copy(), 0));
    }
    for (int i = 0; i < count; i++) {
      Change c = changes.get(i);
      memory.vector("s" + i, c.s);
      memory.vector("y" + i, c.y);
      changes.set(i, new Change(c.s, c.y, memory.number("rho" + i, c.rho)));
    }
  }

  private static Matrix difference(Matrix a, Matrix b) {
    Matrix difference = a.copy();
    difference.addScaled(-1, b);
    return difference;
  }

  /** d = −H g. */
  void setDirection(Matrix d, Matrix g) {
    rest.set(g);
    for (int i = changes.size() - 1; i >= 0; i--) {
      Change c = changes.get(i);
      alpha[i] = c.rho * Matrix.dot(c.s, rest);
      rest.addScaled(-alpha[i], c.y);
    }
    d.set(zero);
    d.addScaled(-scale(), rest);
    for (int i = 0; i < changes.size(); i++) {
      Change c = changes.get(i);
      double beta = -c.rho * Matrix.dot(c.y, d);
      d.addScaled(beta - alpha[i], c.s);
    }
  }

  /** γ of H₀ = γ I: yᵀs / yᵀy of the newest change. */
  private double scale() {
    if (changes.isEmpty()) {
      return 1;
    }
    Change newest = changes.getLast();
    return 1 / (newest.rho * Matrix.dot(newest.y, newest.y));
  }
}
