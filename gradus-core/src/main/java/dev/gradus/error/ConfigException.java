package dev.gradus.error;

import org.jspecify.annotations.Nullable;

/** A setting lies outside what it may be, or settings contradict each other. */
public final class ConfigException extends GradusException {
  private static final long serialVersionUID = 1;

  /**
   * Without a remedy.
   *
   * @param code stable, for programs, e.g. {@code flag.value}
   * @param location where it is wrong
   * @param what the fact, then what is wanted
   */
  public ConfigException(String code, Location location, String what) {
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
  public ConfigException(String code, Location location, String what, @Nullable String hint) {
    super(code, location, what, hint, null);
  }
}
