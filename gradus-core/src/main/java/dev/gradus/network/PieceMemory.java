package dev.gradus.network;

import dev.gradus.calculus.Kink;
import dev.gradus.calculus.KinkSink;
import dev.gradus.calculus.Piece;
import dev.gradus.calculus.ScalarFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
  private final List<long[]> sides = new ArrayList<>(); // for each kink; made when first needed
  private boolean standsOnKink;
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

  /**
   * Whether it is certain that none of the arguments has left the piece of the argument of the same
   * index; far quicker than telling them one by one.
   */
  boolean same(double[] x, double[] kinks) {
    if (sides.isEmpty()) {
      for (double kink : kinks) {
        sides.add(sidesOf(kink));
      }
    }
    for (int k = 0; k < kinks.length; k++) {
      if (standsOnKink || strays(x, kinks[k], sides.get(k))) {
        return false;
      }
    }
    return true;
  }

  /** The bits of each distance from the kink at the centre: the sign bit is the side. */
  private long[] sidesOf(double kink) {
    long[] bits = new long[size];
    for (int i = 0; i < size; i++) {
      bits[i] = Double.doubleToRawLongBits(centre[i] - kink);
      standsOnKink |= centre[i] == kink;
    }
    return bits;
  }

  /**
   * Whether an argument is on the kink or beyond it. By bits, without a branch: the sign bit of the
   * first term is set where the sides differ, that of the second where the distance is ±0.
   */
  private static boolean strays(double[] x, double kink, long[] sides) {
    long signs = 0;
    for (int i = 0; i < sides.length; i++) {
      long bits = Double.doubleToRawLongBits(x[i] - kink);
      signs |= (bits ^ sides[i]) | ((bits & Long.MAX_VALUE) - 1);
    }
    return signs < 0;
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
