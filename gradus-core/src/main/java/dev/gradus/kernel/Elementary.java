package dev.gradus.kernel;

import static dev.gradus.kernel.Coefficients.*;

/**
 * Gradus's own elementary functions, in float64: the same bits on every machine. They are made of
 * {@code + − × ÷}, {@link Math#fma}, comparisons and bit moves alone, each of which Java defines to
 * the last bit; {@link Math#exp} and its kin are allowed to differ between machines, and do.
 *
 * <p>No tables and no loops: a reduction, a polynomial, a reconstruction, and selections at the
 * ends, so that {@code VectorElementary} carries out the same operations in the same order in every
 * lane. Sums that decide the last bit are carried in two parts: for |a| ≥ |b| (or a = 0) the
 * rounding error of s = a + b is exactly e = b − (s − a), and s + (e + further small terms) is
 * rounded once.
 *
 * <p><b>Range.</b> NaN comes from NaN only (and from logarithms outside their domain); which NaN,
 * in sign and payload, is not defined. Signed zeros and infinities are kept as the limits demand.
 *
 * <p><b>Errors</b> are in units in the last place of the exact result, measured at 180,000 points a
 * function over its whole range, subnormal results included, with {@code
 * src/test/python/elementary.py table}; correct rounding would be 0.5. The tests assert the bounds.
 * No value was seen to go the wrong way between neighbours.
 *
 * <p>Formulas are from the definitions; the fits are ours, see {@code Coefficients}. Carrying sums
 * in two parts: T. J. Dekker, A floating-point technique for extending the available precision,
 * Numer. Math. 18 (1971). Splitting ln 2: W. J. Cody and W. Waite, Software Manual for the
 * Elementary Functions (1980). A polynomial in (x − k)/(x + k) for e<sup>x²</sup> erfc(x): M. M.
 * Shepherd and J. G. Laframboise, Math. Comp. 36 (1981).
 */
public final class Elementary {
  private Elementary() {}

  /**
   * The exponential, e<sup>x</sup>. Worst error 0.74 ulp, where the result is subnormal; 0 from
   * −745.14 down, infinity from 709.79 up.
   *
   * <p>x = k ln 2 + r with an integer k and |r| ≤ ½ ln 2, so e<sup>x</sup> = 2<sup>k</sup> (1 + r +
   * r² E(r)). Adding ROUND to x/ln 2 rounds it to k and leaves k in the lowest bits. k · LN2_HIGH
   * is exact, and so is its difference from x; r is rounded when the low part goes off, and what
   * rounding took is kept. 1 + r is carried in two parts, hence 0.5 ulp and the error of r² E(r) ≤
   * 0.07: 0.03 ulp. 2<sup>k</sup> is applied as two factors, each a normal number; only the second
   * can round, where the result is subnormal.
   */
  public static double exp(double x) {
    double z = x < -746 ? -746 : x;
    z = z > 710 ? 710 : z;
    double shifted = shifted(z);
    return significand(z, shifted) * power1(shifted) * power2(shifted);
  }

  /**
   * e<sup>x</sup> − 1, without cancellation at 0. Worst error 1.05 ulp; −1 far down, infinity from
   * 709.79.
   *
   * <p>With k and r of {@link #exp}: 2<sup>k</sup> ((1 − 2<sup>−k</sup>) + r + r² E(r)). The first
   * sum is 0 for k = 0 and larger than |r| otherwise, so that its sum with r in two parts is exact;
   * what it loses itself for k > 53 is added to the small terms.
   */
  public static double expm1(double x) {
    double z = x < -40 ? -40 : x;
    z = z > 710 ? 710 : z;
    double shifted = Math.fma(z, LOG2_E, ROUND);
    double k = shifted - ROUND;
    double high = Math.fma(k, -LN2_HIGH, z);
    double r = Math.fma(k, -LN2_LOW, high);
    double p = tail(r, Math.fma(k, -LN2_LOW, high - r));
    double n = inversePower(k > 64 ? 64 : k);
    double a = 1 - n;
    double s = a + r;
    double y = s + ((r - (s - a)) + (p + ((1 - a) - n)));
    return Math.copySign(y * power1(shifted) * power2(shifted), x);
  }

