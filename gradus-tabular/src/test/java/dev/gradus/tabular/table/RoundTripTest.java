package dev.gradus.tabular.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever a table holds comes back with the same bits, whichever way its cells are quoted. */
class RoundTripTest {
  private static final int TABLES = 10_000;

  @Test
  void tenThousandRandomTablesComeBackWithTheSameBits() {
    for (int seed = 0; seed < TABLES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int rows = random.nextInt(1, 12);
      double[] numbers = new double[rows];
      List<String> texts = new ArrayList<>();
      for (int row = 0; row < rows; row++) {
        numbers[row] = number(random);
        texts.add(text(random));
      }
      Table table = read(written(numbers, texts, random));
      NumberColumn number = (NumberColumn) table.require("number", "--x");
      CategoryColumn text = (CategoryColumn) table.require("text", "--x");
      List<String> back = new ArrayList<>();
      for (int row = 0; row < table.rows(); row++) {
        back.add(text.categories().get(text.code(row)));
        if (Double.doubleToRawLongBits(number.value(row))
            != Double.doubleToRawLongBits(numbers[row])) {
          throw new AssertionError(
              "seed " + seed + ": " + numbers[row] + " came back as " + number.value(row));
        }
      }
      assertThat(back).as("seed %d", seed).isEqualTo(texts);
    }
  }

  private static String written(double[] numbers, List<String> texts, SplittableRandom random) {
    String end = random.nextBoolean() ? "\n" : "\r\n";
    StringBuilder file = new StringBuilder(random.nextBoolean() ? "\ufeff" : "");
    file.append("text,number").append(end);
    for (int row = 0; row < numbers.length; row++) {
      file.append('"').append(texts.get(row).replace("\"", "\"\"")).append("\",");
      boolean quoted = random.nextBoolean();
      file.append(quoted ? "\"" + numbers[row] + "\"" : numbers[row]).append(end);
    }
    return file.toString();
  }

  private static Table read(String text) {
    return Table.read(CsvSource.bytes("d.csv", text.getBytes(UTF_8)), TableOptions.STANDARD);
  }

  private static double number(SplittableRandom random) {
    double value =
        switch (random.nextInt(3)) {
          case 0 -> random.nextInt(-1000, 1000);
          case 1 -> random.nextInt(1_000_000) / 1000.0;
          default -> Double.longBitsToDouble(random.nextLong());
        };
    return Double.isFinite(value) ? value : -0.0;
  }

  private static String text(SplittableRandom random) {
    String alphabet = "ab,;\"\n \t\u00e9\u4e2d\u202e\u001b";
    StringBuilder text = new StringBuilder("t");
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.append("\ud83d\ude00".repeat(random.nextInt(2))).toString();
  }
}
