package dev.gradus.kernel;

import static dev.gradus.kernel.Coefficients.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The parts of {@link Elementary} that its vector form is made of, each for one vector: the same
 * operations in the same order. Constants are vectors made once: a broadcast in place costs the
 * compiler as much as an operation (see {@link VectorElementary}).
 */
final class VectorParts {
  static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Long> LONGS =
      VectorSpecies.of(long.class, DOUBLES.vectorShape());

  static final int LANES = DOUBLES.length();

  static final DoubleVector HALVES = constant(0.5);
  static final DoubleVector INFINITIES = constant(Double.POSITIVE_INFINITY);
  static final DoubleVector INTEGER_BIASES = constant(INTEGER_BIAS);
  static final DoubleVector INTEGER_BIAS_SUBNORMALS = constant(INTEGER_BIAS_SUBNORMAL);
  static final DoubleVector LN2_HIGHS = constant(LN2_HIGH);
  static final DoubleVector LN2_LOWS = constant(LN2_LOW);
  static final DoubleVector LOG2_E_LANES = constant(LOG2_E);
  static final DoubleVector OF_MINUS_40 = constant(-40);
  static final DoubleVector OF_MINUS_746 = constant(-746);
  static final DoubleVector MINUS_INFINITIES = constant(Double.NEGATIVE_INFINITY);
  static final DoubleVector MINUS_LN2_HIGHS = constant(-LN2_HIGH);
  static final DoubleVector MINUS_LN2_LOWS = constant(-LN2_LOW);
  static final DoubleVector MIN_NORMALS = constant(Double.MIN_NORMAL);
  static final DoubleVector NANS = constant(Double.NaN);
  static final DoubleVector OF_2 = constant(2);
  static final DoubleVector OF_6 = constant(6);
  static final DoubleVector OF_22 = constant(22);
  static final DoubleVector OF_64 = constant(64);
  static final DoubleVector OF_710 = constant(710);
  static final DoubleVector ONES = constant(1);
  static final DoubleVector POWERS = constant(POWER);
  static final DoubleVector ROUND_LANES = constant(ROUND);
  static final DoubleVector SLOPE_HIGHS = constant(SLOPE_HIGH);
  static final DoubleVector SLOPE_LOWS = constant(SLOPE_LOW);
  static final DoubleVector UNSUBNORMALS = constant(UNSUBNORMAL);
  static final DoubleVector ZEROS = constant(0);
  static final LongVector INTEGER_BITS = LongVector.broadcast(LONGS, INTEGER);
  static final LongVector MANTISSA_BITS = LongVector.broadcast(LONGS, MANTISSA);
  static final LongVector OF_2047 = LongVector.broadcast(LONGS, 2047);
  static final LongVector ONE_LESS_SQRT_HALF = LongVector.broadcast(LONGS, ONE - SQRT_HALF);
  static final LongVector OTHER_BITS = LongVector.broadcast(LONGS, Long.MAX_VALUE);
  static final LongVector SIGN_BITS = LongVector.broadcast(LONGS, Long.MIN_VALUE);
  static final LongVector SQRT_HALF_BITS = LongVector.broadcast(LONGS, SQRT_HALF);
  static final DoubleVector VE0 = constant(E0);
  static final DoubleVector VE1 = constant(E1);
  static final DoubleVector VE2 = constant(E2);
  static final DoubleVector VE3 = constant(E3);
  static final DoubleVector VE4 = constant(E4);
  static final DoubleVector VE5 = constant(E5);
  static final DoubleVector VE6 = constant(E6);
  static final DoubleVector VE7 = constant(E7);
  static final DoubleVector VE8 = constant(E8);
  static final DoubleVector VE9 = constant(E9);
  static final DoubleVector VE10 = constant(E10);
  static final DoubleVector VE11 = constant(E11);
  static final DoubleVector VF0 = constant(F0);
  static final DoubleVector VF1 = constant(F1);
  static final DoubleVector VF2 = constant(F2);
  static final DoubleVector VF3 = constant(F3);
  static final DoubleVector VF4 = constant(F4);
  static final DoubleVector VF5 = constant(F5);
  static final DoubleVector VF6 = constant(F6);
  static final DoubleVector VF7 = constant(F7);
  static final DoubleVector VF8 = constant(F8);
  static final DoubleVector VF9 = constant(F9);
  static final DoubleVector VF10 = constant(F10);
  static final DoubleVector VG0 = constant(G0);
  static final DoubleVector VG1 = constant(G1);
  static final DoubleVector VG2 = constant(G2);
  static final DoubleVector VG3 = constant(G3);
  static final DoubleVector VG4 = constant(G4);
  static final DoubleVector VG5 = constant(G5);
  static final DoubleVector VG6 = constant(G6);
  static final DoubleVector VG7 = constant(G7);
  static final DoubleVector VG8 = constant(G8);
  static final DoubleVector VG9 = constant(G9);
  static final DoubleVector VG10 = constant(G10);
  static final DoubleVector VG11 = constant(G11);
  static final DoubleVector VG12 = constant(G12);
  static final DoubleVector VG13 = constant(G13);
  static final DoubleVector VG14 = constant(G14);
  static final DoubleVector VG15 = constant(G15);
  static final DoubleVector VG16 = constant(G16);
  static final DoubleVector VG17 = constant(G17);
  static final DoubleVector VG18 = constant(G18);
  static final DoubleVector VL0 = constant(L0);
  static final DoubleVector VL1 = constant(L1);
  static final DoubleVector VL2 = constant(L2);
  static final DoubleVector VL3 = constant(L3);
  static final DoubleVector VL4 = constant(L4);
  static final DoubleVector VL5 = constant(L5);
  static final DoubleVector VL6 = constant(L6);
  static final DoubleVector VL7 = constant(L7);

