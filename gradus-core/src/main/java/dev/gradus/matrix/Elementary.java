package dev.gradus.matrix;

import dev.gradus.kernel.Gated;
import dev.gradus.kernel.Logistic;

/**
 * Elementary functions whose results are the same bits on every machine, in float64. {@code Math}
 * promises one ulp, not the bits; these take their place wherever a number may reach a result.
 */
public final class Elementary {
  private Elementary() {}

  /** eˣ; worst measured error 0.74 ulp. */
  public static double exp(double x) {
    return dev.gradus.kernel.Elementary.exp(x);
  }

  /** eˣ − 1, without cancellation at 0; worst measured error 1.05 ulp. */
  public static double expm1(double x) {
    return dev.gradus.kernel.Elementary.expm1(x);
  }

  /** ln x; −∞ at 0, NaN below; worst measured error 0.53 ulp. */
  public static double log(double x) {
    return dev.gradus.kernel.Elementary.log(x);
  }

  /** ln(1 + x), without cancellation at 0; −∞ at −1, NaN below; worst measured error 0.56 ulp. */
  public static double log1p(double x) {
    return dev.gradus.kernel.Elementary.log1p(x);
  }

  /** tanh x = (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ); worst measured error 0.95 ulp. */
  public static double tanh(double x) {
    return dev.gradus.kernel.Elementary.tanh(x);
  }

  /** The logistic function 1 / (1 + e⁻ˣ); worst measured error 0.68 ulp. */
  public static double sigmoid(double x) {
    return dev.gradus.kernel.Elementary.sigmoid(x);
  }

  /** The error function, 2/√π ∫₀ˣ e^(−t²) dt; worst measured error 0.83 ulp. */
  public static double erf(double x) {
    return dev.gradus.kernel.Elementary.erf(x);
  }

  /** 1 − erf x, without cancellation; worst measured error 3.52 ulp. */
  public static double erfc(double x) {
    return dev.gradus.kernel.Elementary.erfc(x);
  }

  /** σ′(x) = σ(x) σ(−x), without cancellation; worst measured error below 4 ulp. */
  public static double sigmoidSlope(double x) {
    return Logistic.sigmoidSlope(x);
  }

  /** tanh′(x) = 1 / cosh² x, without cancellation; worst measured error below 4 ulp. */
  public static double tanhSlope(double x) {
    return Logistic.tanhSlope(x);
  }

  /** ln(1 + eˣ); worst measured error 2 ulp. */
  public static double softplus(double x) {
    return Logistic.softplus(x);
  }

  /** ln cosh x, without cancellation at 0; worst measured error 4 ulp. */
  public static double logCosh(double x) {
    return Logistic.logCosh(x);
  }

  /** eˣ − (t + tLow), with the digits that the difference keeps; tLow is far below t. */
  public static double expMinus(double x, double t, double tLow) {
    return Logistic.expMinus(x, t, tLow);
  }

  /** σ(x) − t for t from 0 to 1, with the digits that the difference keeps. */
  public static double sigmoidMinus(double x, double t) {
    return Logistic.sigmoidMinus(x, t);
  }

  /** x σ(x). */
  public static double silu(double x) {
    return Gated.silu(x);
  }

  /** σ(x) (1 + x σ(−x)). */
  public static double siluSlope(double x) {
    return Gated.siluSlope(x);
  }

  /** x Φ(x), Φ the normal distribution. */
  public static double gelu(double x) {
    return Gated.gelu(x);
  }

  /** Φ(x) + x φ(x), φ the normal density. */
  public static double geluSlope(double x) {
    return Gated.geluSlope(x);
  }

  /** x tanh(ln(1 + eˣ)). */
  public static double mish(double x) {
    return Gated.mish(x);
  }

  /** The derivative of {@link #mish}. */
  public static double mishSlope(double x) {
    return Gated.mishSlope(x);
  }

  /**
   * How the tail of the normal distribution is computed, for programs that write it in another
   * form: Φ(−a) = e^(−a²/2) / (a + 5) · Σᵢ cᵢ uⁱ with u = (a − 5) / (a + 5), for 0 ≤ a ≤ 40, to
   * 2⁻⁵⁵ and what the rounding of a²/2 costs.
   *
   * @return c₀, c₁, …
   */
  public static double[] normalTail() {
    return Gated.normalTail();
  }
}
