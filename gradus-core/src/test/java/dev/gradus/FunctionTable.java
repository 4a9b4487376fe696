package dev.gradus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * 10,000 points with the doubles nearest to each function's value there, made by {@code
 * src/test/python/functions.py}. Another, larger table may be named with {@code
 * -Dgradus.functions.table=FILE}.
 */
public final class FunctionTable {
  private static final Map<String, double[]> COLUMNS = read();

  private FunctionTable() {}

  /** Whether there is a column of this name. */
  public static boolean has(String name) {
    return COLUMNS.containsKey(name);
  }

  /** A column: {@code x}, or the values of a function, {@code gelu} or {@code gelu'}. */
  public static double[] column(String name) {
    return Objects.requireNonNull(COLUMNS.get(name), name);
  }

  /** How many doubles two values are apart; any NaN is infinitely far. */
  public static long apart(double a, double b) {
    return Double.isNaN(a) || Double.isNaN(b) ? Long.MAX_VALUE : Math.abs(order(a) - order(b));
  }

  /** Doubles as integers, one apart where they are neighbours. */
  private static long order(double v) {
    long bits = Double.doubleToRawLongBits(v);
    return bits < 0 ? Long.MIN_VALUE - bits : bits;
  }

  private static Map<String, double[]> read() {
    List<double[]> rows = new ArrayList<>();
    List<String> names;
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(open()), StandardCharsets.US_ASCII))) {
      names = List.of(Objects.requireNonNull(in.readLine()).split(" "));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        rows.add(Arrays.stream(line.split(" ")).mapToDouble(FunctionTable::value).toArray());
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    Map<String, double[]> columns = new HashMap<>();
    for (int j = 0; j < names.size(); j++) {
      int column = j;
      columns.put(names.get(j), rows.stream().mapToDouble(row -> row[column]).toArray());
    }
    return columns;
  }

  private static InputStream open() throws IOException {
    String other = System.getProperty("gradus.functions.table");
    return other != null
        ? Files.newInputStream(Path.of(other))
        : Objects.requireNonNull(FunctionTable.class.getResourceAsStream("functions.txt.gz"));
  }

  private static double value(String bits) {
    return Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
  }
}
