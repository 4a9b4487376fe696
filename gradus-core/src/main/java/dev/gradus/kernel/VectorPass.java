package dev.gradus.kernel;

import static dev.gradus.kernel.Coefficients.*;
import static dev.gradus.kernel.VectorParts.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** The passes of {@link Elementary}. */
enum VectorPass implements BlockPass {
  /** z = x between the ends beyond which e<sup>x</sup> is 0 or infinite. */
  CLAMP_EXP {
    @Override
    public void run(VectorElementary m, double[] x, double[] y, int at, int n) {
      for (int i = 0; i < n; i += LANES) {
        DoubleVector v = load(x, at + i);
        v = v.blend(OF_MINUS_746, v.lt(OF_MINUS_746));
        v.blend(OF_710, v.compare(VectorOperators.GT, OF_710)).intoArray(m.z, i);
      }
    }
  },

  /** As for exp; from −40 down e<sup>x</sup> − 1 is −1. */
  CLAMP_EXPM1 {
    @Override
    public void run(VectorElementary m, double[] x, double[] y, int at, int n) {
      for (int i = 0; i < n; i += LANES) {
        DoubleVector v = load(x, at + i);
        v = v.blend(OF_MINUS_40, v.lt(OF_MINUS_40));
        v.blend(OF_710, v.compare(VectorOperators.GT, OF_710)).intoArray(m.z, i);
      }
    }
  },

  /** z = 2 |x|. */
  PREPARE_TANH {
    @Override
    public void run(VectorElementary m, double[] x, double[] y, int at, int n) {
      for (int i = 0; i < n; i += LANES) {
        DoubleVector a = load(x, at + i).abs();
        a.blend(OF_22, a.compare(VectorOperators.GT, OF_22)).mul(OF_2).intoArray(m.z, i);
      }
    }
  },

  /** z = −|x|. */
  PREPARE_SIGMOID {
    @Override
    public void run(VectorElementary m, double[] x, double[] y, int at, int n) {
      for (int i = 0; i < n; i += LANES) {
        DoubleVector v = load(x, at + i).abs().neg();
        v.blend(OF_MINUS_746, v.lt(OF_MINUS_746)).intoArray(m.z, i);
      }
    }
  },

  /** z = ln erfc |x|, for |x| ≥ 1. */
  PREPARE_ERF {
    @Override
    public void run(VectorElementary m, double[] x, double[] y, int at, int n) {
      for (int i = 0; i < n; i += LANES) {
        DoubleVector a = load(x, at + i).abs();
        a = a.blend(OF_6, a.compare(VectorOperators.GT, OF_6));
        g(a.sub(ONES)).intoArray(m.z, i);
      }
    }
  },

  /** z = k ln 2 + r: leaves k (shifted), r and r² E(r) with what the rounding of r took away. */
  REDUCE {
    @Override
    public void run(VectorElementary m, double[] x, double[] y, int at, int n) {
      for (int i = 0; i < n; i += LANES) {
        DoubleVector z = load(m.z, i);
        DoubleVector shifted = z.fma(LOG2_E_LANES, ROUND_LANES);
        DoubleVector k = shifted.sub(ROUND_LANES);
        DoubleVector high = k.fma(MINUS_LN2_HIGHS, z);
        DoubleVector r = k.fma(MINUS_LN2_LOWS, high);
        DoubleVector low = k.fma(MINUS_LN2_LOWS, high.sub(r));
        DoubleVector rr = r.mul(r);
        shifted.intoArray(m.shifted, i);
        r.intoArray(m.r, i);
        rr.fma(e(r, rr), low).intoArray(m.p, i);
      }
    }
  },

  FINISH_EXP {
    @Override
    public void run(VectorElementary m, double[] x, double[] y, int at, int n) {
      for (int i = 0; i < n; i += LANES) {
        DoubleVector r = load(m.r, i);
        DoubleVector shifted = load(m.shifted, i);
        DoubleVector s = ONES.add(r);
        DoubleVector v = s.add(r.sub(s.sub(ONES)).add(load(m.p, i)));
        v.mul(power1(shifted)).mul(power2(shifted)).intoArray(y, at + i);
      }
    }
  },

