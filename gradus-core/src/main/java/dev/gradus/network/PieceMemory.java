package dev.gradus.network;

import dev.gradus.calculus.Kink;
import dev.gradus.calculus.KinkSink;
import dev.gradus.calculus.Piece;
import dev.gradus.calculus.ScalarFunction;
import java.util.Arrays;

/**
 * The quantities of one layer, or of the loss, that decide on its smooth piece: first remembered in
 * the order in which they are told, later compared with that.
 */
final class PieceMemory implements KinkSink {
  private final String quantity;
  private final Crossings crossings;
  private double[] centre = new double[16];
  private int size;
  private boolean remembering = true;
  private int next;
  private double leftTo = Double.NaN;
  private double leftFrom = Double.NaN;

  /**
   * Empty, remembering.
   *
   * @param quantity what is told, as a {@link Kink} names it
   * @param crossings takes note of what has left its piece
   */
  PieceMemory(String quantity, Crossings crossings) {
    this.quantity = quantity;
    this.crossings = crossings;
  }

  /** From now on the same quantities come again, from the first on, and are compared. */
  PieceMemory compare() {
    remembering = false;
    next = 0;
    return this;
  }

  /** Whether none of n arguments has left the piece of the argument of the same index. */
  boolean same(double[] x, int n, double[] kinks) {
    for (double kink : kinks) {
      for (int i = 0; i < n; i++) {
        if (x[i] > kink != centre[i] > kink || x[i] < kink != centre[i] < kink) {
          return false;
        }
      }
    }
    return n <= size;
  }

  @Override
  public void quantity(int sample, int unit, double distance) {
    if (remembering) {
      remember(distance);
    } else if (Math.signum(centre[next++]) != Math.signum(distance)) {
      crossings.add(new Kink(quantity, sample, unit));
      crossings.cannotHold();
    }
  }

  @Override
  public boolean leaves(int sample, int unit, double x, double[] kinks) {
    if (remembering) {
      remember(x);
      return false;
    }
    return leaves(next++, sample, unit, x, kinks);
  }

  /** The same for one quantity out of order. */
  boolean leaves(int index, int sample, int unit, double x, double[] kinks) {
    if (Piece.same(centre[index], x, kinks)) {
      return false;
    }
    crossings.add(new Kink(quantity, sample, unit));
    leftFrom = centre[index];
    leftTo = x;
    return crossings.holding();
  }

  @Override
  public double held(ScalarFunction f) {
    return Piece.continued(f, leftFrom, leftTo);
  }

  private void remember(double value) {
    centre = size < centre.length ? centre : Arrays.copyOf(centre, 2 * size);
    centre[size++] = value;
  }
}
