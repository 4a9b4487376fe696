package dev.gradus.cli;

import java.io.IOException;
import java.util.Locale;

/** Standard output takes nothing more. It ends the command at once, from wherever it printed. */
final class ClosedOutput extends RuntimeException {
  private static final long serialVersionUID = 1;

  ClosedOutput(IOException cause) {
    super(cause);
  }

  /** What the system said. */
  String reason() {
    Throwable cause = getCause();
    return cause == null ? "" : String.valueOf(cause.getMessage());
  }

  /**
   * Whether the process that read the output went away, as {@code head} does, which is no error.
   * The system says so in words alone, "Broken pipe", and in the user's language; "pipe" is in it
   * in all that were tried.
   */
  boolean readerLeft() {
    return reason().toLowerCase(Locale.ROOT).contains("pipe");
  }
}
