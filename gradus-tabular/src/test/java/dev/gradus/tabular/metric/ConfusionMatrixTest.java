package dev.gradus.tabular.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
  private static ConfusionMatrix of(int classes, int[] actual, int... predicted) {
    return ConfusionMatrix.of(actual, predicted, RowWeighting.ones(actual.length), classes);
  }

  @Test
  void ofTwoClassesTheSecondIsTheOneThatIsLookedFor() {
    ConfusionMatrix m = of(2, new int[] {0, 0, 0, 1, 1}, 0, 1, 1, 1, 0);
    assertThat(m.accuracy()).isEqualTo(0.4);
    assertThat(m.balancedAccuracy()).isCloseTo((1.0 / 3 + 1.0 / 2) / 2, within(1e-15));
    assertThat(m.f1()).isEqualTo(2.0 / (2 + 2 + 1)); // tp 1, fp 2, fn 1
    assertThat(m.total()).isEqualTo(5);
  }

  @Test
  void ofMoreTheMeanIsOverThoseThatOccur() {
    ConfusionMatrix m = of(4, new int[] {0, 0, 1}, 0, 1, 1); // 2 and 3 never occur
    assertThat(m.balancedAccuracy()).isEqualTo(0.75);
    assertThat(m.f1()).isCloseTo((2.0 / 3 + 2.0 / 3) / 2, within(1e-15));
  }

  @Test
  void whatIsNeverPredictedHasAnF1OfZero() {
    assertThat(of(2, new int[] {0, 1}, 0, 0).f1()).isZero();
    assertThat(of(2, new int[] {0, 0}, 0, 0).f1()).isZero(); // 0 / 0
  }
}
