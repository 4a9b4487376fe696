package dev.gradus.tabular.onnx;

import dev.gradus.matrix.Elementary;

/**
 * Functions for which onnxruntime has no float64 kernel, or one that loses digits, written out of
 * those that it has. Each is right to some 1e-15 of its value wherever {@code Exp}, {@code Log} and
 * {@code Tanh} are, far below the 1e-12 that a float64 graph promises, unless it says otherwise.
 */
final class Functions {
  private Functions() {}

  /**
   * eˣ − 1, without cancellation at 0: (eˣ + 1) tanh(x/2), since tanh(x/2) = (eˣ − 1) / (eˣ + 1).
   * For x up to 700; beyond it overflows early.
   */
  static Real expm1(Real x) {
    return x.exp().plus(1).times(x.times(0.5).apply("Tanh"));
  }

  /**
   * ln(1 + w) for w ≥ 0, without cancellation at 0. u = 1 + w is rounded; ln u / (u − 1) hardly
   * depends on u near 1, so that w ln u / (u − 1) does not feel it (Kahan; Goldberg 1991, theorem
   * 4). Where u is 1, it is w.
   */
  static Real log1p(Real w) {
    Real u = w.plus(1);
    return u.equalTo(1).choose(w, w.times(u.log()).over(u.minus(1)));
  }

  /** e^−|x|, from which all of the following are made: it never overflows. */
  private static Real decay(Real x) {
    return x.abs().negated().exp();
  }

  /**
   * σ(x) = 1 / (1 + w) for x &gt; 0, w / (1 + w) below, w = e^−|x|: the small side has its digits.
   */
  static Real sigmoid(Real x) {
    Real w = decay(x);
    return x.above(0).choose(x.constant(1), w).over(w.plus(1));
  }

  /** ln(1 + eˣ) = max(x, 0) + ln(1 + e^−|x|). */
  static Real softplus(Real x) {
    return x.max(0).plus(log1p(decay(x)));
  }

  /** x σ(x). */
  static Real silu(Real x) {
    return x.times(sigmoid(x));
  }

  /**
   * x tanh(ln(1 + eˣ)). With e = eˣ: tanh(ln(1 + e)) = ((1 + e)² − 1) / ((1 + e)² + 1) = (e² + 2e)
   * / (e² + 2e + 2), all terms positive; above 0 divided by e², in w = 1/e: (1 + 2w) / (1 + 2w +
   * 2w²).
   */
  static Real mish(Real x) {
    Real w = decay(x);
    Real.Truth positive = x.above(0);
    Real top = positive.choose(w.times(2).plus(1), w.plus(2).times(w));
    Real rest = positive.choose(w.times(w).times(2), x.constant(2));
    return x.times(top.over(top.plus(rest)));
  }

  /**
   * x Φ(x), Φ the normal distribution: x Φ(−a) below 0 and x (1 − Φ(−a)) above, a = |x|, with the
   * tail of {@link Elementary#normalTail}, which keeps its digits; from 40 on it is 0. Rounding
   * a²/2 costs a²/2 · 2⁻⁵³ of the tail: 1e-13 at the far end.
   */
  static Real gelu(Real x) {
    Real a = x.abs().min(40);
    Real u = a.minus(5).over(a.plus(5));
    Real tail = a.times(a).times(-0.5).exp().times(polynomial(Elementary.normalTail(), u));
    tail = tail.over(a.plus(5));
    return x.above(0).choose(x.times(tail.from(1)), x.times(tail));
  }

  /** Σᵢ cᵢ uⁱ by Horner's rule. */
  private static Real polynomial(double[] c, Real u) {
    Real sum = u.times(c[c.length - 1]).plus(c[c.length - 2]);
    for (int i = c.length - 3; i >= 0; i--) {
      sum = sum.times(u).plus(c[i]);
    }
    return sum;
  }
}
