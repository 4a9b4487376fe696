package dev.gradus.kernel;

import java.util.function.DoubleBinaryOperator;

/** {@link PairLoopTemplate} with its function in fields: serves where no class can be copied. */
final class SharedPairLoop extends PairLoop {
  private final DoubleBinaryOperator f;
  private final DoubleBinaryOperator df;

  SharedPairLoop(DoubleBinaryOperator f, DoubleBinaryOperator df) {
    this.f = f;
    this.df = df;
  }

  @Override
  void combine(double[] a, double[] b, double[] c, int from, int to) {
    for (int i = from; i < to; i++) {
      c[i] = f.applyAsDouble(a[i], b[i]);
    }
  }

  @Override
  void combine(float[] a, float[] b, float[] c, int from, int to) {
    for (int i = from; i < to; i++) {
      c[i] = (float) f.applyAsDouble(a[i], b[i]);
    }
  }

  @Override
  double sum(double[] p, double[] t, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += f.applyAsDouble(p[i], t[i]);
    }
    return sum;
  }

  @Override
  double sum(float[] p, float[] t, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += f.applyAsDouble(p[i], t[i]);
    }
    return sum;
  }

  @Override
  void gradient(double[] p, double[] t, double[] dp, double scale, int from, int to) {
    for (int i = from; i < to; i++) {
      dp[i] = scale * df.applyAsDouble(p[i], t[i]);
    }
  }

  @Override
  void gradient(float[] p, float[] t, float[] dp, double scale, int from, int to) {
    for (int i = from; i < to; i++) {
      dp[i] = (float) (scale * df.applyAsDouble(p[i], t[i]));
    }
  }
}
