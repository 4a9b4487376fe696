package dev.gradus.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Points with values to 1/200 ulp, made by {@code src/test/python/elementary.py table}. Another,
 * larger table may be named with {@code -Dgradus.elementary.table=FILE}.
 */
final class ElementaryTable {
  /** f(x) = y + rest/100 ulp, where y is the double nearest to it. */
  record Point(double x, double y, int rest) {
    /**
     * How far a computed value is from f(x), in units in the last place (infinity is the next after
     * the largest).
     */
    double error(double computed) {
      if (Double.isNaN(computed)) {
        return Double.POSITIVE_INFINITY;
      }
      return Math.abs(order(computed) - order(y) - rest / 100.0);
    }

    /** Doubles as integers, one apart where they are neighbours. */
    private static long order(double v) {
      long bits = Double.doubleToRawLongBits(v);
      return bits < 0 ? Long.MIN_VALUE - bits : bits;
    }
  }

  static final Map<String, List<Point>> POINTS = read();

  private ElementaryTable() {}

  static double[] arguments(String function) {
    return Objects.requireNonNull(POINTS.get(function)).stream().mapToDouble(Point::x).toArray();
  }

  private static Map<String, List<Point>> read() {
    Map<String, List<Point>> points = new LinkedHashMap<>();
    List<Point> current = new ArrayList<>();
    try (BufferedReader in = open()) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        int first = line.indexOf(' ');
        if (line.startsWith("#")) {
          continue;
        }
        if (first < 0) {
          current = new ArrayList<>();
          points.put(line, current);
        } else {
          int second = line.indexOf(' ', first + 1);
          current.add(
              new Point(
                  value(line.substring(0, first)),
                  value(line.substring(first + 1, second)),
                  Integer.parseInt(line.substring(second + 1))));
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return points;
  }

  private static BufferedReader open() throws IOException {
    String other = System.getProperty("gradus.elementary.table");
    return other != null
        ? Files.newBufferedReader(Path.of(other))
        : new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(ElementaryTable.class.getResourceAsStream("elementary.txt")),
                StandardCharsets.US_ASCII));
  }

  private static double value(String bits) {
    return Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
  }
}
