package dev.gradus.calculus;

/**
 * Goes on with a function beyond the end of one of its smooth pieces, from its values on that
 * piece.
 *
 * <p>Inside a piece between two kinks the continuation is the polynomial through six points of the
 * piece next to the kink in question (Newton's form): for linear and quadratic pieces exact, for
 * others off by Π|x − xⱼ| f⁽⁶⁾ / 6!, some 1e-10 of the distance from the kink as long as that is
 * below a hundredth. No derivative is asked for, so that a wrong one is found.
 *
 * <p>On a kink there is no piece: there the documented convention is the definition, and the
 * continuation is the line with that slope.
 */
public final class Piece {
  private static final int POINTS = 6;
  private static final double SPACING = 0x1p-6;

  private Piece() {}

  /** Whether a and b lie on the same piece, or on the same kink. */
  public static boolean same(double a, double b, double[] kinks) {
    for (double kink : kinks) {
      if (a > kink != b > kink || a < kink != b < kink) {
        return false;
      }
    }
    return true;
  }

  /**
   * The value at x of the piece on which the centre lies.
   *
   * @param f continuous
   * @param centre decides on the piece
   * @param x beyond its end
   */
  public static double continued(ScalarFunction f, double centre, double x) {
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.POSITIVE_INFINITY;
    for (double kink : f.kinks()) {
      if (kink == centre) {
        double y = f.value(kink);
        return y + f.derivative(kink, y) * (x - kink);
      }
      low = kink < centre ? Math.max(low, kink) : low;
      high = kink > centre ? Math.min(high, kink) : high;
    }
    double spacing = Math.min(SPACING, (high - low) / (2 * POINTS));
    return x < centre ? extrapolated(f, low, spacing, x) : extrapolated(f, high, -spacing, x);
  }

  /** The polynomial through f at end, end + spacing, …, at x. */
  private static double extrapolated(ScalarFunction f, double end, double spacing, double x) {
    double[] at = new double[POINTS];
    double[] c = new double[POINTS];
    for (int j = 0; j < POINTS; j++) {
      at[j] = end + j * spacing;
      c[j] = f.value(at[j]);
    }
    for (int order = 1; order < POINTS; order++) { // divided differences
      for (int j = POINTS - 1; j >= order; j--) {
        c[j] = (c[j] - c[j - 1]) / (at[j] - at[j - order]);
      }
    }
    double y = c[POINTS - 1];
    for (int j = POINTS - 2; j >= 0; j--) {
      y = c[j] + (x - at[j]) * y;
    }
    return y;
  }
}
