package dev.gradus.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something is wrong with data, a file, a setting or a training run: not with the program. Its
 * message is the whole sentence, {@code WHERE: WHAT; WANTED}, fit to be shown to a user.
 */
public abstract sealed class GradusException extends RuntimeException
    permits ConfigException, DataException, DivergedException, FileException, ModelFormatException {
  private static final long serialVersionUID = 1;

  private final String code;
  private final transient Location location;
  private final @Nullable String hint;

  GradusException(
      String code,
      Location location,
      String what,
      @Nullable String hint,
      @Nullable Throwable cause) {
    super(sentence(location, what), cause);
    this.code = code;
    this.location = location;
    this.hint = hint;
  }

  private static String sentence(Location location, String what) {
    String where = location.toString();
    return where.isEmpty() ? what : where + ": " + what;
  }

  /** A stable code for programs, e.g. {@code csv.ragged}. */
  public final String code() {
    return code;
  }

  /** Where it is wrong. */
  public final Location location() {
    return location;
  }

  /** What the user may do about it, where that is known: one line. */
  public final Optional<String> hint() {
    return Optional.ofNullable(hint);
  }
}
