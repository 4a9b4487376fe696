package dev.gradus.lab.http;

import dev.gradus.tabular.file.Json;
import dev.gradus.tabular.file.JsonObject;
import java.util.Map;
import java.util.Optional;

/**
 * What a route's handler gets to see.
 *
 * @param name of what is sent, where the sender told one
 * @param body read whole
 */
public record Request(Optional<String> name, Body body) {
  private static final JsonObject.Document DOCUMENT = new JsonObject.Document("", "request.field");

  /** Reads JSON. */
  private interface Reader {
    Object read(byte[] text) throws Json.JsonException;
  }

  /**
   * The body as a JSON value, with {@link Json#NULL} for null.
   *
   * @throws Refusal 400 if it is not JSON as it is wanted
   */
  public Object jsonWithNulls() {
    return json(Json::readWithNulls);
  }

  /** {@code {}} if there is no body. */
  private Object json(Reader reader) {
    if (body.length() == 0) {
      return Map.of();
    }
    try {
      return reader.read(body.bytes());
    } catch (Json.JsonException e) {
      throw new Refusal(400, "request.json", String.valueOf(e.getMessage()));
    }
  }

  /** The body as a JSON object. */
  public JsonObject object() {
    return JsonObject.of(DOCUMENT, "body", json(Json::read));
  }
}
