package dev.gradus.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A computation left the finite numbers. After a training the parameters are those before the step
 * that did.
 */
public final class DivergedException extends GradusException {
  private static final long serialVersionUID = 1;

  private final transient @Nullable Divergence divergence;

  /**
   * A training.
   *
   * @param divergence what was the first to be no number
   * @param hint a remedy in one line
   */
  public DivergedException(Divergence divergence, String hint) {
    super("training.diverged", Location.of(""), divergence.toString(), hint, null);
    this.divergence = divergence;
  }

  /**
   * Something else.
   *
   * @param code stable, for programs, e.g. {@code gradient.not_finite}
   * @param location where it is wrong
   * @param what the fact, then what is wanted
   */
  public DivergedException(String code, Location location, String what) {
    super(code, location, what, null, null);
    this.divergence = null;
  }

  /** Of a training: what was the first to be no number, and where. */
  public Optional<Divergence> divergence() {
    return Optional.ofNullable(divergence);
  }

  /** The same with another remedy. */
  public DivergedException withHint(String hint) {
    return divergence == null ? this : new DivergedException(divergence, hint);
  }
}
