package dev.gradus.train;

/**
 * What is done to a gradient that is too long, before the optimizer sees it. How often that happens
 * is told in {@link TrainingEvent.Clipped}.
 *
 * <pre>
 * by value    gᵢ ← max(−c, min(gᵢ, c))
 * by norm     g ← g · c / ‖g‖₂   if ‖g‖₂ &gt; c
 * </pre>
 *
 * <p>The norm is that of the whole gradient, frozen parameters left out, and keeps the direction;
 * clipping by value does not. Where both are wanted, values are clipped first.
 *
 * <p>Pascanu, Mikolov, Bengio (2013), On the difficulty of training recurrent neural networks,
 * algorithm 1 (by norm).
 *
 * @param value the greatest |gᵢ|, above 0; infinite for no limit
 * @param norm the greatest ‖g‖₂, above 0; infinite for no limit
 */
public record Clipping(double value, double norm) {

  /** No limit. */
  public static final Clipping NONE =
      new Clipping(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** Checks the ranges. */
  public Clipping {
    if (!(value > 0)) {
      throw new IllegalArgumentException("clip value " + value + ": wants a number above 0");
    }
    if (!(norm > 0)) {
      throw new IllegalArgumentException("clip norm " + norm + ": wants a number above 0");
    }
  }

  /** By value alone. */
  public static Clipping byValue(double value) {
    return new Clipping(value, Double.POSITIVE_INFINITY);
  }

  /** By the norm of the whole gradient alone. */
  public static Clipping byNorm(double norm) {
    return new Clipping(Double.POSITIVE_INFINITY, norm);
  }
}
