package dev.gradus.tabular.file;

import dev.gradus.error.Location;
import dev.gradus.error.ModelFormatException;
import dev.gradus.tabular.table.Quotation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One JSON object of a file, read strictly: a key that is missing, of the wrong type or unknown is
 * refused with its place. Keys that begin with {@code x-} may be added by anybody and are passed
 * over.
 */
public final class JsonObject {
  private final Document document;
  private final String path;
  private final Map<String, Object> values;

  /**
   * The file that the object is part of.
   *
   * @param file its name, for messages
   * @param code under which programs know what is wrong with its content: {@code model.format}
   */
  public record Document(String file, String code) {
    private ModelFormatException refuse(String what) {
      return new ModelFormatException(code, Location.of(file), what);
    }
  }

  private JsonObject(Document document, String path, Map<String, Object> values) {
    this.document = document;
    this.path = path;
    this.values = values;
  }

  /**
   * Takes a value of a model file that must be an object.
   *
   * @param file for messages
   * @param path of the object inside the file, for messages
   */
  public static JsonObject of(String file, String path, Object value) {
    return of(new Document(file, "model.format"), path, value);
  }

  /**
   * Takes a value that must be an object.
   *
   * @param document the file
   * @param path of the object inside the file, for messages
   */
  @SuppressWarnings("unchecked") // Json makes maps with text keys only
  public static JsonObject of(Document document, String path, Object value) {
    if (!(value instanceof Map)) {
      throw document.refuse(path + ": an object is wanted");
    }
    return new JsonObject(document, path, (Map<String, Object>) value);
  }

  /** Where it stands in the file, for messages. */
  public String path() {
    return path;
  }

  /** Refuses all keys but these and those that begin with {@code x-}. */
  public JsonObject only(String... known) {
    Set<String> allowed = Set.of(known);
    for (String key : values.keySet()) {
      if (!allowed.contains(key) && !key.startsWith("x-")) {
        throw refuse(path + ": unknown key \"" + Quotation.name(key) + "\"");
      }
    }
    return this;
  }

  /** Its keys, in the order of the text. */
  public Set<String> keys() {
    return values.keySet();
  }

  /** All of it, as plain values: not to be changed. */
  public Map<String, Object> values() {
    return Collections.unmodifiableMap(values);
  }

  /** Whether there is such a key. */
  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** A text. */
  public String text(String key) {
    return require(key, String.class, "a text");
  }

  /** A truth value. */
  public boolean truth(String key) {
    return require(key, Boolean.class, "true or false");
  }

  /** A number. */
  public double number(String key) {
    return require(key, Number.class, "a number").doubleValue();
  }

  /** A whole number from least to most. */
  public int whole(String key, int least, int most) {
    Object value = values.get(key);
    if (value instanceof Long whole && whole >= least && whole <= most) {
      return Math.toIntExact(whole);
    }
    throw refuse(at(key) + ": wants a whole number from " + least + " to " + most);
  }

  /** Any whole number. */
  public long whole(String key) {
    return require(key, Long.class, "a whole number");
  }

  /** An object. */
  public JsonObject object(String key) {
    return of(document, at(key), require(key, Object.class, "an object"));
  }

  /** A list of objects. */
  public List<JsonObject> objects(String key) {
    List<?> list = list(key);
    return java.util.stream.IntStream.range(0, list.size())
        .mapToObj(i -> of(document, at(key) + "[" + i + "]", list.get(i)))
        .toList();
  }

  /** A list of texts. */
  public List<String> texts(String key) {
    return list(key).stream()
        .map(
            value -> {
              if (value instanceof String text) {
                return text;
              }
              throw refuse(at(key) + ": a list of texts is wanted");
            })
        .toList();
  }

  /** A list of numbers. */
  public List<Double> numbers(String key) {
    return list(key).stream()
        .map(
            value -> {
              if (value instanceof Number number) {
                return number.doubleValue();
              }
              throw refuse(at(key) + ": a list of numbers is wanted");
            })
        .toList();
  }

  /** A list of lists. */
  public List<List<?>> lists(String key) {
    List<List<?>> lists = new ArrayList<>();
    for (Object value : list(key)) {
      if (!(value instanceof List<?> inner)) {
        throw refuse(at(key) + ": a list of lists is wanted");
      }
      lists.add(inner);
    }
    return lists;
  }

  /** Where a key stands; it may be a name of the file's own. */
  private String at(String key) {
    return path + "." + Quotation.name(key);
  }

  private List<?> list(String key) {
    return require(key, List.class, "a list");
  }

  private <T> T require(String key, Class<T> type, String wanted) {
    Object value = values.get(key);
    if (value == null) {
      throw refuse(path + ": \"" + key + "\" is missing");
    }
    if (!type.isInstance(value)) {
      throw refuse(at(key) + ": " + wanted + " is wanted");
    }
    return type.cast(value);
  }

  /** A complaint about this object. */
  public ModelFormatException refuse(String what) {
    return document.refuse(what);
  }
}
