package dev.gradus.matrix;

/**
 * Elementary functions whose results are the same bits on every machine, in float64. {@code Math}
 * promises one ulp, not the bits; these take their place wherever a number may reach a result.
 */
public final class Elementary {
  private Elementary() {}

  /** eˣ. */
  public static double exp(double x) {
    return dev.gradus.kernel.Elementary.exp(x);
  }

  /** eˣ − 1, exact for small x. */
  public static double expm1(double x) {
    return dev.gradus.kernel.Elementary.expm1(x);
  }

  /** ln x; −∞ at 0, NaN below. */
  public static double log(double x) {
    return dev.gradus.kernel.Elementary.log(x);
  }

  /** ln(1 + x), exact for small x; −∞ at −1, NaN below. */
  public static double log1p(double x) {
    return dev.gradus.kernel.Elementary.log1p(x);
  }

  /** tanh x = (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ). */
  public static double tanh(double x) {
    return dev.gradus.kernel.Elementary.tanh(x);
  }

  /** The logistic function 1 / (1 + e⁻ˣ). */
  public static double sigmoid(double x) {
    return dev.gradus.kernel.Elementary.sigmoid(x);
  }

  /** The error function, 2/√π ∫₀ˣ e^(−t²) dt. */
  public static double erf(double x) {
    return dev.gradus.kernel.Elementary.erf(x);
  }

  /** 1 − erf x, exact far out. */
  public static double erfc(double x) {
    return dev.gradus.kernel.Elementary.erfc(x);
  }
}
