package dev.gradus.kernel;

/**
 * The numbers of {@link Elementary} and of its vector twin, in one place for both. The polynomials
 * are minimax fits of our own (Remez exchange in 70 decimal digits, weighted so that the error is
 * the one of the function, first coefficients rounded one by one and the others fitted again):
 * {@code gradus-core/src/test/python/elementary.py fit} prints this file's numbers. The stated
 * errors are those of the polynomials with their rounded coefficients, evaluated exactly.
 */
final class Coefficients {
  /** 1 / ln 2. */
  static final double LOG2_E = 0x1.71547652b82fep0;

  /**
   * ln 2 to 42 bits: its product with an integer of 11 bits is exact. The two parts are ln 2 to 96
   * bits.
   */
  static final double LN2_HIGH = 0x1.62e42fefa38p-1;

  static final double LN2_LOW = 0x1.ef35793c7673p-45;

  /** 2/√π, the slope of erf at 0, to 106 bits. */
  static final double SLOPE_HIGH = 0x1.20dd750429b6dp+0;

  static final double SLOPE_LOW = 0x1.1ae3a914fed80p-56;

  /**
   * 2⁵² + 2⁵¹ + 2046. Adding it rounds to an integer k; the lowest 12 bits of the sum are k + 2046.
   */
  static final double ROUND = 0x1.80000000007fep52;

  /** 2⁵² + 2⁵¹ + 1023: the lowest bits of POWER − k are the biased exponent of 2<sup>−k</sup>. */
  static final double POWER = 0x1.80000000003ffp52;

  /**
   * 2⁵² as bits, the exponent under which an integer below 2⁵² is its own double; and less the
   * bias.
   */
  static final long INTEGER = 0x4330000000000000L;

  static final double INTEGER_BIAS = 0x1.00000000003ffp52;

  /** 2⁵⁴ scales a subnormal into the normal range. */
  static final double UNSUBNORMAL = 0x1p54;

  static final double INTEGER_BIAS_SUBNORMAL = 0x1.0000000000435p52;

  /** The bits of √½ (rounded up), the lower end of the reduced argument of log, and of 1. */
  static final long SQRT_HALF = 0x3fe6a09e667f3bcdL;

  static final long ONE = 0x3ff0000000000000L;
  static final long MANTISSA = 0x000fffffffffffffL;

  // E: (e^r − 1 − r) / r² for |r| ≤ ½ ln 2, in r. Relative to e^r − 1; error 2^-59.6.
  static final double E0 = 0x1.0p-1;
  static final double E1 = 0x1.5555555555555p-3;
  static final double E2 = 0x1.5555555555559p-5;
  static final double E3 = 0x1.1111111111118p-7;
  static final double E4 = 0x1.6c16c16c14a6fp-10;
  static final double E5 = 0x1.a01a01a01468bp-13;
  static final double E6 = 0x1.a01a01aec1e80p-16;
  static final double E7 = 0x1.71de3a74a5286p-19;
  static final double E8 = 0x1.27e4c9d3bddcdp-22;
  static final double E9 = 0x1.ae63b7c6da95fp-26;
  static final double E10 = 0x1.1f8ef90dad13bp-29;
  static final double E11 = 0x1.627ca25a169e4p-33;

  // L: (2 atanh(s/2)/s − 1) / s² for |s| ≤ 6 − 4√2, in z = s². Relative to 2 atanh(s/2); error
  // 2^-66.3.
  static final double L0 = 0x1.5555555555555p-4;
  static final double L1 = 0x1.9999999999d11p-7;
  static final double L2 = 0x1.24924924397d2p-9;
  static final double L3 = 0x1.c71c724b6a5aap-12;
  static final double L4 = 0x1.745ce1c78dc4cp-14;
  static final double L5 = 0x1.3b2024bb9e1a0p-16;
  static final double L6 = 0x1.0f673e99ff6cep-18;
  static final double L7 = 0x1.0f0e093f886c6p-20;