  /**
   * The hyperbolic tangent. Worst error 0.95 ulp; exactly odd; ±1 from |x| = 19.0616 on.
   *
   * <p>(e<sup>2x</sup> − 1) / (e<sup>2x</sup> + 1) with 2|x| = k ln 2 + r; numerator and
   * denominator are divided by 2<sup>k</sup>: (1 ∓ 2<sup>−k</sup>) + v with v = r + r² E(r), each
   * in two parts. The quotient q of the leading parts is corrected by (numerator − q · denominator)
   * / denominator, whose first part is one exact fma.
   */
  public static double tanh(double x) {
    double a = Math.abs(x);
    double z = 2 * (a > 22 ? 22 : a);
    double shifted = Math.fma(z, LOG2_E, ROUND);
    double k = shifted - ROUND;
    double high = Math.fma(k, -LN2_HIGH, z);
    double r = Math.fma(k, -LN2_LOW, high);
    double p = tail(r, Math.fma(k, -LN2_LOW, high - r));
    double v = r + p;
    double low = p - (v - r);
    double n = inversePower(k);
    double below = 1 - n;
    double above = 1 + n;
    double top = below + v;
    double bottom = above + v;
    double topLow = (v - (top - below)) + (low + ((1 - below) - n));
    double bottomLow = (v - (bottom - above)) + (low + ((1 - above) + n));
    return Math.copySign(quotient(top, topLow, bottom, bottomLow), x);
  }

  /**
   * The logistic function, 1 / (1 + e<sup>−x</sup>). Worst error 0.68 ulp, where the result is
   * subnormal; 0 from −745.14 down, 1 from 36.74 up, exactly ½ at 0.
   *
   * <p>With w = e<sup>−|x|</sup> ≤ 1, in two parts as in {@link #exp}: 1 / (1 + w) for x ≥ 0, w /
   * (1 + w) below, where 2<sup>k</sup> is left out of the numerator and applied last. The quotient
   * is corrected as in {@link #tanh}.
   */
  public static double sigmoid(double x) {
    double z = -Math.abs(x);
    z = z < -746 ? -746 : z;
    double shifted = Math.fma(z, LOG2_E, ROUND);
    double k = shifted - ROUND;
    double high = Math.fma(k, -LN2_HIGH, z);
    double r = Math.fma(k, -LN2_LOW, high);
    double p = tail(r, Math.fma(k, -LN2_LOW, high - r));
    double v = r + p;
    double s = 1 + v;
    double low = (v - (s - 1)) + (p - (v - r));
    double power1 = power1(shifted);
    double power2 = power2(shifted);
    double w = power1 * power2;
    double ws = w * s;
    double bottom = 1 + ws;
    double bottomLow = Math.fma(w, low, ws - (bottom - 1));
    boolean negative = x < 0;
    double y = quotient(negative ? s : 1, negative ? low : 0, bottom, bottomLow);
    return y * (negative ? power1 : 1) * (negative ? power2 : 1);
  }

  /**
   * The natural logarithm. Worst error 0.53 ulp; −∞ at ±0, NaN below.
   *
   * <p>x = 2<sup>k</sup> m with √½ ≤ m &lt; √2, cut out of the bits; then ln x = k ln 2 + ln(1 +
   * f), f = m − 1.
   */
  public static double log(double x) {
    boolean subnormal = x < Double.MIN_NORMAL;
    double scaled = subnormal ? x * UNSUBNORMAL : x;
    long bits = Double.doubleToRawLongBits(scaled) + (ONE - SQRT_HALF);
    double k = exponent(bits) - (subnormal ? INTEGER_BIAS_SUBNORMAL : INTEGER_BIAS);
    return logEnds(x, logOf(mantissa(bits) - 1, 0, k));
  }

