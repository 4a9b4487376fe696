package dev.gradus.kernel;

/** Elementary functions with the same bits on every machine. */
public final class Elementary {
  private Elementary() {}

  /** eˣ. */
  public static double exp(double x) {
    return StrictMath.exp(x);
  }

  /** ln x. */
  public static double log(double x) {
    return StrictMath.log(x);
  }

  /** ln(1 + x). */
  public static double log1p(double x) {
    return StrictMath.log1p(x);
  }

  /** Hyperbolic tangent. */
  public static double tanh(double x) {
    return StrictMath.tanh(x);
  }

  /** 1 / (1 + e⁻ˣ). */
  public static double sigmoid(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }
}
