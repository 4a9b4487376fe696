package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.matrix.Precision;
import dev.gradus.tabular.file.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static Report report() {
    Results results = new Results();
    results.addPeak(1, ResultsTest.answer("", Peak.name(Precision.FLOAT32), 257));
    results.add(true, 1, ResultsTest.answer("Gradus", "W2_ROWS", 180_000));
    results.add(false, 1, ResultsTest.answer("NumPy 2", "W2_ROWS", 120_000));
    return new Report(results, new Machine("a processor", 2, "25"), List.of("DJL is missing"));
  }

  @Test
  void thePageHasOursTheBestPeerTheRatioTheShareAndTheTarget() {
    assertThat(report().text())
        .startsWith("a processor, 2 processors, JDK 25\n")
        .contains("peak of fused multiply-adds, threads 1: float32 257.0 GFLOP/s, float64 –\n")
        .containsPattern(
            "W2 +rows/s +1 +180,000 +120,000 +NumPy 2 +1.50 × +71 % +≥ 180,000, then 210,000\n")
        .endsWith("\nDJL is missing\n");
  }

  @Test
  void theJsonCanBeRead() throws Exception {
    String text = Json.write(report().json());
    Object read = Json.read(text.getBytes(StandardCharsets.UTF_8));
    assertThat(Json.write(read)).isEqualTo(text);
    assertThat(text).contains("\"ratio_to_best_peer\":1.5", "\"missing\":[\"DJL is missing\"]");
  }
}
