package dev.gradus.error;

import org.jspecify.annotations.Nullable;

/** Training left the finite numbers. */
public final class DivergedException extends GradusException {
  private static final long serialVersionUID = 1;

  /**
   * Without a remedy.
   *
   * @param code stable, for programs, e.g. {@code training.diverged}
   * @param location where it is wrong
   * @param what the fact, then what is wanted
   */
  public DivergedException(String code, Location location, String what) {
    this(code, location, what, null);
  }

  /**
   * With a remedy.
   *
   * @param code stable, for programs
   * @param location where it is wrong
   * @param what the fact, then what is wanted
   * @param hint a remedy in one line, or null
   */
  public DivergedException(String code, Location location, String what, @Nullable String hint) {
    super(code, location, what, hint, null);
  }
}
