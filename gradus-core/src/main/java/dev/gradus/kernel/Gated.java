package dev.gradus.kernel;

import static dev.gradus.kernel.Coefficients.*;
import static dev.gradus.kernel.Elementary.e;
import static dev.gradus.kernel.Elementary.power1;
import static dev.gradus.kernel.Elementary.power2;
import static dev.gradus.kernel.Elementary.shifted;
import static dev.gradus.kernel.Elementary.significand;
import static dev.gradus.kernel.Elementary.tail;

/**
 * The functions x · g(x) with a gate g from 0 to 1 (silu, gelu, mish) and their derivatives: the
 * same bits on every machine, made as {@link Elementary} is. Formulas and derivations stand at
 * their constants in {@code dev.gradus.layer.Activation}; here stands how they are computed.
 *
 * <p>All are written in e<sup>−|x|</sup> (gelu: e<sup>−x²/2</sup>), which cannot overflow, and in
 * terms of one sign. Its power of two is left out and applied last, so that results far down are
 * rounded once where they become subnormal. From some |x| on nothing changes: there x is cut off
 * where it meets a factor that is 0, so that no infinity meets a zero.
 *
 * <p>Each derivative is 0 at one x₀ &lt; 0, where its terms cancel. Around it the difference is not
 * taken but expanded in d = x − x₀, with x₀ to 106 bits, so that it has all its digits next to its
 * zero as well.
 */
public final class Gated {
  /** Around its zero a derivative is expanded. */
  static final double NEAR_ZERO = 0.25;

  private Gated() {}

  /** The coefficients of P, the lowest power first. */
  public static double[] normalTail() {
    return new double[] {
      P0, P1, P2, P3, P4, P5, P6, P7, P8, P9, P10, P11, P12, P13, P14, P15, P16, P17, P18, P19
    };
  }

  /** x σ(x). Worst error below 3 ulp. */
  public static double silu(double x) {
    double c = x < -760 ? -760 : x;
    double z = cutOff(-Math.abs(c));
    double shifted = shifted(z);
    double s = significand(z, shifted);
    double p1 = power1(shifted);
    double p2 = power2(shifted);
    double d = 1 + s * p1 * p2; // 1 + e^−|x|
    return x < 0 ? c * s / d * p1 * p2 : c / d;
  }

  /**
   * σ(x) (1 + x σ(−x)). Worst error below 4 ulp.
   *
   * <p>With w = e<sup>−|x|</sup>: w (1 + x + w) / (1 + w)² below 0, (1 + w (1 + x)) / (1 + w)²
   * above. At the zero x₀ of n = 1 + x + w: n = d + w − w₀ = d + w₀ (e<sup>d</sup> − 1), where w₀ =
   * −1 − x₀ and e<sup>d</sup> − 1 = d + d² E(d). w and 1 + w are carried in two parts; the errors
   * of 1 + w and of its inverse v go into the last product, as (v (1 + ε))² = v² (1 + 2ε).
   */
  public static double siluSlope(double x) {
    double z = cutOff(-Math.abs(x));
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
    double d = (SILU_ZERO_HIGH + z) + SILU_ZERO_LOW;
    double rise = Math.fma(d * d, e(d, d * d), d);
    double n = Math.abs(d) < NEAR_ZERO ? Math.fma(SILU_ZERO_HIGH - 1, rise, d) : (1 + z) + w;
    double top = x < 0 ? Math.fma(s, n, low * n) : Math.fma(w, 1 - z, 1);
    double y = top * v * v;
    return Math.fma(2 * epsilon, y, y) * (x < 0 ? p1 : 1) * (x < 0 ? p2 : 1);
  }

  /**
   * x Φ(x), Φ the normal distribution. Worst error below 7 ulp from −2 up, below that the ½ x² ulp
   * which rounding x² costs more.
   *
   * <p>With a = |x|: m = a Φ(−a) = a e<sup>−a²/2</sup> P(u) / (a + 5), u = (a − 5)/(a + 5); then −m
   * below 0, and x − m above, since Φ(x) = 1 − Φ(−x).
   */
  public static double gelu(double x) {
    double a = Math.abs(x);
    a = a > 40 ? 40 : a;
    double z = -0.5 * a * a;
    double shifted = shifted(z);
    double s = significand(z, shifted);
    double t = 1 / (a + 5);
    double m = s * (t * p(Math.fma(-10, t, 1)) * a) * power1(shifted) * power2(shifted);
    return x < 0 ? -m : x - m;
  }

  /**
   * Φ(x) + x φ(x), φ = Φ′ the normal density. Worst error below 5 ulp from −2 up.
   *
   * <p>With a = |x|: m = Φ(−a) − a φ(a) = e<sup>−a²/2</sup> (a₀ − a) S(u), where −a₀ is its zero;
   * then m below 0, and 1 − m above.
   */
  public static double geluSlope(double x) {
    double a = Math.abs(x);
    a = a > 40 ? 40 : a;
    double z = -0.5 * a * a;
    double shifted = shifted(z);
    double s = significand(z, shifted);
    double t = 1 / (a + 5);
    double d = (GELU_ZERO_HIGH - a) + GELU_ZERO_LOW;
    double m = s * (s(Math.fma(-10, t, 1)) * d) * power1(shifted) * power2(shifted);
    return x < 0 ? m : 1 - m;
  }

