package dev.gradus.kernel;

import static dev.gradus.kernel.GatedPass.*;
import static dev.gradus.kernel.VectorParts.LANES;
import static dev.gradus.kernel.VectorPass.*;

/**
 * {@link Elementary} over arrays, in the lanes of vectors: the same operations in the same order,
 * so the same bits (but for the sign and payload of a NaN). Derivations and errors stand there.
 * Where the scalar form chooses, both sides are computed here and the lanes blended. float32 is
 * widened, computed in float64 and rounded once.
 *
 * <p>Needs the module {@code jdk.incubator.vector}: this class must be loaded only where it is
 * present. One object per thread: it owns that thread's scratch memory.
 *
 * <p><b>Passes.</b> A function is a few passes over a block that stays in the first-level cache,
 * not one long expression: after some 75 vector operations in one compilation HotSpot inlines no
 * further methods (NodeCountInliningCutoff), nor ever one that has been compiled by itself to more
 * than 2,500 bytes, and a call that is not inlined passes its vectors through memory. tanh took
 * 12.3 ns an element in that way, 1.7 in passes. The passes must not be inlined into their caller
 * either, or they share its limit: each is a class of its own behind one call, and every function
 * has at least three of them, so that this call is megamorphic from the first block on.
 */
final class VectorElementary {
  /**
   * Elements between two visits of a pass: eight arrays of 2 KB. A multiple of every number of
   * lanes.
   */
  private static final int BLOCK = 256;

  private static final BlockPass[] EXP_PASSES = {CLAMP_EXP, REDUCE, FINISH_EXP};
  private static final BlockPass[] EXPM1_PASSES = {CLAMP_EXPM1, REDUCE, FINISH_EXPM1};
  private static final BlockPass[] TANH_PASSES = {PREPARE_TANH, REDUCE, FINISH_TANH};
  private static final BlockPass[] SIGMOID_PASSES = {PREPARE_SIGMOID, REDUCE, FINISH_SIGMOID};
  private static final BlockPass[] ERF_PASSES = {ERF_NEAR, PREPARE_ERF, REDUCE, FINISH_ERF};
  private static final BlockPass[] LOG_PASSES = {PREPARE_LOG, SUM_LOG, FINISH_LOG};
  private static final BlockPass[] LOG1P_PASSES = {PREPARE_LOG1P, SUM_LOG, FINISH_LOG1P};
  private static final BlockPass[] SILU_PASSES = {PREPARE_GATE, REDUCE, FINISH_SILU};
  private static final BlockPass[] GELU_PASSES = {PREPARE_GELU, REDUCE, FINISH_GELU};
  private static final BlockPass[] TANH_SLOPE_PASSES = {
    PREPARE_TANH_SLOPE, REDUCE, FINISH_TANH_SLOPE
  };
  private static final BlockPass[] SIGMOID_SLOPE_PASSES = {
    PREPARE_SIGMOID_SLOPE, REDUCE, FINISH_SIGMOID_SLOPE
  };
  private static final BlockPass[] SILU_SLOPE_PASSES = {
    PREPARE_GATE, REDUCE, BEND_SILU, FINISH_SILU_SLOPE
  };
  private static final BlockPass[] GELU_SLOPE_PASSES = {
    PREPARE_GELU_SLOPE, REDUCE, FINISH_GELU_SLOPE
  };

  private final double[] wide = new double[BLOCK];
  final double[] result = new double[BLOCK];
  final double[] near = new double[BLOCK];

  // The exponential's argument; then k + 2046 + 2⁵² + 2⁵¹, r and r² E(r).
  final double[] z = new double[BLOCK];
  final double[] shifted = new double[BLOCK];
  final double[] r = new double[BLOCK];
  final double[] p = new double[BLOCK];
  final double[] w = new double[BLOCK]; // the exponential itself

  // The logarithm's u = 2ᵏ (1 + f + c), in the arrays of the exponential.
  final double[] u = z;
  final double[] k = shifted;
  final double[] f = r;
  final double[] c = p;