  /**
   * ln(1 + x), without cancellation at 0. Worst error 0.56 ulp; −∞ at −1, NaN below.
   *
   * <p>u = 1 + x and its exact rounding error c. As in {@link #log}, u = 2<sup>k</sup> m, so 1 + x
   * = 2<sup>k</sup> (1 + f + c 2<sup>−k</sup>); where k = 0, f is x itself and c is 0.
   */
  public static double log1p(double x) {
    double u = 1 + x;
    double one = u - x;
    double c = (x - (u - one)) + (1 - one);
    long bits = Double.doubleToRawLongBits(u) + (ONE - SQRT_HALF);
    double k = exponent(bits) - INTEGER_BIAS;
    double scale =
        Double.longBitsToDouble((2047 - (bits >>> 52)) << 52); // 2^(1 − k), 0 for k = 1024
    boolean near = k == 0;
    double f = near ? x : mantissa(bits) - 1;
    double y = Math.copySign(logOf(f, near ? 0 : 0.5 * c * scale, k), x);
    return logEnds(u, y);
  }

  /**
   * The error function, 2/√π ∫₀ˣ e<sup>−t²</sup> dt. Worst error 0.83 ulp; exactly odd; ±1 from |x|
   * = 5.93 on.
   *
   * <p>|x| &lt; 1: 2/√π x + x³ F(x²), in two parts. Beyond: 1 − e<sup>g</sup>, where g = ln erfc
   * |x| is the polynomial G in |x| − 1; errors of g weigh erfc/erf ≤ 0.19 and less further out, so
   * g needs no second part.
   */
  public static double erf(double x) {
    double a = Math.abs(x);
    return Math.copySign(a < 1 ? erfNear(a, false) : erfFar(a, 1), x);
  }

  /**
   * The complementary error function, 1 − erf x, without cancellation. Worst error 3.52 ulp, also
   * in the subnormal tail; 0 from 27.23 up, 2 from −5.87 down.
   *
   * <p>|x| &lt; 1: 1 − erf x; x ≤ −1: 1 + erf |x|. Beyond: e<sup>−x²</sup> t C(u) with t = 1/(x +
   * 2) and u = (x − 2) t = 1 − 4t, where x² and t in two parts carry on what exp can use of them;
   * the errors of u, C(u) and two products remain. Far out C(u) is a difference of terms that add
   * up to three times its size: the largest part.
   */
  public static double erfc(double x) {
    if (Math.abs(x) < 1) {
      return erfNear(x, true);
    }
    return x < 0 ? erfFar(-x, 2) : erfcTail(x > 28 ? 28 : x);
  }

  /**
   * erf x, or 1 − erf x, for |x| &lt; 1: 2/√π x + x³ F(x²). All but F₁, F₂ … are carried in two
   * parts: near 1, erf rises by less than its last bit from one x to the next, and must not fall.
   */
  private static double erfNear(double x, boolean complement) {
    double z = x * x;
    double zLow = Math.fma(x, x, -z);
    double bend = f(z);
    double h = Math.fma(z, bend, F0);
    double hLow = Math.fma(z, bend, F0 - h);
    double cube = x * z;
    double cubeLow = Math.fma(x, zLow, Math.fma(x, z, -cube));
    double curved = cube * h;
    double curvedLow = Math.fma(cube, h, -curved) + Math.fma(cubeLow, h, cube * hLow);
    double straight = x * SLOPE_HIGH;
    double straightLow = Math.fma(x, SLOPE_LOW, Math.fma(x, SLOPE_HIGH, -straight));
    double s = straight + curved;
    double low = (curved - (s - straight)) + (straightLow + curvedLow);
    double rest = 1 - s;
    return complement ? rest + (((1 - rest) - s) - low) : s + low;
  }

  /** 2 − erfc(a) or 1 − erfc(a), for a ≥ 1. */
  private static double erfFar(double a, double from) {
    double g = g((a > 6 ? 6 : a) - 1);
    double shifted = Math.fma(g, LOG2_E, ROUND);
    double k = shifted - ROUND;
    double high = Math.fma(k, -LN2_HIGH, g);
    double r = Math.fma(k, -LN2_LOW, high);
    double p = tail(r, Math.fma(k, -LN2_LOW, high - r));
    double w = inversePower(-k);
    return Math.fma(-w, r + p, from - w);
  }

