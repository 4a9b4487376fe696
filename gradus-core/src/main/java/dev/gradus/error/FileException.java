package dev.gradus.error;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file cannot be opened, created, read or written. */
public final class FileException extends GradusException {
  private static final long serialVersionUID = 1;

  /** What could not be done; each has an exit status of its own. */
  public enum Kind {
    /** An input cannot be opened. */
    CANNOT_OPEN("file.cannot_open"),
    /** An output cannot be created. */
    CANNOT_CREATE("file.cannot_create"),
    /** Reading or writing failed midway. */
    FAILED("file.failed"),
    /** Another process is at work with it. */
    LOCKED("file.locked");

    private final String code;

    Kind(String code) {
      this.code = code;
    }
  }

  private final Kind kind;

  /**
   * Says what could not be done, and with which file.
   *
   * @param kind what could not be done
   * @param place the file, as the user gave it
   * @param what the fact, then what is wanted
   * @param hint a remedy in one line, or null
   * @param cause what the system said, or null
   */
  public FileException(
      Kind kind, String place, String what, @Nullable String hint, @Nullable IOException cause) {
    super(kind.code, Location.of(place), what, hint, cause);
    this.kind = kind;
  }

  /** What could not be done. */
  public Kind kind() {
    return kind;
  }
}
