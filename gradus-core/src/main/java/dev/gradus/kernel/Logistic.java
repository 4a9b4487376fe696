package dev.gradus.kernel;

import static dev.gradus.kernel.Coefficients.LN2_HIGH;
import static dev.gradus.kernel.Coefficients.LN2_LOW;
import static dev.gradus.kernel.Coefficients.ROUND;
import static dev.gradus.kernel.Elementary.exp;
import static dev.gradus.kernel.Elementary.expm1;
import static dev.gradus.kernel.Elementary.log1p;
import static dev.gradus.kernel.Elementary.power1;
import static dev.gradus.kernel.Elementary.power2;
import static dev.gradus.kernel.Elementary.shifted;
import static dev.gradus.kernel.Elementary.tail;

/**
 * What belongs to the logistic function: its derivative and that of tanh, its integral softplus, ln
 * cosh, and differences that vanish where a prediction is right. The same bits on every machine,
 * made as {@link Elementary} is.
 */
public final class Logistic {
  private static final double LN2 = 0x1.62e42fefa39efp-1;

  private Logistic() {}

  /** σ′(x) = e<sup>−|x|</sup> / (1 + e<sup>−|x|</sup>)². Worst error below 4 ulp. */
  public static double sigmoidSlope(double x) {
    return slope(-Math.abs(x), 1);
  }

  /** tanh′(x) = 4 e<sup>−2|x|</sup> / (1 + e<sup>−2|x|</sup>)². Worst error below 4 ulp. */
  public static double tanhSlope(double x) {
    return slope(-2 * Math.abs(x), 4);
  }

  /**
   * factor · w / (1 + w)² with w = e<sup>argument</sup>. w and 1 + w are carried in two parts; the
   * errors of 1 + w and of its inverse v go into the last product, as (v (1 + ε))² = v² (1 + 2ε).
   */
  private static double slope(double argument, double factor) {
    double z = argument < -750 ? -750 : argument;
    double shifted = shifted(z);
    double k = shifted - ROUND;
    double high = Math.fma(k, -LN2_HIGH, z);
    double r = Math.fma(k, -LN2_LOW, high);
    double p = tail(r, Math.fma(k, -LN2_LOW, high - r));
    double one = 1 + r;
    double rest = (r - (one - 1)) + p;
    double s = one + rest;
    double low = rest - (s - one);
    double p1 = power1(shifted);
    double p2 = power2(shifted);
    double w = s * p1 * p2;
    double below = 1 + w;
    double belowLow = Math.fma(low * p1, p2, w - (below - 1));
    double v = 1 / below;
    double epsilon = Math.fma(-v, below, 1) - v * belowLow;
    double y = Math.fma(s, v, low * v) * v;
    return Math.fma(2 * epsilon, y, y) * factor * p1 * p2;
  }

  /**
   * ln(1 + e<sup>x</sup>) = max(x, 0) + ln(1 + e<sup>−|x|</sup>), all terms positive. Worst error 2
   * ulp.
   */
  public static double softplus(double x) {
    return Math.max(x, 0) + log1p(exp(-Math.abs(x)));
  }

  /**
   * ln cosh x. Worst error 4 ulp.
   *
   * <p>cosh x − 1 = (e<sup>x</sup> + e<sup>−x</sup> − 2)/2 = u² / (2 (1 + u)) with u =
   * e<sup>|x|</sup> − 1, so ln(1 + that) loses nothing at 0. From 22 on e<sup>−2|x|</sup> no longer
   * counts, and it is |x| − ln 2.
   */
  public static double logCosh(double x) {
    double a = Math.abs(x);
    if (a > 22) {
      return a - LN2;
    }
    double u = expm1(a);
    return log1p(u * (0.5 * u / (1 + u)));
  }

  /**
   * e<sup>x</sup> − (t + tLow), where t + tLow is a sum in two parts, as of a product and its
   * rounding error. The exponential is carried in two parts as well, so that 4 ulp hold until the
   * difference is 2⁻⁵ of its terms; closer, its error is 2⁻⁵⁶ of them.
   */
  public static double expMinus(double x, double t, double tLow) {
    double z = x < -746 ? -746 : x;
    z = z > 710 ? 710 : z;
    double shifted = shifted(z);
    double k = shifted - ROUND;
    double high = Math.fma(k, -LN2_HIGH, z);
    double r = Math.fma(k, -LN2_LOW, high);
    double p = tail(r, Math.fma(k, -LN2_LOW, high - r));
    double one = 1 + r;
    double rest = (r - (one - 1)) + p;
    double s = one + rest;
    double p1 = power1(shifted);
    double p2 = power2(shifted);
    double e = s * p1 * p2;
    if (e == Double.POSITIVE_INFINITY) {
      return e;
    }
    double eLow = (rest - (s - one)) * p1 * p2;
    return (e - t) + (eLow - tLow);
  }

  /**
   * σ(x) − t for a t from 0 to 1: at t = 1 it is −σ(−x), which has all its digits. Elsewhere σ is
   * carried in two parts, with the precision of {@link #expMinus}.
   */
  public static double sigmoidMinus(double x, double t) {
    return x < 0 ? tailMinus(x, t) : -tailMinus(-x, 1 - t);
  }

  /**
   * σ(z) − t for z ≤ 0: w / (1 + w) with w = e<sup>z</sup>, whose quotient q leaves the remainder w
   * − q (1 + w).
   */
  private static double tailMinus(double argument, double t) {
    double z = argument < -746 ? -746 : argument;
    double shifted = shifted(z);
    double k = shifted - ROUND;
    double high = Math.fma(k, -LN2_HIGH, z);
    double r = Math.fma(k, -LN2_LOW, high);
    double p = tail(r, Math.fma(k, -LN2_LOW, high - r));
    double one = 1 + r;
    double rest = (r - (one - 1)) + p;
    double s = one + rest;
    double sLow = rest - (s - one);
    double p1 = power1(shifted);
    double p2 = power2(shifted);
    double w = p1 * p2;
    double ws = w * s;
    double bottom = 1 + ws;
    double bottomLow = Math.fma(w, sLow, ws - (bottom - 1));
    double q = s / bottom;
    double qLow = (Math.fma(-q, bottom, s) + Math.fma(-q, bottomLow, sLow)) / bottom;
    return (q * p1 * p2 - t) + qLow * p1 * p2;
  }
}
