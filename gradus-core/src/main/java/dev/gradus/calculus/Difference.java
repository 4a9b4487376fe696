package dev.gradus.calculus;

import java.util.ArrayList;
import java.util.List;

/** Central difference quotients: how a derivative is estimated from values alone. */
public enum Difference {
  /**
   * (f(+h) − f(−h)) / 2h.
   *
   * <p>By Taylor, f(±h) = f ± h f′ + h²/2 f″ ± h³/6 f‴ + …: the even terms cancel, so the quotient
   * is f′ + h²/6 f‴ + …. The truncation falls with h², the rounding error of the values grows with
   * 1/h.
   */
  TWO_POINT(1) {
    @Override
    double quotient(double[] plus, double[] minus, double h) {
      return (plus[0] - minus[0]) / (2 * h);
    }
  },

  /**
   * (8 (f(+h) − f(−h)) − (f(+2h) − f(−2h))) / 12h.
   *
   * <p>The two-point quotients are D(h) = f′ + h²/6 f‴ + h⁴/120 f⁗′ + … and D(2h) = f′ + 4h²/6 f‴ +
   * 16h⁴/120 f⁗′ + …; (4 D(h) − D(2h)) / 3 = f′ − h⁴/30 f⁗′ + …: the truncation falls with h⁴, so
   * that a larger h, with its smaller rounding error, can be used.
   */
  FOUR_POINT(2) {
    @Override
    double quotient(double[] plus, double[] minus, double h) {
      return (8 * (plus[0] - minus[0]) - (plus[1] - minus[1])) / (12 * h);
    }
  };

  private final int reach; // how many steps to either side it looks

  Difference(int reach) {
    this.reach = reach;
  }

  abstract double quotient(double[] plus, double[] minus, double h);

  /** The values around one point, on arrays that are used again for each quotient. */
  final class Stencil {
    private final Objective.Probe probe;
    private final double centre;
    private final double[] plus = new double[reach];
    private final double[] minus = new double[reach];
    private List<Kink> kinks = List.of();
    private boolean holdable;

    /**
     * For one probe.
     *
     * @param centre f at the probe's point
     */
    Stencil(Objective.Probe probe, double centre) {
      this.probe = probe;
      this.centre = centre;
    }

    /** The function as it is. */
    Quotient at(int i, double theta, double h) {
      kinks = List.of();
      holdable = true;
      for (int k = 0; k < reach; k++) {
        plus[k] = probe.at(i, (k + 1) * h);
        collect();
        minus[k] = probe.at(i, -(k + 1) * h);
        collect();
      }
      return quotient(theta, h);
    }

    private void collect() {
      List<Kink> crossed = probe.crossed();
      if (!crossed.isEmpty()) {
        kinks = union(kinks, crossed);
        holdable &= probe.holds();
      }
    }

    /** With all that is kinked held on its piece. */
    Quotient held(int i, double theta, double h) {
      kinks = List.of();
      for (int k = 0; k < reach; k++) {
        plus[k] = probe.held(i, (k + 1) * h);
        minus[k] = probe.held(i, -(k + 1) * h);
      }
      return quotient(theta, h);
    }

    /**
     * An estimate of the rounding of a value, from the fourth difference f(2h) − 4 f(h) + 6 f(0) −
     * 4 f(−h) + f(−2h) = h⁴ f⁗ + …, which at small steps is nothing but rounding: of independent
     * errors of deviation σ it has the deviation √(1 + 16 + 36 + 16 + 1) σ.
     *
     * <p>Hamming (1962), Numerical Methods for Scientists and Engineers, on the noise in a table.
     */
    private double noise() {
      if (reach < 2) {
        return 0;
      }
      double fourth = (plus[1] + minus[1]) - 4 * (plus[0] + minus[0]) + 6 * centre;
      return Math.abs(fourth) / Math.sqrt(70);
    }

    private Quotient quotient(double theta, double h) {
      double low = centre;
      double high = centre;
      for (int k = 0; k < reach; k++) {
        low = Math.min(low, Math.min(plus[k], minus[k]));
        high = Math.max(high, Math.max(plus[k], minus[k]));
      }
      double far = reach * h;
      double ofValues = 4 * Math.ulp(Math.max(Math.abs(low), Math.abs(high)));
      double ofArgument = 2 * (high - low) / h * Math.ulp(Math.abs(theta) + far);
      return new Quotient(
          h,
          Difference.this.quotient(plus, minus, h),
          (ofValues + ofArgument) / h,
          noise(),
          low == high,
          (centre - minus[reach - 1]) / far,
          (plus[reach - 1] - centre) / far,
          kinks,
          holdable);
    }
  }

  /**
   * A difference quotient, and how far it can be trusted.
   *
   * @param h the step
   * @param value the quotient
   * @param rounding what rounding does to it: of the values, 4 ulp(max|f|) / h, and of the shifted
   *     argument, which is off by up to ulp(θ) on a slope of (max f − min f) / h
   * @param noise an estimate of the rounding of a value, good at small steps
   * @param still whether no value differs from another
   * @param leftSlope (f(0) − f(−far)) / far, far being the farthest point
   * @param rightSlope (f(far) − f(0)) / far
   * @param kinks that it reaches over
   * @param holdable whether all of them can be held
   */
  record Quotient(
      double h,
      double value,
      double rounding,
      double noise,
      boolean still,
      double leftSlope,
      double rightSlope,
      List<Kink> kinks,
      boolean holdable) {}

  private static List<Kink> union(List<Kink> kinks, List<Kink> crossed) {
    List<Kink> union = new ArrayList<>(kinks);
    for (Kink kink : crossed) {
      if (!union.contains(kink)) {
        union.add(kink);
      }
    }
    return union;
  }
}
