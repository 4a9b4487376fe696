package dev.gradus.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Makes a table larger than the memory, to inspect and predict it in little of it:
 *
 * <pre>{@code
 * java gradus-cli/src/test/java/dev/gradus/cli/LargeTable.java big.csv 1024
 * JDK_JAVA_OPTIONS=-Xmx256m ./gradus inspect big.csv
 * JDK_JAVA_OPTIONS=-Xmx256m ./gradus predict m.gradus big.csv --out p.csv
 * }</pre>
 *
 * <p>Numbers of all sizes, a category of 40, one of many texts, dates, truth values, missing cells.
 */
final class LargeTable {
  private static final long SEED = 1;

  private LargeTable() {}

  /**
   * Writes the table.
   *
   * @param words the file, and how many megabytes it is to have at least
   */
  public static void main(String[] words) throws IOException {
    try (BufferedWriter file = Files.newBufferedWriter(Path.of(words[0]))) {
      write(file, Long.parseLong(words[1]) << 20);
    }
  }

  static void write(Appendable to, long bytes) throws IOException {
    String header = "id,when,city,flag,count,price,x,y\n";
    to.append(header);
    SplittableRandom random = new SplittableRandom(SEED);
    for (long row = 0, written = header.length(); written < bytes; row++) {
      String line = line(row, random);
      to.append(line);
      written += line.length();
    }
  }

  private static String line(long row, SplittableRandom random) {
    double x = random.nextDouble();
    int cents = (int) (1e6 * x * x * x);
    String price = random.nextInt(50) == 0 ? "" : cents / 100 + "." + cents / 10 % 10 + cents % 10;
    return String.format(
        Locale.ROOT,
        "row-%d,2026-%02d-%02dT%02d:30,city %d,%s,%d,%s,%s,%s%n",
        row,
        1 + row % 12,
        1 + row % 28,
        row % 24,
        random.nextInt(40),
        random.nextInt(3) == 0 ? "yes" : "no",
        random.nextInt(1000),
        price,
        x,
        2 * x - random.nextDouble());
  }
}
