package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OurMeasurementTest {
  @ParameterizedTest
  @CsvSource({"W1, 1", "W1, 2", "W4, 2", "W5, 1"})
  void eachFigureOfTheWorkloadIsThere(Workload workload, int threads) {
    assertThat(new OurMeasurement(workload, threads, 1e-4).run())
        .containsOnlyKeys(workload.metrics().stream().map(Metric::name).toList())
        .allSatisfy((name, value) -> assertThat(value).isPositive());
  }

  @Test
  void aWholeProcessIsMeasuredFromOutside() {
    assertThatThrownBy(() -> new OurMeasurement(Workload.W1W, 1, 1).run())
        .isInstanceOf(IllegalArgumentException.class);
  }
}
