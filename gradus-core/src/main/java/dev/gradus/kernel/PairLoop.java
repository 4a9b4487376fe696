package dev.gradus.kernel;

import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A function of two numbers, and its derivative by the first, run over arrays: elementwise, or
 * summed as a loss. Copied for each function as {@link Loop} is.
 */
public abstract class PairLoop {
  static @Nullable DoubleBinaryOperator nextValue;
  static @Nullable DoubleBinaryOperator nextDerivative;
  static @Nullable PairLoop made;

  /**
   * The loop of one function.
   *
   * @param value f(p, t)
   * @param derivative ∂f/∂p
   */
  public static PairLoop of(DoubleBinaryOperator value, DoubleBinaryOperator derivative) {
    synchronized (PairLoop.class) {
      nextValue = value;
      nextDerivative = derivative;
      made = null;
      Loop.defineCopy(PairLoopTemplate.class.getName());
      PairLoop loop = made;
      return loop == null ? new SharedPairLoop(value, derivative) : loop;
    }
  }

  /** The same loop without a class of its own: slower, same bits. */
  static PairLoop shared(DoubleBinaryOperator value, DoubleBinaryOperator derivative) {
    return new SharedPairLoop(value, derivative);
  }

  abstract void combine(double[] a, double[] b, double[] c, int from, int to);

  abstract void combine(float[] a, float[] b, float[] c, int from, int to);

  abstract double sum(double[] p, double[] t, int from, int to);

  abstract double sum(float[] p, float[] t, int from, int to);

  abstract void gradient(double[] p, double[] t, double[] dp, double scale, int from, int to);

  abstract void gradient(float[] p, float[] t, float[] dp, double scale, int from, int to);
}