  /** y[i] = f(x[i]) for from ≤ i &lt; to. x and y may be one array. */
  void map(ElementaryFunction function, double[] x, double[] y, int from, int to) {
    int i = from;
    while (i <= to - LANES) {
      int n = Math.min(BLOCK, to - i) / LANES * LANES;
      run(passes(function), x, y, i, n);
      i += n;
    }
    for (; i < to; i++) {
      y[i] = function.at(x[i]);
    }
  }

  /** y[i] = f(x[i]) for from ≤ i &lt; to. x and y may be one array. */
  void map(ElementaryFunction function, float[] x, float[] y, int from, int to) {
    int i = from;
    while (i <= to - LANES) {
      int n = Math.min(BLOCK, to - i) / LANES * LANES;
      widen(x, i, n);
      run(passes(function), wide, result, 0, n);
      narrow(y, i, n);
      i += n;
    }
    for (; i < to; i++) {
      y[i] = (float) function.at(x[i]);
    }
  }

  /** dx[i] = dy[i] · f(x[i]) for from ≤ i &lt; to. dy and dx may be one array. */
  void mapGradient(
      ElementaryFunction slope, double[] x, double[] dy, double[] dx, int from, int to) {
    int i = from;
    while (i <= to - LANES) {
      int n = Math.min(BLOCK, to - i) / LANES * LANES;
      System.arraycopy(x, i, wide, 0, n);
      run(passes(slope), wide, result, 0, n);
      multiply(dy, dx, i, n);
      i += n;
    }
    for (; i < to; i++) {
      dx[i] = dy[i] * slope.at(x[i]);
    }
  }

  /** dx[i] = dy[i] · f(x[i]) for from ≤ i &lt; to, rounded once. dy and dx may be one array. */
  void mapGradient(ElementaryFunction slope, float[] x, float[] dy, float[] dx, int from, int to) {
    int i = from;
    while (i <= to - LANES) {
      int n = Math.min(BLOCK, to - i) / LANES * LANES;
      widen(x, i, n);
      run(passes(slope), wide, result, 0, n);
      multiply(dy, dx, i, n);
      i += n;
    }
    for (; i < to; i++) {
      dx[i] = (float) (dy[i] * slope.at(x[i]));
    }
  }

  private void multiply(double[] dy, double[] dx, int at, int n) {
    for (int i = 0; i < n; i++) {
      dx[at + i] = dy[at + i] * result[i];
    }
  }

  private void multiply(float[] dy, float[] dx, int at, int n) {
    for (int i = 0; i < n; i++) {
      dx[at + i] = (float) (dy[at + i] * result[i]);
    }
  }

  private void run(BlockPass[] passes, double[] x, double[] y, int at, int n) {
    for (BlockPass pass : passes) {
      pass.run(this, x, y, at, n);
    }
  }

  private static BlockPass[] passes(ElementaryFunction function) {
    return switch (function) {
      case EXP -> EXP_PASSES;
      case EXPM1 -> EXPM1_PASSES;
      case LOG -> LOG_PASSES;
      case LOG1P -> LOG1P_PASSES;
      case TANH -> TANH_PASSES;
      case SIGMOID -> SIGMOID_PASSES;
      case ERF -> ERF_PASSES;
      case SILU -> SILU_PASSES;
      case GELU -> GELU_PASSES;
      case TANH_SLOPE -> TANH_SLOPE_PASSES;
      case SIGMOID_SLOPE -> SIGMOID_SLOPE_PASSES;
      case SILU_SLOPE -> SILU_SLOPE_PASSES;
      case GELU_SLOPE -> GELU_SLOPE_PASSES;
    };
  }

  // Plain loops, which the compiler vectorizes: a vector of half the width would be a second class
  // of
  // FloatVector in the process, and calls on the products' accumulators would no longer be inlined.

  private void widen(float[] x, int at, int n) {
    for (int i = 0; i < n; i++) {
      wide[i] = x[at + i];
    }
  }

  private void narrow(float[] y, int at, int n) {
    for (int i = 0; i < n; i++) {
      y[at + i] = (float) result[i];
    }
  }
}
