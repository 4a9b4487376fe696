package dev.gradus.tabular.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NumberFeatureTest {
  @Test
  void theClipLeavesTheMiddleAndBoundsTheTails() {
    NumberFeature clipped = new NumberFeature("a", 0, 10, 2, 3, false);
    assertThat(clipped.encode(10)).isZero();
    // z = 0.1: 0.1 / sqrt(1 + 0.01/9) = 0.099944...
    assertThat(clipped.encode(10.2)).isCloseTo(0.09994449, within(1e-8));
    // z = 3: 3 / sqrt 2
    assertThat(clipped.encode(16)).isCloseTo(3 / Math.sqrt(2), within(1e-15));
    assertThat(clipped.encode(1e308)).isEqualTo(3);
    assertThat(clipped.encode(-Double.MAX_VALUE)).isEqualTo(-3);
    assertThat(clipped.encode(1000)).isLessThan(clipped.encode(1001));
  }

  @Test
  void withoutALimitNumbersAreStandardizedOnly() {
    assertThat(new NumberFeature("a", 0, 10, 2, 0, false).encode(1010)).isEqualTo(500);
  }

  @Test
  void aConstantColumnIsZeroForAnyNumber() {
    assertThat(new NumberFeature("a", 5, 5, 0, 3, false).encode(1e300)).isZero();
  }
}
