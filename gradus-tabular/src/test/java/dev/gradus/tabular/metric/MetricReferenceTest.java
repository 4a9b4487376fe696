package dev.gradus.tabular.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.tabular.model.EvaluationForm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every metric against what {@code metrics.py} worked out by its definition. */
class MetricReferenceTest {
  /** Rows of a case: what is true, what was predicted, the weight. */
  private final List<double[]> rows = new ArrayList<>();

  private final Map<String, String> expected = new LinkedHashMap<>();
  private int compared;

  @Test
  void allMetricsAgreeWithTheirDefinitions() throws IOException {
    String[] kind = {};
    for (String line : lines()) {
      String[] words = line.split(" ");
      switch (words[0]) {
        case "values", "classes" -> kind = words;
        case "row" -> rows.add(numbers(words));
        case "end" -> compare(kind);
        default -> expected.put(words[0], words[1]);
      }
    }
    assertThat(compared).isEqualTo(5 * 4 + 12 * 7);
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = MetricReferenceTest.class.getResourceAsStream("metrics.txt")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static double[] numbers(String[] words) {
    double[] numbers = new double[words.length - 1];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Double.parseDouble(words[i + 1]);
    }
    return numbers;
  }

  private void compare(String[] kind) {
    Map<String, Object> found =
        kind[0].equals("values")
            ? EvaluationForm.values(values())
            : EvaluationForm.values(classes(Integer.parseInt(kind[3])));
    expected.forEach(
        (name, value) -> {
          String what = name + " of " + kind[1];
          if (value.equals("none")) {
            assertThat(found).as(what).doesNotContainKey(name);
          } else {
            double wanted = Double.parseDouble(value);
            double got = (Double) found.getOrDefault(name, Double.NaN);
            assertThat(got)
                .as(what)
                .isCloseTo(wanted, within(2e-14 * Math.max(1, Math.abs(wanted))));
          }
          compared++;
        });
    rows.clear();
    expected.clear();
  }

  private RegressionMetrics values() {
    return RegressionMetrics.of(column(0), column(1), column(2));
  }

  private ClassificationMetrics classes(int k) {
    int[] actual = rows.stream().mapToInt(row -> (int) row[0]).toArray();
    return ClassificationMetrics.of(
        actual, (row, label) -> rows.get(row)[1 + label], k, column(k + 1));
  }

  private double[] column(int place) {
    return rows.stream().mapToDouble(row -> row[place]).toArray();
  }
}
