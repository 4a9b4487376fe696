package dev.gradus.clinic;

import dev.gradus.network.ParameterBlock;
import java.util.List;

/**
 * When two gradients are the same: in every component, to a fraction of the greatest of its block,
 * since the blocks of a deep network differ in size.
 *
 * @param layout the blocks
 */
record Likeness(List<ParameterBlock> layout) {
  /** Two float64 computations of one gradient agree far better, whatever the order of the sums. */
  static final double SAME = 1e-7;

  /** A good difference quotient is better than this. */
  static final double ESTIMATE = 1e-4;

  /** What the sums of a whole network round off, relative to its greatest component. */
  private static final double ROUNDING = 1e-12;

  /** Whether a and b are the same gradient, computed twice. */
  boolean isSame(double[] a, double[] b) {
    return agree(a, b, SAME);
  }

  /** Whether the quotients, where they are numbers, are estimates of b. */
  boolean isEstimate(double[] quotients, double[] b) {
    double[] known = quotients.clone();
    for (int i = 0; i < known.length; i++) {
      known[i] = Double.isNaN(known[i]) ? b[i] : known[i];
    }
    return agree(known, b, ESTIMATE);
  }

  /** The line from a right gradient to a wrong one, and the blocks of some layers on it. */
  @SuppressWarnings("ArrayRecordComponent") // made once, never compared
  record Line(int fromLayer, int toLayer, double[] right, double[] wrong) {}

  /**
   * Where a point lies along the way from a right gradient to a wrong one, by least squares over
   * the blocks of some layers: 0 at the right one, 1 at the wrong one. NaN where these are one.
   */
  double slope(Line line, double[] point) {
    double dot = 0;
    double square = 0;
    for (ParameterBlock part : layout) {
      boolean counts = part.layer() >= line.fromLayer && part.layer() < line.toLayer;
      for (int i = part.offset(); counts && i < part.offset() + part.size(); i++) {
        double way = line.wrong[i] - line.right[i];
        dot = Math.fma(point[i] - line.right[i], way, dot);
        square = Math.fma(way, way, square);
      }
    }
    return dot / square;
  }

  /** Whether each block of a is that block of b, times a number. */
  boolean isScaled(double[] a, double[] b) {
    return layout.stream().allMatch(part -> !Double.isNaN(Ratios.ratio(part, SAME, a, b)));
  }

  private boolean agree(double[] a, double[] b, double tolerance) {
    double slack = ROUNDING * greatest(b, 0, b.length);
    for (ParameterBlock part : layout) {
      int end = part.offset() + part.size();
      double bound = tolerance * greatest(b, part.offset(), end) + slack;
      for (int i = part.offset(); i < end; i++) {
        if (!(Math.abs(a[i] - b[i]) <= bound)) {
          return false;
        }
      }
    }
    return true;
  }

  private static double greatest(double[] values, int from, int to) {
    double greatest = 0;
    for (int i = from; i < to; i++) {
      greatest = Math.max(greatest, Math.abs(values[i]));
    }
    return greatest;
  }
}
