package dev.gradus.lab.http;

import dev.gradus.matrix.Matrix;
import dev.gradus.tabular.file.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The words and numbers of an answer, in the order in which they are said. */
public final class Fields {
  private final Map<String, Object> map = new LinkedHashMap<>();

  /** None yet. */
  public Fields() {}

  /** One more. */
  public Fields put(String key, Object value) {
    map.put(key, value);
    return this;
  }

  /** A number, or null where it is not finite. */
  public Fields number(String key, double value) {
    return put(key, orNull(value));
  }

  /** Numbers, with null for those that are not finite. */
  public Fields numbers(String key, double[] values) {
    return put(key, list(values));
  }

  /** Whole numbers. */
  public Fields numbers(String key, int[] values) {
    return put(key, Arrays.stream(values).boxed().toList());
  }

  /** Nothing. */
  public Fields nothing(String key) {
    return put(key, Json.NULL);
  }

  /** All of them. */
  public Map<String, Object> map() {
    return map;
  }

  /** A number for JSON, which knows the finite ones alone. */
  public static Object orNull(double value) {
    return Double.isFinite(value) ? value : Json.NULL;
  }

  /** Numbers for JSON. */
  public static List<Object> list(double[] values) {
    List<Object> list = new ArrayList<>(values.length);
    for (double value : values) {
      list.add(orNull(value));
    }
    return list;
  }

  /** A matrix for JSON, row by row. */
  public static List<List<Object>> rows(Matrix matrix) {
    double[] values = matrix.toArray();
    int columns = matrix.columns();
    return IntStream.range(0, matrix.rows())
        .mapToObj(i -> list(Arrays.copyOfRange(values, i * columns, (i + 1) * columns)))
        .toList();
  }
}
