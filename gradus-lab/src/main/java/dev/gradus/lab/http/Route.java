package dev.gradus.lab.http;

/**
 * One line of the table of what can be asked for.
 *
 * @param method {@code GET} or {@code POST}
 * @param path exactly
 * @param wants what the body must be
 * @param secret whether the token is needed
 * @param lasting whether it goes on for as long as the other side listens
 * @param handler gives the answer
 */
public record Route(
    String method, String path, Wants wants, boolean secret, boolean lasting, Handler handler) {

  /** What a body must be. */
  public enum Wants {
    /** None. */
    NOTHING("", 0),
    /** JSON. */
    JSON("application/json", 1 << 20),
    /** A table. */
    TABLE("text/csv", 64 << 20),
    /** A model file. */
    MODEL("application/octet-stream", 64 << 20);

    private final String type;
    private final int limit;

    Wants(String type, int limit) {
      this.type = type;
      this.limit = limit;
    }

    String type() {
      return type;
    }

    int limit() {
      return limit;
    }
  }

  /** Gives the answer. */
  @FunctionalInterface
  public interface Handler {
    /** The answer, or a {@link Refusal}. */
    Answer answer(Request request);
  }

  /** Something to read that anybody may have. */
  public static Route open(String path, Handler handler) {
    return new Route("GET", path, Wants.NOTHING, false, false, handler);
  }

  /** Something to read. */
  public static Route get(String path, Handler handler) {
    return new Route("GET", path, Wants.NOTHING, true, false, handler);
  }

  /** Something to listen to. */
  public static Route listen(String path, Handler handler) {
    return new Route("GET", path, Wants.NOTHING, true, true, handler);
  }

  /** Something to do. */
  public static Route post(String path, Wants wants, Handler handler) {
    return new Route("POST", path, wants, true, false, handler);
  }
}
