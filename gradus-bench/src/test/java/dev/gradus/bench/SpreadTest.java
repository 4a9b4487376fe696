package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void theMedianIsTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
    assertThat(Spread.of(List.of(5.0, 1.0, 3.0))).isEqualTo(new Spread(3, 1, 5, 3));
    assertThat(Spread.of(List.of(4.0, 1.0, 3.0, 9.0))).isEqualTo(new Spread(3.5, 1, 9, 4));
    assertThat(Spread.of(List.of(7.0))).isEqualTo(new Spread(7, 7, 7, 1));
  }

  @Test
  void nothingHasNoMedian() {
    assertThatThrownBy(() -> Spread.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPercentileIsTheNearestRank() {
    long[] values = new long[100];
    for (int i = 0; i < values.length; i++) {
      values[i] = 100L - i;
    }
    assertThat(Spread.percentile(values, 0.99)).isEqualTo(99);
    assertThat(Spread.percentile(values, 0.5)).isEqualTo(50);
    assertThat(Spread.percentile(values, 0)).isEqualTo(1);
    assertThat(Spread.percentile(values, 1)).isEqualTo(100);
  }
}