  private static double erfcTail(double x) {
    double square = x * x;
    double squareLow = Math.fma(x, x, -square);
    double shifted = Math.fma(-square, LOG2_E, ROUND);
    double k = shifted - ROUND;
    double high = Math.fma(k, -LN2_HIGH, -square);
    double c = Math.fma(k, LN2_LOW, squareLow);
    double r = high - c;
    double p = tail(r, (high - r) - c);
    double s = 1 + r;
    double low = (r - (s - 1)) + p;
    double d = x + 2;
    double t = 1 / d;
    double rest = Math.fma(-t, d, 1) - t * (2 - (d - x)); // (1 + rest) t is 1 / (x + 2) to 2⁻¹⁰⁰
    double u = Math.fma(-4 * t, rest, Math.fma(-4, t, 1));
    double factor = c(u) * t;
    double y = Math.fma(s, factor, Math.fma(s, rest, low) * factor);
    return y * power1(shifted) * power2(shifted);
  }

  /** k = ⌊z/ln 2⌉ in the lowest bits: {@code shifted − ROUND} is k. */
  static double shifted(double z) {
    return Math.fma(z, LOG2_E, ROUND);
  }

  /** e<sup>z</sup> 2<sup>−k</sup>, about 0.7 to 1.4: {@link #exp} before its last two factors. */
  static double significand(double z, double shifted) {
    double k = shifted - ROUND;
    double high = Math.fma(k, -LN2_HIGH, z);
    double r = Math.fma(k, -LN2_LOW, high);
    double p = tail(r, Math.fma(k, -LN2_LOW, high - r));
    double s = 1 + r;
    return s + ((r - (s - 1)) + p);
  }

  /** r² E(r), and what the rounding of r took away. */
  static double tail(double r, double low) {
    double rr = r * r;
    return Math.fma(rr, e(r, rr), low);
  }

