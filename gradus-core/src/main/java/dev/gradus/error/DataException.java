package dev.gradus.error;

import org.jspecify.annotations.Nullable;

/** The content of a data file does not fit: malformed, missing, or not what the model wants. */
public final class DataException extends GradusException {
  private static final long serialVersionUID = 1;

  /**
   * Without a remedy.
   *
   * @param code stable, for programs, e.g. {@code csv.ragged}
   * @param location where it is wrong
   * @param what the fact, then what is wanted
   */
  public DataException(String code, Location location, String what) {
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
  public DataException(String code, Location location, String what, @Nullable String hint) {
    super(code, location, what, hint, null);
  }
}
