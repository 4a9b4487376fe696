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
    double of(double[] plus, double[] minus, double h) {
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
    double of(double[] plus, double[] minus, double h) {
      return (8 * (plus[0] - minus[0]) - (plus[1] - minus[1])) / (12 * h);
    }
  };

  private final int reach;

  Difference(int reach) {
    this.reach = reach;
  }

  abstract double of(double[] plus, double[] minus, double h);

  /**
   * A difference quotient, and how far it can be trusted.
   *
   * @param value the quotient
   * @param rounding what rounding the values alone does to it: 4 ulp(max|f|) / h
   * @param variation how steeply the values vary, (max f − min f) / h: where f is curved but flat,
   *     its computation cancels terms of this size
   * @param kinks that it reaches over
   */
  record Estimate(double value, double rounding, double variation, List<Kink> kinks) {}

  Estimate estimate(Objective.Probe probe, int i, double h) {
    double[] plus = new double[reach];
    double[] minus = new double[reach];
    List<Kink> kinks = new ArrayList<>();
    for (int k = 0; k < reach; k++) {
      plus[k] = probe.at(i, (k + 1) * h);
      collect(probe.crossed(), kinks);
      minus[k] = probe.at(i, -(k + 1) * h);
      collect(probe.crossed(), kinks);
    }
    double low = Math.min(least(plus), least(minus));
    double high = Math.max(greatest(plus), greatest(minus));
    double rounding = 4 * Math.ulp(Math.max(Math.abs(low), Math.abs(high))) / h;
    return new Estimate(of(plus, minus, h), rounding, (high - low) / h, kinks);
  }

  private static double least(double[] values) {
    double least = values[0];
    for (double value : values) {
      least = Math.min(least, value);
    }
    return least;
  }

  private static double greatest(double[] values) {
    double greatest = values[0];
    for (double value : values) {
      greatest = Math.max(greatest, value);
    }
    return greatest;
  }

  private static void collect(List<Kink> crossed, List<Kink> kinks) {
    for (Kink kink : crossed) {
      if (!kinks.contains(kink)) {
        kinks.add(kink);
      }
    }
  }
}
