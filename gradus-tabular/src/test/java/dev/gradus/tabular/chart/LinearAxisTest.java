package dev.gradus.tabular.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinearAxisTest {

  private static List<String> labels(Axis axis) {
    return axis.ticks().stream().map(Axis.Tick::label).toList();
  }

  @Test
  void hasNiceTicks() {
    assertThat(labels(new LinearAxis(new Range(0, 13.65), 6)))
        .containsExactly("0", "2", "4", "6", "8", "10", "12");
    assertThat(labels(new LinearAxis(new Range(-1.1, 1.1), 6)))
        .containsExactly("−1.0", "−0.5", "0.0", "0.5", "1.0");
  }

  @Test
  void placesValuesBetweenItsEnds() {
    LinearAxis axis = new LinearAxis(new Range(10, 20), 5);

    assertThat(axis.share(axis.at(10))).isZero();
    assertThat(axis.share(axis.at(15))).isCloseTo(0.5, within(1e-15));
    assertThat(axis.share(axis.at(20))).isEqualTo(1);
  }

  @Test
  void holdsRangesOfAnySize() {
    double[][] ends = {
      {-Double.MAX_VALUE, Double.MAX_VALUE},
      {9e307, 1.1e308},
      {1e-300, 3e-300},
      {9e-306, 1.1e-305},
      {1e9, 1e9 + 2e-3},
      {-1e15, -1e15 + 1e4},
      {0, 1e-304}
    };
    for (double[] end : ends) {
      LinearAxis axis = new LinearAxis(new Range(end[0], end[1]), 6);
      double middle = axis.share(axis.at(end[0] / 2 + end[1] / 2));
      assertThat(middle).as("%s to %s", end[0], end[1]).isCloseTo(0.5, within(1e-3));
      assertThat(labels(axis)).hasSizeBetween(3, 10).doesNotHaveDuplicates();
    }
  }

  @Test
  void hasSomeTicksAndNotTooManyWhateverTheRange() {
    Random random = new Random(42);
    for (int i = 0; i < 2000; i++) {
      double low = random.nextGaussian() * StrictMath.pow(10, random.nextInt(-20, 20));
      double high = low + Math.abs(low) * StrictMath.pow(10, random.nextInt(-10, 3));
      int wanted = random.nextInt(3, 9);
      LinearAxis axis = new LinearAxis(new Range(low, high), wanted);
      assertThat(axis.ticks()).as("%s to %s", low, high).hasSizeBetween(2, wanted * 3 / 2 + 2);
      assertThat(axis.ticks().getFirst().at()).isGreaterThanOrEqualTo(axis.low() - 1e-3);
      assertThat(axis.ticks().getLast().at()).isLessThanOrEqualTo(axis.high() + 1e-3);
    }
  }

  @Test
  void labelsPlacesBetweenTicksToo() {
    LinearAxis axis = new LinearAxis(new Range(0, 10), 5);

    assertThat(axis.label(1)).isEqualTo(axis.ticks().get(1).label()).isEqualTo("2");
    assertThat(axis.label(1.25)).isEqualTo("2.5");
  }
}