  private VectorParts() {}

  static DoubleVector load(double[] a, int at) {
    return DoubleVector.fromArray(DOUBLES, a, at);
  }

  static DoubleVector constant(double value) {
    return DoubleVector.broadcast(DOUBLES, value);
  }

  static DoubleVector power1(DoubleVector shifted) {
    LongVector bits = shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHR, 1);
    return bits.lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
  }

  static DoubleVector power2(DoubleVector shifted) {
    LongVector bits = shifted.reinterpretAsLongs();
    bits = bits.sub(bits.lanewise(VectorOperators.LSHR, 1));
    return bits.lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
  }

  static DoubleVector inversePower(DoubleVector k) {
    LongVector bits = POWERS.sub(k).reinterpretAsLongs();
    return bits.lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
  }

  static DoubleVector exponent(LongVector bits) {
    return bits.lanewise(VectorOperators.LSHR, 52).or(INTEGER_BITS).reinterpretAsDoubles();
  }

  static DoubleVector mantissa(LongVector bits) {
    return bits.and(MANTISSA_BITS).add(SQRT_HALF_BITS).reinterpretAsDoubles();
  }

  static DoubleVector copySign(DoubleVector y, DoubleVector x) {
    LongVector sign = x.reinterpretAsLongs().and(SIGN_BITS);
    return y.reinterpretAsLongs().and(OTHER_BITS).or(sign).reinterpretAsDoubles();
  }

  static DoubleVector quotient(
      DoubleVector top, DoubleVector topLow, DoubleVector bottom, DoubleVector bottomLow) {
    DoubleVector inverse = ONES.div(bottom);
    DoubleVector q = top.mul(inverse);
    DoubleVector minus = q.neg();
    DoubleVector rest = minus.fma(bottom, top).add(minus.fma(bottomLow, topLow));
    return rest.fma(inverse, q);
  }

  static DoubleVector logEnds(DoubleVector u, DoubleVector inside) {
    DoubleVector y = NANS.blend(inside, u.compare(VectorOperators.GE, ZEROS));
    y = y.blend(INFINITIES, u.eq(INFINITIES));
    return y.blend(MINUS_INFINITIES, u.eq(ZEROS));
  }

  static DoubleVector e(DoubleVector r, DoubleVector rr) {
    DoubleVector even = VE10.fma(rr, VE8);
    even = even.fma(rr, VE6);
    even = even.fma(rr, VE4);
    even = even.fma(rr, VE2);
    even = even.fma(rr, VE0);
    DoubleVector odd = VE11.fma(rr, VE9);
    odd = odd.fma(rr, VE7);
    odd = odd.fma(rr, VE5);
    odd = odd.fma(rr, VE3);
    odd = odd.fma(rr, VE1);
    return odd.fma(r, even);
  }

  static DoubleVector l(DoubleVector z) {
    DoubleVector zz = z.mul(z);
    DoubleVector even = VL6.fma(zz, VL4);
    even = even.fma(zz, VL2);
    even = even.fma(zz, VL0);
    DoubleVector odd = VL7.fma(zz, VL5);
    odd = odd.fma(zz, VL3);
    odd = odd.fma(zz, VL1);
    return odd.fma(z, even);
  }

  static DoubleVector f(DoubleVector z) {
    DoubleVector zz = z.mul(z);
    DoubleVector even = VF9.fma(zz, VF7);
    even = even.fma(zz, VF5);
    even = even.fma(zz, VF3);
    even = even.fma(zz, VF1);
    DoubleVector odd = VF10.fma(zz, VF8);
    odd = odd.fma(zz, VF6);
    odd = odd.fma(zz, VF4);
    odd = odd.fma(zz, VF2);
    return odd.fma(z, even);
  }

  static DoubleVector g(DoubleVector v) {
    DoubleVector vv = v.mul(v);
    DoubleVector even = VG18.fma(vv, VG16);
    even = even.fma(vv, VG14);
    even = even.fma(vv, VG12);
    even = even.fma(vv, VG10);
    even = even.fma(vv, VG8);
    even = even.fma(vv, VG6);
    even = even.fma(vv, VG4);
    even = even.fma(vv, VG2);
    even = even.fma(vv, VG0);
    DoubleVector odd = VG17.fma(vv, VG15);
    odd = odd.fma(vv, VG13);
    odd = odd.fma(vv, VG11);
    odd = odd.fma(vv, VG9);
    odd = odd.fma(vv, VG7);
    odd = odd.fma(vv, VG5);
    odd = odd.fma(vv, VG3);
    odd = odd.fma(vv, VG1);
    return odd.fma(v, even);
  }
}
