package dev.gradus.error;

import org.jspecify.annotations.Nullable;

/** A model file is damaged, foreign, or of a format that this version does not read. */
public final class ModelFormatException extends GradusException {
  private static final long serialVersionUID = 1;

  private final String what;

  /**
   * Without a remedy.
   *
   * @param code stable, for programs, e.g. {@code model.damaged}
   * @param location where it is wrong
   * @param what the fact, then what is wanted
   */
  public ModelFormatException(String code, Location location, String what) {
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
  public ModelFormatException(String code, Location location, String what, @Nullable String hint) {
    super(code, location, what, hint, null);
    this.what = what;
  }

  /** The same with a remedy. */
  public ModelFormatException withHint(String hint) {
    return new ModelFormatException(code(), location(), what, hint);
  }
}
