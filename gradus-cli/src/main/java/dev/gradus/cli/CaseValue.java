package dev.gradus.cli;

import dev.gradus.tabular.file.JsonObject;
import dev.gradus.tabular.setting.RealNumber;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A value inside a case or an answer. Lists are as long as it is wanted, or they are refused with
 * their place.
 *
 * @param all the case or the answer
 * @param path to the value, for messages: {@code case.W[1]}
 * @param value as JSON has it
 */
record CaseValue(JsonObject all, String path, Object value) {

  /** The value of a key. */
  static CaseValue of(JsonObject all, String key) {
    Object value = all.values().get(key);
    if (value == null) {
      throw all.refuse(all.path() + ": \"" + key + "\" is missing");
    }
    return new CaseValue(all, all.path() + "." + key, value);
  }

  /** The elements of a list. */
  List<CaseValue> list(int length) {
    if (!(value instanceof List<?> list)) {
      throw all.refuse(path + ": a list is wanted");
    }
    if (list.size() != length) {
      throw all.refuse(path + ": holds " + list.size() + "; wants " + length);
    }
    return IntStream.range(0, length)
        .mapToObj(i -> new CaseValue(all, path + "[" + i + "]", list.get(i)))
        .toList();
  }

  /** A number from {@code least} to {@code most}. */
  double number(double least, double most) {
    double number = number();
    if (!(number >= least && number <= most)) {
      String to = most == Double.MAX_VALUE ? " or more" : " to " + RealNumber.shown(most);
      throw all.refuse(path + ": wants a number, " + RealNumber.shown(least) + to);
    }
    return number;
  }

  /** A whole number from {@code least} to {@code most}. */
  int whole(int least, int most) {
    if (value instanceof Long whole && whole >= least && whole <= most) {
      return Math.toIntExact(whole);
    }
    throw all.refuse(path + ": wants a whole number from " + least + " to " + most);
  }

  /** Numbers: {@code length} of them. */
  double[] row(int length) {
    return list(length).stream().mapToDouble(CaseValue::number).toArray();
  }

  /** Rows of numbers. */
  double[][] matrix(int rows, int columns) {
    return list(rows).stream().map(row -> row.row(columns)).toArray(double[][]::new);
  }

  private double number() {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw all.refuse(path + ": a number is wanted");
  }
}