  // F: (erf(x)/x − 2/√π) / x² for |x| ≤ 1, in z = x². Relative to erf x; error 2^-56.8.
  static final double F0 = -0x1.812746b0379cbp-2;
  static final double F1 = 0x1.ce2f21a0412f9p-4;
  static final double F2 = -0x1.b82ce3120c4bdp-6;
  static final double F3 = 0x1.565bccfb0238dp-8;
  static final double F4 = -0x1.c02db07972a3cp-11;
  static final double F5 = 0x1.f9a2bf7fadb7ep-14;
  static final double F6 = -0x1.f4ca8f50a9146p-17;
  static final double F7 = 0x1.b9821ca1efd2ep-20;
  static final double F8 = -0x1.5c13e28656147p-23;
  static final double F9 = 0x1.d76bfb9db1715p-27;
  static final double F10 = -0x1.ac8df2e5435fbp-31;

  // G: ln erfc(1 + v) for 0 ≤ v ≤ 5, in v. Relative to erf(1 + v), where 1 − e^G is; error 2^-57.6.
  static final double G0 = -0x1.d97fbf27aa2a1p+0;
  static final double G1 = -0x1.51c9b0006c237p+1;
  static final double G2 = -0x1.afabc11a29554p-1;
  static final double G3 = -0x1.5477f09c10948p-5;
  static final double G4 = 0x1.48c9d3ed58483p-7;
  static final double G5 = -0x1.033f65e97eda1p-9;
  static final double G6 = 0x1.f1b3987fb84dcp-13;
  static final double G7 = 0x1.b8dd455d6d7dbp-16;
  static final double G8 = -0x1.c7a4c495deec1p-16;
  static final double G9 = 0x1.4263be97738c7p-17;
  static final double G10 = -0x1.1451e16afd945p-19;
  static final double G11 = 0x1.3105c066d0e1bp-23;
  static final double G12 = 0x1.a5267edc33dabp-24;
  static final double G13 = -0x1.c0f8971a2feb4p-25;
  static final double G14 = 0x1.0177d2c32b1a2p-26;
  static final double G15 = -0x1.8c060069838fcp-29;
  static final double G16 = 0x1.97dad8ec4dbfbp-32;
  static final double G17 = -0x1.ff50cd11038dap-36;
  static final double G18 = 0x1.276a5c7f59713p-40;

  // C: (x + 2) e^x² erfc(x) for 1 ≤ x ≤ 28, in u = (x − 2)/(x + 2). Relative; error 2^-55.4.
  static final double C0 = 0x1.058671b52c776p+0;
  static final double C1 = -0x1.5fd386754eff9p-1;
  static final double C2 = 0x1.1e2deea6b1172p-2;
  static final double C3 = -0x1.2a88e6107d5e1p-5;
  static final double C4 = -0x1.606e4155283aap-6;
  static final double C5 = 0x1.a89eaff872152p-8;
  static final double C6 = 0x1.9517bb6d47415p-9;
  static final double C7 = -0x1.b6fbf987f67f5p-11;
  static final double C8 = -0x1.5ba436bdce0e6p-11;
  static final double C9 = 0x1.2053ccd55dc07p-15;
  static final double C10 = 0x1.2ef9ceeb68df8p-13;
  static final double C11 = 0x1.1e7c6adb1f72dp-15;
  static final double C12 = -0x1.6bf33c00169a4p-16;
  static final double C13 = -0x1.0ef8b078c1e19p-16;
  static final double C14 = -0x1.28418458581c1p-20;
  static final double C15 = 0x1.fb2afdea8d491p-19;
  static final double C16 = 0x1.c9bfeaf139f25p-20;
  static final double C17 = -0x1.46e6f7252849ap-27;
  static final double C18 = 0x1.de477b01bc8c1p-23;
  static final double C19 = -0x1.936718968fbadp-20;
  static final double C20 = 0x1.68bffea2c64ebp-21;
  static final double C21 = 0x1.af6411dd1074bp-24;
  static final double C22 = -0x1.46cf984dee77ep-24;

