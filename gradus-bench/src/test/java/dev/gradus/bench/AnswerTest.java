package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerTest {
  @Test
  void resultsAreReadAndAllElseIsPassedOver() {
    Answer answer =
        Answer.read(
            "WARNING: incubator\nNAME\tNumPy 2\nRESULT\tA\t1.5\nRESULT\tB\nRESULTS\tC\t2\n");
    assertThat(answer.name()).isEqualTo("NumPy 2");
    assertThat(answer.values()).isEqualTo(Map.of("A", 1.5));
  }

  @Test
  void whatIsWrittenIsRead() {
    Map<String, Double> values = Map.of("A", 0.1, "B", 1e300);
    assertThat(Answer.read(Answer.write(values)).values()).isEqualTo(values);
  }
}