  /**
   * x tanh(ln(1 + e<sup>x</sup>)). Worst error below 5 ulp.
   *
   * <p>With tanh l = (e<sup>2l</sup> − 1) / (e<sup>2l</sup> + 1) and w = e<sup>−|x|</sup>: x w (w +
   * 2) / (w (w + 2) + 2) below 0, x (1 + 2w) / (1 + 2w (1 + w)) above.
   */
  public static double mish(double x) {
    double c = x < -760 ? -760 : x;
    double z = cutOff(-Math.abs(c));
    double shifted = shifted(z);
    double s = significand(z, shifted);
    double p1 = power1(shifted);
    double p2 = power2(shifted);
    double w = s * p1 * p2;
    return x < 0
        ? c * (s * (w + 2) / Math.fma(w, w + 2, 2)) * p1 * p2
        : c * (Math.fma(2, w, 1) / Math.fma(2 * w, 1 + w, 1));
  }

  /**
   * The derivative of {@link #mish}. Worst error below 5 ulp.
   *
   * <p>With w = e<sup>−|x|</sup>: w b / (w (w + 2) + 2)², b = 4 (1 + x) + w (6 + 4x + w (4 + w))
   * below 0; ((1 + 2w)(1 + 2w (1 + w)) + 4x w² (1 + w)) / (1 + 2w (1 + w))² above.
   */
  public static double mishSlope(double x) {
    double z = cutOff(-Math.abs(x));
    double shifted = shifted(z);
    double s = significand(z, shifted);
    double p1 = power1(shifted);
    double p2 = power2(shifted);
    double w = s * p1 * p2;
    if (x < 0) {
      double below = Math.fma(w, w + 2, 2);
      return s * mishBend(z, w) / (below * below) * p1 * p2;
    }
    double below = Math.fma(2 * w, 1 + w, 1);
    double top = Math.fma(-4 * z * w, w * (1 + w), Math.fma(2, w, 1) * below);
    return top / (below * below);
  }

  /**
   * b for x &lt; 0. At its zero x₀, with w = w₀ + δ, δ = w₀ (e<sup>d</sup> − 1), each term less its
   * value at x₀: b = 4d + 6δ + 4 (d w + x₀ δ) + 4 δ (2 w₀ + δ) + δ (3 w₀² + 3 w₀ δ + δ²), in powers
   * of δ: d (4 + 4w) + δ (B₁ + δ (B₂ + δ)), all of the sign of d.
   */
  private static double mishBend(double x, double w) {
    double d = (MISH_ZERO_HIGH + x) + MISH_ZERO_LOW;
    if (Math.abs(d) < NEAR_ZERO) {
      double delta = MISH_W0 * Math.fma(d * d, e(d, d * d), d);
      return Math.fma(delta, Math.fma(delta, MISH_B2 + delta, MISH_B1), 4 * d * (1 + w));
    }
    return Math.fma(w, Math.fma(w, 4 + w, Math.fma(4, x, 6)), 4 * (1 + x));
  }

  /** e<sup>z</sup> times 760 is 0 from here on. */
  private static double cutOff(double z) {
    return z < -760 ? -760 : z;
  }

  /** P₀ + P₁ u + … */
  private static double p(double u) {
    double uu = u * u;
    double even = Math.fma(P18, uu, P16);
    even = Math.fma(even, uu, P14);
    even = Math.fma(even, uu, P12);
    even = Math.fma(even, uu, P10);
    even = Math.fma(even, uu, P8);
    even = Math.fma(even, uu, P6);
    even = Math.fma(even, uu, P4);
    even = Math.fma(even, uu, P2);
    even = Math.fma(even, uu, P0);
    double odd = Math.fma(P19, uu, P17);
    odd = Math.fma(odd, uu, P15);
    odd = Math.fma(odd, uu, P13);
    odd = Math.fma(odd, uu, P11);
    odd = Math.fma(odd, uu, P9);
    odd = Math.fma(odd, uu, P7);
    odd = Math.fma(odd, uu, P5);
    odd = Math.fma(odd, uu, P3);
    odd = Math.fma(odd, uu, P1);
    return Math.fma(odd, u, even);
  }

  /** S₀ + S₁ u + … */
  private static double s(double u) {
    double uu = u * u;
    double even = Math.fma(S18, uu, S16);
    even = Math.fma(even, uu, S14);
    even = Math.fma(even, uu, S12);
    even = Math.fma(even, uu, S10);
    even = Math.fma(even, uu, S8);
    even = Math.fma(even, uu, S6);
    even = Math.fma(even, uu, S4);
    even = Math.fma(even, uu, S2);
    even = Math.fma(even, uu, S0);
    double odd = Math.fma(S17, uu, S15);
    odd = Math.fma(odd, uu, S13);
    odd = Math.fma(odd, uu, S11);
    odd = Math.fma(odd, uu, S9);
    odd = Math.fma(odd, uu, S7);
    odd = Math.fma(odd, uu, S5);
    odd = Math.fma(odd, uu, S3);
    odd = Math.fma(odd, uu, S1);
    return Math.fma(odd, u, even);
  }
}
