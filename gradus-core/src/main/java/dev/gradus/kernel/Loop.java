package dev.gradus.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A scalar function and its derivative, run over arrays.
 *
 * <p>Each function gets its own copy of the loop's class ({@link LoopTemplate}): its own bytecode,
 * so its own profile, and the function in a {@code static final} field, so that the compiler
 * inlines and vectorizes it. One loop shared by several functions is some 20 times slower. Make a
 * loop once and keep it; making costs about 0.05 ms.
 */
public abstract class Loop {
  static @Nullable DoubleUnaryOperator nextValue;
  static @Nullable DoubleBinaryOperator nextDerivative;
  static @Nullable Loop made;

  /** The function, where it has a vector form as well. */
  @Nullable ElementaryFunction vectorForm;

  /**
   * The loop of one function.
   *
   * @param value f(x)
   * @param derivative f′ as a function of x and y = f(x)
   */
  public static Loop of(DoubleUnaryOperator value, DoubleBinaryOperator derivative) {
    synchronized (Loop.class) {
      nextValue = value;
      nextDerivative = derivative;
      made = null;
      defineCopy(LoopTemplate.class.getName());
      Loop loop = made;
      return loop == null ? new SharedLoop(value, derivative) : loop;
    }
  }

  /** The loop of a function that has a vector form, and of its derivative. */
  public static Loop of(ElementaryFunction function) {
    ElementaryFunction slope = function.slope();
    Loop loop = of(function::at, (x, y) -> slope.at(x));
    loop.vectorForm = function;
    return loop;
  }

  /** Stands where no function has been set. */
  public static Loop none() {
    return SharedLoop.NONE;
  }

  /** The same loop without a class of its own: slower, same bits. */
  static Loop shared(DoubleUnaryOperator value, DoubleBinaryOperator derivative) {
    return new SharedLoop(value, derivative);
  }

  /**
   * Defines a hidden copy of a template class of this package, whose static initializer takes what
   * was handed over. Where hidden classes cannot be defined nothing happens, and the caller falls
   * back to a shared loop.
   */
  static void defineCopy(String template) {
    String file = template.substring(template.lastIndexOf('.') + 1) + ".class";
    try (InputStream in = Loop.class.getResourceAsStream(file)) {
      if (in != null) {
        MethodHandles.lookup().defineHiddenClass(in.readAllBytes(), true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalAccessException | UnsupportedOperationException e) {
      // no hidden classes here: the shared loop serves
    }
  }

  abstract void map(double[] x, double[] y, int from, int to);

  abstract void map(float[] x, float[] y, int from, int to);

  abstract void gradient(double[] x, double[] y, double[] dy, double[] dx, int from, int to);

  abstract void gradient(float[] x, float[] y, float[] dy, float[] dx, int from, int to);
}
