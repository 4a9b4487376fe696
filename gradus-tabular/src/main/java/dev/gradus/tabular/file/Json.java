package dev.gradus.tabular.file;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON as plain values: {@code Map<String, Object>} in the order of the text, {@code List<Object>},
 * {@code String}, {@code Long}, {@code Double}, {@code Boolean}. There is no null, no NaN and no
 * infinity; depth and length are bounded; a key that comes twice is refused.
 */
public final class Json {
  /** Nesting that is read. */
  public static final int MAX_DEPTH = 32;

  /** Bytes that are read. */
  public static final int MAX_BYTES = 1 << 20;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxDocumentLength(MAX_BYTES)
                  .maxStringLength(MAX_BYTES)
                  .maxNameLength(MAX_BYTES)
                  .maxNumberLength(1000)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /** JSON's null, where it is wanted: nothing here is Java's. */
  public static final Object NULL = Null.NULL;

  private enum Null {
    NULL
  }

  private Json() {}

  /** The text is not JSON as it is wanted here; the message says what, without a place. */
  public static final class JsonException extends Exception {
    private static final long serialVersionUID = 1;

    JsonException(String message) {
      super(message);
    }
  }

  /**
   * Reads one value.
   *
   * @throws JsonException if it is malformed, nested too deep, or followed by more
   */
  public static Object read(byte[] text) throws JsonException {
    return parsed(text, null);
  }

  /** The same where null is allowed: {@link #NULL}. */
  public static Object readWithNulls(byte[] text) throws JsonException {
    return parsed(text, NULL);
  }

  private static Object parsed(byte[] text, @Nullable Object ofNull) throws JsonException {
    if (text.length > MAX_BYTES) {
      throw new JsonException(text.length + " bytes of JSON; at most " + MAX_BYTES);
    }
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      Object value = value(parser, ofNull);
      if (parser.nextToken() != null) {
        throw new JsonException(at(parser) + "more after the end of the JSON");
      }
      return value;
    } catch (StreamReadException e) {
      throw new JsonException(describe(e));
    } catch (tools.jackson.core.JacksonException e) {
      throw new JsonException(describe(e));
    }
  }

  private static String describe(tools.jackson.core.JacksonException e) {
    String message = e.getOriginalMessage();
    if (message.contains("nesting depth")) {
      return "nested more than " + MAX_DEPTH + " deep";
    }
    long offset = e.getLocation() == null ? -1 : e.getLocation().getByteOffset();
    String where = offset < 0 ? "" : "byte " + offset + ": ";
    return where + (message.contains("Duplicate") ? "a key that comes twice" : "malformed JSON");
  }

  private static String at(JsonParser parser) {
    return "byte " + parser.currentTokenLocation().getByteOffset() + ": ";
  }

  private static Object value(JsonParser parser, @Nullable Object ofNull) throws JsonException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new JsonException("no JSON at all");
    }
    return switch (token) {
      case START_OBJECT -> object(parser, ofNull);
      case START_ARRAY -> array(parser, ofNull);
      case VALUE_STRING -> parser.getString();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> real(parser);
      default -> {
        if (ofNull == null) {
          throw new JsonException(at(parser) + "null is not wanted here");
        }
        yield ofNull;
      }
    };
  }

  private static Object integer(JsonParser parser) throws JsonException {
    try {
      return Long.parseLong(parser.getString());
    } catch (NumberFormatException e) {
      return real(parser);
    }
  }

  private static Object real(JsonParser parser) throws JsonException {
    double number = Double.parseDouble(parser.getString());
    if (Double.isInfinite(number)) {
      throw new JsonException(at(parser) + "a number too large for a double");
    }
    return number;
  }

  private static Map<String, Object> object(JsonParser parser, @Nullable Object ofNull)
      throws JsonException {
    Map<String, Object> object = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      object.put(key, value(parser, ofNull));
    }
    return object;
  }

  private static List<Object> array(JsonParser parser, @Nullable Object ofNull)
      throws JsonException {
    List<Object> array = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser, ofNull));
    }
    return array;
  }

  /**
   * The text of a value, without spaces; null as an element only; doubles so that reading them
   * gives the same bits.
   *
   * @throws IllegalArgumentException for anything but the types above, NaN and infinity
   */
  public static String write(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      write(generator, value);
    }
    return text.toString();
  }

  /** {@link #write(Object)} in UTF-8. */
  public static byte[] bytes(Object value) {
    return write(value).getBytes(StandardCharsets.UTF_8);
  }

  private static void write(JsonGenerator generator, @Nullable Object value) {
    switch (value) {
      case null -> generator.writeNull();
      case String text -> generator.writeString(text);
      case Null none -> generator.writeNull();
      case Boolean truth -> generator.writeBoolean(truth);
      case Integer number -> generator.writeNumber(number);
      case Long number -> generator.writeNumber(number);
      case Double number -> generator.writeNumber(finite(number));
      case List<?> list -> {
        generator.writeStartArray();
        list.forEach(element -> write(generator, element));
        generator.writeEndArray();
      }
      case Map<?, ?> map -> {
        generator.writeStartObject();
        map.forEach(
            (key, element) -> {
              generator.writeName((String) key);
              write(generator, element);
            });
        generator.writeEndObject();
      }
      default -> throw new IllegalArgumentException("no JSON form of " + value.getClass());
    }
  }

  private static double finite(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(number + " has no JSON form");
    }
    return number;
  }
}
