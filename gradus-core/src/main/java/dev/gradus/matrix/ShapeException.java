package dev.gradus.matrix;

/** Shapes that do not fit each other; the message names both. A mistake in the calling program. */
public final class ShapeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /**
   * Says what does not fit.
   *
   * @param message both shapes, and what is wanted
   */
  public ShapeException(String message) {
    super(message);
  }
}
