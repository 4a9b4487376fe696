package dev.gradus.tabular.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QuantileSketchTest {
  @Test
  void fewNumbersHaveExactQuantiles() {
    QuantileSketch sketch = new QuantileSketch(4);
    for (double x : new double[] {5, 1, 4, 2, 3}) {
      sketch.add(x);
    }
    assertThat(sketch.rankError()).isZero();
    // places q (n - 1) = 0, 0.4, 2, 3.6, 4
    assertThat(sketch.sorted().quantiles(0, 0.1, 0.5, 0.9, 1))
        .usingComparatorWithPrecision(1e-15)
        .containsExactly(1, 1.4, 3, 4.6, 5);
  }

  @Test
  void manyNumbersAreOffByNoMoreThanIsSaid() {
    int n = 100_000;
    double[] numbers = new double[n];
    SplittableRandom random = new SplittableRandom(1);
    QuantileSketch sketch = new QuantileSketch(256);
    for (int i = 0; i < n; i++) {
      numbers[i] = i % 1000 == 0 ? i : random.nextDouble() * random.nextDouble();
      sketch.add(numbers[i]);
    }
    Arrays.sort(numbers);
    assertThat(sketch.rankError()).isBetween(1L, (long) n / 50);
    assertThat(sketch.sorted().count()).isEqualTo(n);
    for (double q : new double[] {0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999}) {
      double estimate = sketch.sorted().quantiles(q)[0];
      int place = (int) (q * (n - 1));
      int error = (int) sketch.rankError() + 1;
      assertThat(estimate)
          .as("quantile %s", q)
          .isBetween(numbers[Math.max(0, place - error)], numbers[Math.min(n - 1, place + error)]);
    }
  }

  @Test
  void theSameNumbersGiveTheSameAnswer() {
    double[] answers = new double[2];
    for (int run = 0; run < 2; run++) {
      QuantileSketch sketch = new QuantileSketch(16);
      SplittableRandom random = new SplittableRandom(7);
      for (int i = 0; i < 10_000; i++) {
        sketch.add(random.nextDouble());
      }
      answers[run] = sketch.sorted().quantiles(0.3)[0];
    }
    assertThat(answers[0]).isEqualTo(answers[1]).isCloseTo(0.3, within(0.2));
  }

  @Test
  void theHistogramCountsAllOfThem() {
    SortedNumbers numbers = SortedNumbers.of(new double[] {-1e308, 0, 0.5e308, 1e308}, 2);
    assertThat(numbers.histogram(4, -1e308, 1e308)).containsExactly(2, 0, 2, 4);
    assertThat(SortedNumbers.of(new double[] {3, 3}, 1).histogram(3, 3, 3))
        .containsExactly(2, 0, 0);
  }
}