  /** 2<sup>⌊k/2⌋</sup>, from k + 2046 in the lowest bits. */
  static double power1(double shifted) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(shifted) >>> 1 << 52);
  }

  /** 2<sup>k − ⌊k/2⌋</sup>. */
  static double power2(double shifted) {
    long bits = Double.doubleToRawLongBits(shifted);
    return Double.longBitsToDouble((bits - (bits >>> 1)) << 52);
  }

  /** 2<sup>−k</sup>, for an integer |k| &lt; 1023. */
  private static double inversePower(double k) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(POWER - k) << 52);
  }

  /** (top + topLow) / (bottom + bottomLow). */
  private static double quotient(double top, double topLow, double bottom, double bottomLow) {
    double inverse = 1 / bottom;
    double q = top * inverse;
    double rest = Math.fma(-q, bottom, top) + Math.fma(-q, bottomLow, topLow);
    return Math.fma(rest, inverse, q);
  }

  /** The biased exponent of the reduced logarithm, as a double above 2⁵². */
  private static double exponent(long bits) {
    return Double.longBitsToDouble(bits >>> 52 | INTEGER);
  }

  /** m, between √½ and √2. */
  private static double mantissa(long bits) {
    return Double.longBitsToDouble((bits & MANTISSA) + SQRT_HALF);
  }

  /**
   * k ln 2 + ln(1 + f + c). With s = (f + c) / (1 + (f + c)/2), in two parts, ln(1 + f + c) = 2
   * atanh(s/2) = s + s³ L(s²). (s rather than its half, which would round where x is subnormal.) k
   * · LN2_HIGH is exact; it is added to s in two parts, so only the last sum and s³ L(s²) ≤ 0.004
   * round where it matters.
   */
  private static double logOf(double f, double c, double k) {
    double half = 0.5 * f;
    double bottom = 1 + half;
    double bottomLow = Math.fma(0.5, c, half - (bottom - 1));
    double inverse = 1 / bottom;
    double s = f * inverse;
    double rest = Math.fma(-s, bottom, f) + Math.fma(-s, bottomLow, c);
    double z = s * s;
    double low = Math.fma(rest, inverse, s * z * l(z));
    double a = k * LN2_HIGH;
    double sum = a + s;
    return sum + ((s - (sum - a)) + Math.fma(k, LN2_LOW, low));
  }

  /** The logarithm of u, given its value inside. */
  private static double logEnds(double u, double inside) {
    double y = u >= 0 ? inside : Double.NaN;
    y = u == Double.POSITIVE_INFINITY ? Double.POSITIVE_INFINITY : y;
    return u == 0 ? Double.NEGATIVE_INFINITY : y;
  }

  // The polynomials: even and odd powers apart, two short chains instead of a long one.

  static double e(double r, double rr) {
    double even = Math.fma(E10, rr, E8);
    even = Math.fma(even, rr, E6);
    even = Math.fma(even, rr, E4);
    even = Math.fma(even, rr, E2);
    even = Math.fma(even, rr, E0);
    double odd = Math.fma(E11, rr, E9);
    odd = Math.fma(odd, rr, E7);
    odd = Math.fma(odd, rr, E5);
    odd = Math.fma(odd, rr, E3);
    odd = Math.fma(odd, rr, E1);
    return Math.fma(odd, r, even);
  }

  private static double l(double z) {
    double zz = z * z;
    double even = Math.fma(L6, zz, L4);
    even = Math.fma(even, zz, L2);
    even = Math.fma(even, zz, L0);
    double odd = Math.fma(L7, zz, L5);
    odd = Math.fma(odd, zz, L3);
    odd = Math.fma(odd, zz, L1);
    return Math.fma(odd, z, even);
  }

  /** F₁ + F₂ z + … */
  private static double f(double z) {
    double zz = z * z;
    double even = Math.fma(F9, zz, F7);
    even = Math.fma(even, zz, F5);
    even = Math.fma(even, zz, F3);
    even = Math.fma(even, zz, F1);
    double odd = Math.fma(F10, zz, F8);
    odd = Math.fma(odd, zz, F6);
    odd = Math.fma(odd, zz, F4);
    odd = Math.fma(odd, zz, F2);
    return Math.fma(odd, z, even);
  }

  private static double g(double v) {
    double vv = v * v;
    double even = Math.fma(G18, vv, G16);
    even = Math.fma(even, vv, G14);
    even = Math.fma(even, vv, G12);
    even = Math.fma(even, vv, G10);
    even = Math.fma(even, vv, G8);
    even = Math.fma(even, vv, G6);
    even = Math.fma(even, vv, G4);
    even = Math.fma(even, vv, G2);
    even = Math.fma(even, vv, G0);
    double odd = Math.fma(G17, vv, G15);
    odd = Math.fma(odd, vv, G13);
    odd = Math.fma(odd, vv, G11);
    odd = Math.fma(odd, vv, G9);
    odd = Math.fma(odd, vv, G7);
    odd = Math.fma(odd, vv, G5);
    odd = Math.fma(odd, vv, G3);
    odd = Math.fma(odd, vv, G1);
    return Math.fma(odd, v, even);
  }

  private static double c(double u) {
    double uu = u * u;
    double even = Math.fma(C22, uu, C20);
    even = Math.fma(even, uu, C18);
    even = Math.fma(even, uu, C16);
    even = Math.fma(even, uu, C14);
    even = Math.fma(even, uu, C12);
    even = Math.fma(even, uu, C10);
    even = Math.fma(even, uu, C8);
    even = Math.fma(even, uu, C6);
    even = Math.fma(even, uu, C4);
    even = Math.fma(even, uu, C2);
    even = Math.fma(even, uu, C0);
    double odd = Math.fma(C21, uu, C19);
    odd = Math.fma(odd, uu, C17);
    odd = Math.fma(odd, uu, C15);
    odd = Math.fma(odd, uu, C13);
    odd = Math.fma(odd, uu, C11);
    odd = Math.fma(odd, uu, C9);
    odd = Math.fma(odd, uu, C7);
    odd = Math.fma(odd, uu, C5);
    odd = Math.fma(odd, uu, C3);
    odd = Math.fma(odd, uu, C1);
    return Math.fma(odd, u, even);
  }
}