  FINISH_EXPM1 {
    @Override
    public void run(VectorElementary m, double[] x, double[] y, int at, int n) {
      for (int i = 0; i < n; i += LANES) {
        DoubleVector r = load(m.r, i);
        DoubleVector shifted = load(m.shifted, i);
        DoubleVector k = shifted.sub(ROUND_LANES);
        DoubleVector power = inversePower(k.blend(OF_64, k.compare(VectorOperators.GT, OF_64)));
        DoubleVector a = ONES.sub(power);
        DoubleVector s = a.add(r);
        DoubleVector small = load(m.p, i).add(ONES.sub(a).sub(power));
        DoubleVector v = s.add(r.sub(s.sub(a)).add(small));
        v = v.mul(power1(shifted)).mul(power2(shifted));
        copySign(v, load(x, at + i)).intoArray(y, at + i);
      }
    }
  },

  FINISH_TANH {
    @Override
    public void run(VectorElementary m, double[] x, double[] y, int at, int n) {
      for (int i = 0; i < n; i += LANES) {
        DoubleVector r = load(m.r, i);
        DoubleVector p = load(m.p, i);
        DoubleVector v = r.add(p);
        DoubleVector low = p.sub(v.sub(r));
        DoubleVector power = inversePower(load(m.shifted, i).sub(ROUND_LANES));
        DoubleVector below = ONES.sub(power);
        DoubleVector above = ONES.add(power);
        DoubleVector top = below.add(v);
        DoubleVector bottom = above.add(v);
        DoubleVector topLow = v.sub(top.sub(below)).add(low.add(ONES.sub(below).sub(power)));
        DoubleVector bottomLow = v.sub(bottom.sub(above)).add(low.add(ONES.sub(above).add(power)));
        DoubleVector q = quotient(top, topLow, bottom, bottomLow);
        copySign(q, load(x, at + i)).intoArray(y, at + i);
      }
    }
  },

  FINISH_SIGMOID {
    @Override
    public void run(VectorElementary m, double[] x, double[] y, int at, int n) {
      for (int i = 0; i < n; i += LANES) {
        DoubleVector r = load(m.r, i);
        DoubleVector p = load(m.p, i);
        DoubleVector shifted = load(m.shifted, i);
        DoubleVector v = r.add(p);
        DoubleVector s = ONES.add(v);
        DoubleVector low = v.sub(s.sub(ONES)).add(p.sub(v.sub(r)));
        DoubleVector power1 = power1(shifted);
        DoubleVector power2 = power2(shifted);
        DoubleVector w = power1.mul(power2);
        DoubleVector ws = w.mul(s);
        DoubleVector bottom = ONES.add(ws);
        DoubleVector bottomLow = w.fma(low, ws.sub(bottom.sub(ONES)));
        VectorMask<Double> negative = load(x, at + i).lt(ZEROS);
        DoubleVector top = ONES.blend(s, negative);
        DoubleVector q = quotient(top, ZEROS.blend(low, negative), bottom, bottomLow);
        q = q.mul(ONES.blend(power1, negative)).mul(ONES.blend(power2, negative));
        q.intoArray(y, at + i);
      }
    }
  },

  /** 2/√π |x| + |x|³ F(x²), for |x| &lt; 1. */
  ERF_NEAR {
    @Override
    public void run(VectorElementary m, double[] x, double[] y, int at, int n) {
      for (int i = 0; i < n; i += LANES) {
        DoubleVector a = load(x, at + i).abs();
        DoubleVector z = a.mul(a);
        DoubleVector zLow = a.fma(a, z.neg());
        DoubleVector bend = f(z);
        DoubleVector h = z.fma(bend, VF0);
        DoubleVector hLow = z.fma(bend, VF0.sub(h));
        DoubleVector cube = a.mul(z);
        DoubleVector cubeLow = a.fma(zLow, a.fma(z, cube.neg()));
        DoubleVector curved = cube.mul(h);
        DoubleVector curvedLow = cube.fma(h, curved.neg()).add(cubeLow.fma(h, cube.mul(hLow)));
        DoubleVector straight = a.mul(SLOPE_HIGHS);
        DoubleVector straightLow = a.fma(SLOPE_LOWS, a.fma(SLOPE_HIGHS, straight.neg()));
        DoubleVector s = straight.add(curved);
        DoubleVector low = curved.sub(s.sub(straight)).add(straightLow.add(curvedLow));
        s.add(low).intoArray(m.near, i);
      }
    }
  },

