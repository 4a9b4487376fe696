package dev.gradus.kernel;

import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * The loops of {@link Loop}; never used itself, only copied, once for each function. All arrays
 * share one index: two offsets would keep the compiler from vectorizing.
 */
final class LoopTemplate extends Loop {
  private static final DoubleUnaryOperator F = Objects.requireNonNull(nextValue);
  private static final DoubleBinaryOperator DF = Objects.requireNonNull(nextDerivative);

  static {
    made = new LoopTemplate();
  }

  @Override
  void map(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = F.applyAsDouble(x[i]);
    }
  }

  @Override
  void map(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = (float) F.applyAsDouble(x[i]);
    }
  }

  @Override
  void gradient(double[] x, double[] y, double[] dy, double[] dx, int from, int to) {
    for (int i = from; i < to; i++) {
      dx[i] = dy[i] * DF.applyAsDouble(x[i], y[i]);
    }
  }

  @Override
  void gradient(float[] x, float[] y, float[] dy, float[] dx, int from, int to) {
    for (int i = from; i < to; i++) {
      dx[i] = (float) (dy[i] * DF.applyAsDouble(x[i], y[i]));
    }
  }
}
