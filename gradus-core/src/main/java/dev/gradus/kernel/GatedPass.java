package dev.gradus.kernel;

import static dev.gradus.kernel.Coefficients.*;
import static dev.gradus.kernel.Gated.NEAR_ZERO;
import static dev.gradus.kernel.VectorParts.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * The passes of {@link Gated} and of the slopes of {@link Logistic}: the same operations in the
 * same order. All begin with an exponent z, which {@link VectorPass#REDUCE} takes apart.
 */
enum GatedPass implements BlockPass {
  /** z = −|x|. */
  PREPARE_GATE {
    @Override
    public void run(VectorElementary m, double[] x, double[] y, int at, int n) {
      for (int i = 0; i < n; i += LANES) {
        DoubleVector v = load(x, at + i).abs().neg();
        v.blend(OF_MINUS_760, v.lt(OF_MINUS_760)).intoArray(m.z, i);
      }
    }
  },

  /** z = −|x|, less far: the result is no product with x. */
  PREPARE_SIGMOID_SLOPE {
    @Override
    public void run(VectorElementary m, double[] x, double[] y, int at, int n) {
      for (int i = 0; i < n; i += LANES) {
        DoubleVector v = load(x, at + i).abs().neg();
        v.blend(OF_MINUS_750, v.lt(OF_MINUS_750)).intoArray(m.z, i);
      }
    }
  },

  /** z = −2 |x|. */
  PREPARE_TANH_SLOPE {
    @Override
    public void run(VectorElementary m, double[] x, double[] y, int at, int n) {
      for (int i = 0; i < n; i += LANES) {
        DoubleVector v = load(x, at + i).abs().mul(OF_MINUS_2);
        v.blend(OF_MINUS_750, v.lt(OF_MINUS_750)).intoArray(m.z, i);
      }
    }
  },

  /** z = −a²/2 with a = |x|, and a P(u) / (a + 5). */
  PREPARE_GELU {
    @Override
    public void run(VectorElementary m, double[] x, double[] y, int at, int n) {
      for (int i = 0; i < n; i += LANES) {
        DoubleVector a = upTo40(load(x, at + i));
        DoubleVector t = ONES.div(a.add(OF_5));
        MINUS_HALVES.mul(a).mul(a).intoArray(m.z, i);
        t.mul(p(OF_MINUS_10.fma(t, ONES))).mul(a).intoArray(m.near, i);
      }
    }
  },

  /** z = −a²/2 with a = |x|, and (a₀ − a) S(u). */
  PREPARE_GELU_SLOPE {
    @Override
    public void run(VectorElementary m, double[] x, double[] y, int at, int n) {
      for (int i = 0; i < n; i += LANES) {
        DoubleVector a = upTo40(load(x, at + i));
        DoubleVector t = ONES.div(a.add(OF_5));
        MINUS_HALVES.mul(a).mul(a).intoArray(m.z, i);
        DoubleVector d = GELU_ZERO_HIGHS.sub(a).add(GELU_ZERO_LOWS);
        s(OF_MINUS_10.fma(t, ONES)).mul(d).intoArray(m.near, i);
      }
    }
  },

  FINISH_SIGMOID_SLOPE {
    @Override
    public void run(VectorElementary m, double[] x, double[] y, int at, int n) {
      slope(m, y, at, n, ONES);
    }
  },

  FINISH_TANH_SLOPE {
    @Override
    public void run(VectorElementary m, double[] x, double[] y, int at, int n) {
      slope(m, y, at, n, OF_4);
    }
  },

  FINISH_SILU {
    @Override
    public void run(VectorElementary m, double[] x, double[] y, int at, int n) {
      for (int i = 0; i < n; i += LANES) {
        DoubleVector v = load(x, at + i);
        DoubleVector c = v.blend(OF_MINUS_760, v.lt(OF_MINUS_760));
        DoubleVector shifted = load(m.shifted, i);
        DoubleVector s = significand(load(m.r, i), load(m.p, i));
        DoubleVector p1 = power1(shifted);
        DoubleVector p2 = power2(shifted);
        VectorMask<Double> negative = v.lt(ZEROS);
        DoubleVector q = c.blend(c.mul(s), negative).div(ONES.add(s.mul(p1).mul(p2)));
        q.mul(ONES.blend(p1, negative)).mul(ONES.blend(p2, negative)).intoArray(y, at + i);
      }
    }
  },

  /**
   * e<sup>r</sup> in two parts, s and low, which take the place of r and p; w = e<sup>z</sup>; n =
   * 1 + z + w.
   */
  BEND_SILU {
    @Override
    public void run(VectorElementary m, double[] x, double[] y, int at, int n) {
      for (int i = 0; i < n; i += LANES) {
        DoubleVector r = load(m.r, i);
        DoubleVector z = load(m.z, i);
        DoubleVector shifted = load(m.shifted, i);
        DoubleVector one = ONES.add(r);
        DoubleVector rest = r.sub(one.sub(ONES)).add(load(m.p, i));
        DoubleVector s = one.add(rest);
        DoubleVector w = s.mul(power1(shifted)).mul(power2(shifted));
        s.intoArray(m.r, i);
        rest.sub(s.sub(one)).intoArray(m.p, i);
        w.intoArray(m.w, i);
        DoubleVector d = SILU_ZERO_HIGHS.add(z).add(SILU_ZERO_LOWS);
        DoubleVector dd = d.mul(d);
        DoubleVector rise = dd.fma(e(d, dd), d);
        VectorMask<Double> near = d.abs().lt(NEAR_ZEROS);
        ONES.add(z).add(w).blend(SILU_W0S.fma(rise, d), near).intoArray(m.near, i);
      }
    }
  },

  FINISH_SILU_SLOPE {
    @Override
    public void run(VectorElementary m, double[] x, double[] y, int at, int n) {
      for (int i = 0; i < n; i += LANES) {
        DoubleVector s = load(m.r, i);
        DoubleVector low = load(m.p, i);
        DoubleVector w = load(m.w, i);
        DoubleVector bend = load(m.near, i);
        DoubleVector p1 = power1(load(m.shifted, i));
        DoubleVector p2 = power2(load(m.shifted, i));
        DoubleVector below = ONES.add(w);
        DoubleVector belowLow = low.mul(p1).fma(p2, w.sub(below.sub(ONES)));
        DoubleVector v = ONES.div(below);
        DoubleVector epsilon = v.neg().fma(below, ONES).sub(v.mul(belowLow));
        VectorMask<Double> negative = load(x, at + i).lt(ZEROS);
        DoubleVector above = w.fma(ONES.sub(load(m.z, i)), ONES);
        DoubleVector top = above.blend(s.fma(bend, low.mul(bend)), negative);
        DoubleVector q = top.mul(v).mul(v);
        q = OF_2.mul(epsilon).fma(q, q);
        q.mul(ONES.blend(p1, negative)).mul(ONES.blend(p2, negative)).intoArray(y, at + i);
      }
    }
  },

  FINISH_GELU {
    @Override
    public void run(VectorElementary m, double[] x, double[] y, int at, int n) {
      for (int i = 0; i < n; i += LANES) {
        DoubleVector v = load(x, at + i);
        DoubleVector shifted = load(m.shifted, i);
        DoubleVector s = significand(load(m.r, i), load(m.p, i));
        DoubleVector part = s.mul(load(m.near, i)).mul(power1(shifted)).mul(power2(shifted));
        v.sub(part).blend(part.neg(), v.lt(ZEROS)).intoArray(y, at + i);
      }
    }
  },

  FINISH_GELU_SLOPE {
    @Override
    public void run(VectorElementary m, double[] x, double[] y, int at, int n) {
      for (int i = 0; i < n; i += LANES) {
        DoubleVector v = load(x, at + i);
        DoubleVector shifted = load(m.shifted, i);
        DoubleVector s = significand(load(m.r, i), load(m.p, i));
        DoubleVector part = s.mul(load(m.near, i)).mul(power1(shifted)).mul(power2(shifted));
        ONES.sub(part).blend(part, v.lt(ZEROS)).intoArray(y, at + i);
      }
    }
  };

  private static final DoubleVector GELU_ZERO_HIGHS = constant(GELU_ZERO_HIGH);
  private static final DoubleVector GELU_ZERO_LOWS = constant(GELU_ZERO_LOW);
  private static final DoubleVector MINUS_HALVES = constant(-0.5);
  private static final DoubleVector NEAR_ZEROS = constant(NEAR_ZERO);
  private static final DoubleVector OF_4 = constant(4);
  private static final DoubleVector OF_5 = constant(5);
  private static final DoubleVector OF_40 = constant(40);
  private static final DoubleVector OF_MINUS_2 = constant(-2);
  private static final DoubleVector OF_MINUS_10 = constant(-10);
  private static final DoubleVector OF_MINUS_750 = constant(-750);
  private static final DoubleVector OF_MINUS_760 = constant(-760);
  private static final DoubleVector SILU_W0S = constant(SILU_ZERO_HIGH - 1);
  private static final DoubleVector SILU_ZERO_HIGHS = constant(SILU_ZERO_HIGH);
  private static final DoubleVector SILU_ZERO_LOWS = constant(SILU_ZERO_LOW);
  private static final DoubleVector VP0 = constant(P0);
  private static final DoubleVector VP1 = constant(P1);
  private static final DoubleVector VP2 = constant(P2);
  private static final DoubleVector VP3 = constant(P3);
  private static final DoubleVector VP4 = constant(P4);
  private static final DoubleVector VP5 = constant(P5);
  private static final DoubleVector VP6 = constant(P6);
  private static final DoubleVector VP7 = constant(P7);
  private static final DoubleVector VP8 = constant(P8);
  private static final DoubleVector VP9 = constant(P9);
  private static final DoubleVector VP10 = constant(P10);
  private static final DoubleVector VP11 = constant(P11);
  private static final DoubleVector VP12 = constant(P12);
  private static final DoubleVector VP13 = constant(P13);
  private static final DoubleVector VP14 = constant(P14);
  private static final DoubleVector VP15 = constant(P15);
  private static final DoubleVector VP16 = constant(P16);
  private static final DoubleVector VP17 = constant(P17);
  private static final DoubleVector VP18 = constant(P18);
  private static final DoubleVector VP19 = constant(P19);
  private static final DoubleVector VS0 = constant(S0);
  private static final DoubleVector VS1 = constant(S1);
  private static final DoubleVector VS2 = constant(S2);
  private static final DoubleVector VS3 = constant(S3);
  private static final DoubleVector VS4 = constant(S4);
  private static final DoubleVector VS5 = constant(S5);
  private static final DoubleVector VS6 = constant(S6);
  private static final DoubleVector VS7 = constant(S7);
  private static final DoubleVector VS8 = constant(S8);
  private static final DoubleVector VS9 = constant(S9);
  private static final DoubleVector VS10 = constant(S10);
  private static final DoubleVector VS11 = constant(S11);
  private static final DoubleVector VS12 = constant(S12);
  private static final DoubleVector VS13 = constant(S13);
  private static final DoubleVector VS14 = constant(S14);
  private static final DoubleVector VS15 = constant(S15);
  private static final DoubleVector VS16 = constant(S16);
  private static final DoubleVector VS17 = constant(S17);
  private static final DoubleVector VS18 = constant(S18);

  private static DoubleVector upTo40(DoubleVector x) {
    DoubleVector a = x.abs();
    return a.blend(OF_40, a.compare(VectorOperators.GT, OF_40));
  }

  private static DoubleVector significand(DoubleVector r, DoubleVector p) {
    DoubleVector s = ONES.add(r);
    return s.add(r.sub(s.sub(ONES)).add(p));
  }

  private static void slope(VectorElementary m, double[] y, int at, int n, DoubleVector factor) {
    for (int i = 0; i < n; i += LANES) {
      DoubleVector r = load(m.r, i);
      DoubleVector shifted = load(m.shifted, i);
      DoubleVector one = ONES.add(r);
      DoubleVector rest = r.sub(one.sub(ONES)).add(load(m.p, i));
      DoubleVector s = one.add(rest);
      DoubleVector low = rest.sub(s.sub(one));
      DoubleVector p1 = power1(shifted);
      DoubleVector p2 = power2(shifted);
      DoubleVector w = s.mul(p1).mul(p2);
      DoubleVector below = ONES.add(w);
      DoubleVector belowLow = low.mul(p1).fma(p2, w.sub(below.sub(ONES)));
      DoubleVector v = ONES.div(below);
      DoubleVector epsilon = v.neg().fma(below, ONES).sub(v.mul(belowLow));
      DoubleVector q = s.fma(v, low.mul(v)).mul(v);
      q = OF_2.mul(epsilon).fma(q, q);
      q.mul(factor).mul(p1).mul(p2).intoArray(y, at + i);
    }
  }

  private static DoubleVector p(DoubleVector u) {
    DoubleVector uu = u.mul(u);
    DoubleVector even = VP18.fma(uu, VP16);
    even = even.fma(uu, VP14);
    even = even.fma(uu, VP12);
    even = even.fma(uu, VP10);
    even = even.fma(uu, VP8);
    even = even.fma(uu, VP6);
    even = even.fma(uu, VP4);
    even = even.fma(uu, VP2);
    even = even.fma(uu, VP0);
    DoubleVector odd = VP19.fma(uu, VP17);
    odd = odd.fma(uu, VP15);
    odd = odd.fma(uu, VP13);
    odd = odd.fma(uu, VP11);
    odd = odd.fma(uu, VP9);
    odd = odd.fma(uu, VP7);
    odd = odd.fma(uu, VP5);
    odd = odd.fma(uu, VP3);
    odd = odd.fma(uu, VP1);
    return odd.fma(u, even);
  }

  private static DoubleVector s(DoubleVector u) {
    DoubleVector uu = u.mul(u);
    DoubleVector even = VS18.fma(uu, VS16);
    even = even.fma(uu, VS14);
    even = even.fma(uu, VS12);
    even = even.fma(uu, VS10);
    even = even.fma(uu, VS8);
    even = even.fma(uu, VS6);
    even = even.fma(uu, VS4);
    even = even.fma(uu, VS2);
    even = even.fma(uu, VS0);
    DoubleVector odd = VS17.fma(uu, VS15);
    odd = odd.fma(uu, VS13);
    odd = odd.fma(uu, VS11);
    odd = odd.fma(uu, VS9);
    odd = odd.fma(uu, VS7);
    odd = odd.fma(uu, VS5);
    odd = odd.fma(uu, VS3);
    odd = odd.fma(uu, VS1);
    return odd.fma(u, even);
  }
}
