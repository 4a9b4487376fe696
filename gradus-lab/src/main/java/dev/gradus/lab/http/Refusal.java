package dev.gradus.lab.http;

import dev.gradus.error.GradusException;
import dev.gradus.error.Location;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A request is answered with this instead of what it asked for. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;
  private final String file;
  private final long line;
  private final transient Optional<String> hint;

  private Refusal(
      int status, String code, String message, Location location, Optional<String> hint) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    boolean flag = location.place().startsWith("--"); // what a flag of the program says
    this.file = flag ? "" : location.place();
    this.line = location.line();
    this.hint = hint;
  }

  /**
   * A refusal.
   *
   * @param status of HTTP
   * @param code stable, for programs
   * @param message for people; never repeats what came unquoted
   */
  public Refusal(int status, String code, String message) {
    this(status, code, message, Location.of(""), Optional.empty());
  }

  /** What cannot be done now. */
  public static Refusal conflict(String code, String message) {
    return new Refusal(409, code, message);
  }

  /** What was said is understood, and does not fit. */
  public static Refusal unfit(String code, String message) {
    return new Refusal(422, code, message);
  }

  /** What is wrong with data, settings or files that the request brought. */
  static Refusal of(GradusException e) {
    return new Refusal(422, e.code(), String.valueOf(e.getMessage()), e.location(), e.hint());
  }

  /** The status of HTTP. */
  public int status() {
    return status;
  }

  /** The error as the API words it. */
  Map<String, Object> form() {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", code);
    if (!file.isEmpty()) {
      error.put("file", file);
    }
    if (line > 0) {
      error.put("line", (int) Math.min(line, Integer.MAX_VALUE));
    }
    error.put("message", String.valueOf(getMessage()));
    hint.ifPresent(remedy -> error.put("hint", remedy));
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("error", error);
    return form;
  }
}
