package dev.gradus.matrix;

import dev.gradus.kernel.ElementaryFunction;
import dev.gradus.kernel.Loop;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A scalar function with its derivative, made ready to run over matrices. It is written once, in
 * double; float32 matrices widen, compute and round once.
 *
 * <p>Make it once and keep it: its loops are made on first use, which costs about 0.05 ms, running
 * them 0.1 ns an element.
 */
public final class Elementwise {
  /** {@link Elementary#tanh} and its derivative; this and the next three in vectors, same bits. */
  public static final Elementwise TANH = vector(ElementaryFunction.TANH);

  /** {@link Elementary#sigmoid} and its derivative. */
  public static final Elementwise SIGMOID = vector(ElementaryFunction.SIGMOID);

  /** {@link Elementary#silu} and its derivative. */
  public static final Elementwise SILU = vector(ElementaryFunction.SILU);

  /** {@link Elementary#gelu} and its derivative. */
  public static final Elementwise GELU = vector(ElementaryFunction.GELU);

  private final Supplier<Loop> maker;
  private volatile @Nullable Loop loop;

  private Elementwise(Supplier<Loop> maker) {
    this.maker = maker;
  }

  private static Elementwise vector(ElementaryFunction function) {
    return new Elementwise(() -> Loop.of(function));
  }

  /**
   * Makes the loops of a function.
   *
   * @param value f(x)
   * @param derivative f′ as a function of x and y = f(x), whichever is cheaper
   */
  public static Elementwise of(DoubleUnaryOperator value, DoubleBinaryOperator derivative) {
    return new Elementwise(() -> Loop.of(value, derivative));
  }

  /** Made on first use, and kept. */
  Loop loop() {
    Loop made = loop;
    if (made == null) {
      synchronized (this) {
        made = loop;
        if (made == null) {
          made = maker.get();
          loop = made;
        }
      }
    }
    return made;
  }
}
