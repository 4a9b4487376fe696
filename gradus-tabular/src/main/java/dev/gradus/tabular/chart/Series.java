package dev.gradus.tabular.chart;

import java.util.Arrays;
import java.util.Objects;

/**
 * The points (x, y) of one line or one cloud, in the order in which they are joined. A point with a
 * NaN or infinite coordinate is allowed and leaves a gap.
 */
public final class Series {

  /** How a series is drawn. */
  public enum Mark {
    /** Joined by straight lines. */
    LINE,
    /** A dot each. */
    POINTS
  }

  private final String name;
  private final Mark mark;
  private final double[] xs;
  private final double[] ys;

  private Series(String name, Mark mark, double[] xs, double[] ys) {
    if (xs.length != ys.length) {
      throw new IllegalArgumentException(
          "series \"" + name + "\": " + xs.length + " xs and " + ys.length + " ys");
    }
    this.name = Objects.requireNonNull(name, "name");
    this.mark = mark;
    this.xs = xs.clone();
    this.ys = ys.clone();
  }

  /**
   * Points joined by straight lines. The arrays are copied.
   *
   * @param name for the legend; may be empty
   * @throws IllegalArgumentException if there are not as many xs as ys
   */
  public static Series line(String name, double[] xs, double[] ys) {
    return new Series(name, Mark.LINE, xs, ys);
  }

  /**
   * A dot for each point. The arrays are copied.
   *
   * @param name for the legend; may be empty
   * @throws IllegalArgumentException if there are not as many xs as ys
   */
  public static Series points(String name, double[] xs, double[] ys) {
    return new Series(name, Mark.POINTS, xs, ys);
  }

  /** The name for the legend; may be empty. */
  public String name() {
    return name;
  }

  /** How it is drawn. */
  public Mark mark() {
    return mark;
  }

  /** How many points it has, those that cannot be drawn included. */
  public int size() {
    return xs.length;
  }

  /** The x of each point, as a copy. */
  public double[] xs() {
    return xs.clone();
  }

  /** The y of each point, as a copy. */
  public double[] ys() {
    return ys.clone();
  }

  double x(int i) {
    return xs[i];
  }

  double y(int i) {
    return ys[i];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Series that
        && name.equals(that.name)
        && mark == that.mark
        && Arrays.equals(xs, that.xs)
        && Arrays.equals(ys, that.ys);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + 7 * Arrays.hashCode(xs) + Arrays.hashCode(ys);
  }

  @Override
  public String toString() {
    return "series \"" + name + "\" of " + xs.length + " points";
  }
}
