package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.matrix.Precision;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultsTest {
  private static final Results.Key STEP = new Results.Key(Metric.W1_STEP, 1);
  private final Results results = new Results();

  static Answer answer(String name, String figure, double value) {
    return new Answer(name, new LinkedHashMap<>(Map.of(figure, value)));
  }

  @Test
  void theBestPeerHasTheBestMedianAndIsNeverOurs() {
    results.add(true, 1, answer("Gradus", "W1_STEP", 1));
    results.add(false, 1, answer("fast once", "W1_STEP", 2));
    results.add(false, 1, answer("fast once", "W1_STEP", 90));
    results.add(false, 1, answer("steady", "W1_STEP", 20));
    assertThat(results.bestPeer(STEP).orElseThrow().name()).isEqualTo("steady");
    assertThat(results.ratio(STEP)).isEqualTo(20);
    assertThat(results.entries(STEP)).hasSize(3);
  }

  @Test
  void withoutAPeerThereIsNoRatio() {
    results.add(true, 1, answer("Gradus", "W1_STEP", 1));
    assertThat(results.bestPeer(STEP)).isEmpty();
    assertThat(results.ratio(STEP)).isNaN();
  }

  @Test
  void theShareIsOfTheBestPeakInThePrecisionOfTheWorkload() {
    results.addPeak(1, answer("", Peak.name(Precision.FLOAT64), 100));
    results.addPeak(1, answer("", Peak.name(Precision.FLOAT64), 106.496));
    results.add(true, 1, answer("Gradus", "W1_STEP", 1)); // 53.248 GFLOP/s
    Results.Entry ours = results.ours(STEP).orElseThrow();
    assertThat(results.shareOfPeak(STEP, ours)).isCloseTo(0.5, within(1e-12));
    assertThat(results.peak(1, Precision.FLOAT32)).isNaN();
    assertThat(results.peakThreads()).containsExactly(1);
  }
}
