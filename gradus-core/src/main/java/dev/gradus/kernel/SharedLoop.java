package dev.gradus.kernel;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** {@link LoopTemplate} with its function in fields: serves where no class can be copied. */
final class SharedLoop extends Loop {
  static final Loop NONE = new SharedLoop(x -> x, (x, y) -> 1);

  private final DoubleUnaryOperator f;
  private final DoubleBinaryOperator df;

  SharedLoop(DoubleUnaryOperator f, DoubleBinaryOperator df) {
    this.f = f;
    this.df = df;
  }

  @Override
  void map(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = f.applyAsDouble(x[i]);
    }
  }

  @Override
  void map(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = (float) f.applyAsDouble(x[i]);
    }
  }

  @Override
  void gradient(double[] x, double[] y, double[] dy, double[] dx, int from, int to) {
    for (int i = from; i < to; i++) {
      dx[i] = dy[i] * df.applyAsDouble(x[i], y[i]);
    }
  }

  @Override
  void gradient(float[] x, float[] y, float[] dy, float[] dx, int from, int to) {
    for (int i = from; i < to; i++) {
      dx[i] = (float) (dy[i] * df.applyAsDouble(x[i], y[i]));
    }
  }
}