  // P: (a + 5) e^(a²/2) Φ(−a), Φ the normal distribution, for 0 ≤ a ≤ 40, in u = (a − 5)/(a + 5).
  // Relative to 1 + a²/2 times that, which is what rounding a²/2 costs; error 2^-55.6.
  static final double P0 = 0x1.89d3abe1f95afp-1;
  static final double P1 = -0x1.54ad03f27ca28p-1;
  static final double P2 = 0x1.fb31653876c97p-2;
  static final double P3 = -0x1.410ed5f875324p-2;
  static final double P4 = 0x1.51f6329f14c8ep-3;
  static final double P5 = -0x1.1b1c254c9e041p-4;
  static final double P6 = 0x1.54b4d4e95776ap-6;
  static final double P7 = -0x1.88590efb1aa0cp-9;
  static final double P8 = -0x1.a2502b240cb1ap-11;
  static final double P9 = 0x1.1daf3011585a4p-11;
  static final double P10 = -0x1.f21802434fb86p-15;
  static final double P11 = -0x1.a1784722941cdp-15;
  static final double P12 = 0x1.17ed3af6e9a76p-16;
  static final double P13 = 0x1.0bee4bb3464f3p-18;
  static final double P14 = -0x1.73f2e22e282dap-19;
  static final double P15 = -0x1.7fee1dc57461ep-22;
  static final double P16 = 0x1.c934b7f1f0b68p-22;
  static final double P17 = 0x1.05dc050735dc9p-24;
  static final double P18 = -0x1.bdbddd0d836d5p-25;
  static final double P19 = -0x1.ebdb2261380e9p-27;

  // S: (e^(a²/2) Φ(−a) − a φ(0)) / (GELU_ZERO − a) in the same u. Relative likewise; error 2^-54.6.
  static final double S0 = 0x1.ce451b41a3ba2p-2;
  static final double S1 = -0x1.6fce89f8d2c81p-4;
  static final double S2 = 0x1.ef8423a0a5b7ap-5;
  static final double S3 = -0x1.231a8d1232609p-5;
  static final double S4 = 0x1.23c3758a262b8p-6;
  static final double S5 = -0x1.e0a95195b7091p-8;
  static final double S6 = 0x1.2dc0774ee0fdep-9;
  static final double S7 = -0x1.cdee0b40f5ed1p-12;
  static final double S8 = -0x1.fde088799fab4p-17;
  static final double S9 = 0x1.54f9614871287p-15;
  static final double S10 = -0x1.34c53d2724a4cp-17;
  static final double S11 = -0x1.0bae0d7fb6144p-19;
  static final double S12 = 0x1.6d83d8e8cd008p-20;
  static final double S13 = 0x1.b7179635dfe9bp-26;
  static final double S14 = -0x1.6b3a7ecd9288ep-23;
  static final double S15 = 0x1.efffae536678dp-28;
  static final double S16 = 0x1.575fdd276df25p-26;
  static final double S17 = 0x1.9191099aefa08p-32;
  static final double S18 = -0x1.2ac6a5232e42dp-30;

  /** The derivative of gelu is 0 at −GELU_ZERO, here to 106 bits; so are the next two. */
  static final double GELU_ZERO_HIGH = 0x1.80ead197f00b4p-1;

  static final double GELU_ZERO_LOW = -0x1.13e74c58cada8p-56;

  /** 1 − a + e^−a = 0. */
  static final double SILU_ZERO_HIGH = 0x1.474973c84120bp+0;

  static final double SILU_ZERO_LOW = 0x1.f8d74bc9ac154p-54;

  /** 4 (1 − a) + w (6 − 4a + 4w + w²) = 0 with w = e^−a. */
  static final double MISH_ZERO_HIGH = 0x1.31432c0d12d84p+0;

  static final double MISH_ZERO_LOW = 0x1.bf319154da210p-55;

  // With a = MISH_ZERO: w₀ = e^−a, B₁ = 6 − 4a + 8w₀ + 3w₀², B₂ = 4 + 3w₀.
  static final double MISH_W0 = 0x1.36c4202fc3eccp-2;
  static final double MISH_B1 = 0x1.f79bbdfa95d4ep+1;
  static final double MISH_B2 = 0x1.3a44c608f4bc6p+2;

  private Coefficients() {}
}
