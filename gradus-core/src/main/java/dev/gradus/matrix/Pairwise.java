package dev.gradus.matrix;

import dev.gradus.kernel.PairLoop;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A function of two numbers, and where it is needed its derivative by the first, made ready to run
 * over matrices. Make it once and keep it, as {@link Elementwise}.
 */
public final class Pairwise {
  private final DoubleBinaryOperator value;
  private final DoubleBinaryOperator derivative;
  private volatile @Nullable PairLoop loop;

  private Pairwise(DoubleBinaryOperator value, DoubleBinaryOperator derivative) {
    this.value = value;
    this.derivative = derivative;
  }

  /** For {@link Matrix#setCombined}: no derivative is needed. */
  public static Pairwise of(DoubleBinaryOperator value) {
    return of(value, (a, b) -> Double.NaN);
  }

  /**
   * With its derivative.
   *
   * @param value f(p, t)
   * @param derivative ∂f/∂p (p, t)
   */
  public static Pairwise of(DoubleBinaryOperator value, DoubleBinaryOperator derivative) {
    return new Pairwise(value, derivative);
  }

  /** Made on first use, and kept. */
  PairLoop loop() {
    PairLoop made = loop;
    if (made == null) {
      synchronized (this) {
        made = loop;
        if (made == null) {
          made = PairLoop.of(value, derivative);
          loop = made;
        }
      }
    }
    return made;
  }
}
