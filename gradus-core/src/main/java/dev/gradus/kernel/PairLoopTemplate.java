package dev.gradus.kernel;

import java.util.Objects;
import java.util.function.DoubleBinaryOperator;

/** The loops of {@link PairLoop}; never used itself, only copied, once for each function. */
final class PairLoopTemplate extends PairLoop {
  private static final DoubleBinaryOperator F = Objects.requireNonNull(nextValue);
  private static final DoubleBinaryOperator DF = Objects.requireNonNull(nextDerivative);

  static {
    made = new PairLoopTemplate();
  }

  @Override
  void combine(double[] a, double[] b, double[] c, int from, int to) {
    for (int i = from; i < to; i++) {
      c[i] = F.applyAsDouble(a[i], b[i]);
    }
  }

  @Override
  void combine(float[] a, float[] b, float[] c, int from, int to) {
    for (int i = from; i < to; i++) {
      c[i] = (float) F.applyAsDouble(a[i], b[i]);
    }
  }

  @Override
  double sum(double[] p, double[] t, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += F.applyAsDouble(p[i], t[i]);
    }
    return sum;
  }

  @Override
  double sum(float[] p, float[] t, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += F.applyAsDouble(p[i], t[i]);
    }
    return sum;
  }

  @Override
  void gradient(double[] p, double[] t, double[] dp, double scale, int from, int to) {
    for (int i = from; i < to; i++) {
      dp[i] = scale * DF.applyAsDouble(p[i], t[i]);
    }
  }

  @Override
  void gradient(float[] p, float[] t, float[] dp, double scale, int from, int to) {
    for (int i = from; i < to; i++) {
      dp[i] = (float) (scale * DF.applyAsDouble(p[i], t[i]));
    }
  }
}