  FINISH_ERF {
    @Override
    public void run(VectorElementary m, double[] x, double[] y, int at, int n) {
      for (int i = 0; i < n; i += LANES) {
        DoubleVector v = load(x, at + i);
        DoubleVector minus = ROUND_LANES.sub(load(m.shifted, i));
        DoubleVector w = inversePower(minus);
        DoubleVector far = w.neg().fma(load(m.r, i).add(load(m.p, i)), ONES.sub(w));
        copySign(far.blend(load(m.near, i), v.abs().lt(ONES)), v).intoArray(y, at + i);
      }
    }
  },

  PREPARE_LOG {
    @Override
    public void run(VectorElementary m, double[] x, double[] y, int at, int n) {
      for (int i = 0; i < n; i += LANES) {
        DoubleVector v = load(x, at + i);
        VectorMask<Double> subnormal = v.lt(MIN_NORMALS);
        DoubleVector scaled = v.blend(v.mul(UNSUBNORMALS), subnormal);
        LongVector bits = scaled.reinterpretAsLongs().add(ONE_LESS_SQRT_HALF);
        DoubleVector bias = INTEGER_BIASES.blend(INTEGER_BIAS_SUBNORMALS, subnormal);
        v.intoArray(m.u, i);
        exponent(bits).sub(bias).intoArray(m.k, i);
        mantissa(bits).sub(ONES).intoArray(m.f, i);
        ZEROS.intoArray(m.c, i);
      }
    }
  },

  PREPARE_LOG1P {
    @Override
    public void run(VectorElementary m, double[] x, double[] y, int at, int n) {
      for (int i = 0; i < n; i += LANES) {
        DoubleVector v = load(x, at + i);
        DoubleVector u = ONES.add(v);
        DoubleVector one = u.sub(v);
        DoubleVector c = v.sub(u.sub(one)).add(ONES.sub(one));
        LongVector bits = u.reinterpretAsLongs().add(ONE_LESS_SQRT_HALF);
        DoubleVector k = exponent(bits).sub(INTEGER_BIASES);
        LongVector power = OF_2047.sub(bits.lanewise(VectorOperators.LSHR, 52));
        DoubleVector scale = power.lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
        VectorMask<Double> same = k.eq(ZEROS);
        u.intoArray(m.u, i);
        k.intoArray(m.k, i);
        mantissa(bits).sub(ONES).blend(v, same).intoArray(m.f, i);
        HALVES.mul(c).mul(scale).blend(ZEROS, same).intoArray(m.c, i);
      }
    }
  },

  /** k ln 2 + ln(1 + f + c). */
  SUM_LOG {
    @Override
    public void run(VectorElementary m, double[] x, double[] y, int at, int n) {
      for (int i = 0; i < n; i += LANES) {
        DoubleVector f = load(m.f, i);
        DoubleVector c = load(m.c, i);
        DoubleVector k = load(m.k, i);
        DoubleVector half = HALVES.mul(f);
        DoubleVector bottom = ONES.add(half);
        DoubleVector bottomLow = HALVES.fma(c, half.sub(bottom.sub(ONES)));
        DoubleVector inverse = ONES.div(bottom);
        DoubleVector s = f.mul(inverse);
        DoubleVector minus = s.neg();
        DoubleVector rest = minus.fma(bottom, f).add(minus.fma(bottomLow, c));
        DoubleVector z = s.mul(s);
        DoubleVector low = rest.fma(inverse, s.mul(z).mul(l(z)));
        DoubleVector a = k.mul(LN2_HIGHS);
        DoubleVector sum = a.add(s);
        DoubleVector v = sum.add(s.sub(sum.sub(a)).add(k.fma(LN2_LOWS, low)));
        v.intoArray(m.result, i);
      }
    }
  },

  /** The ends of the domain. */
  FINISH_LOG {
    @Override
    public void run(VectorElementary m, double[] x, double[] y, int at, int n) {
      for (int i = 0; i < n; i += LANES) {
        logEnds(load(m.u, i), load(m.result, i)).intoArray(y, at + i);
      }
    }
  },

  /** The ends of the domain, and the sign of zero. */
  FINISH_LOG1P {
    @Override
    public void run(VectorElementary m, double[] x, double[] y, int at, int n) {
      for (int i = 0; i < n; i += LANES) {
        DoubleVector v = copySign(load(m.result, i), load(x, at + i));
        logEnds(load(m.u, i), v).intoArray(y, at + i);
      }
    }
  }
}
