package dev.gradus.error;

/** Training left the finite numbers. The parameters are those before the step that did. */
public final class DivergedException extends GradusException {
  private static final long serialVersionUID = 1;

  private final transient Divergence divergence;

  /**
   * Says what was the first to be no number.
   *
   * @param divergence the fact
   * @param hint a remedy in one line
   */
  public DivergedException(Divergence divergence, String hint) {
    super("training.diverged", Location.of(""), divergence.toString(), hint, null);
    this.divergence = divergence;
  }

  /** What was the first to be no number, and where. */
  public Divergence divergence() {
    return divergence;
  }
}
