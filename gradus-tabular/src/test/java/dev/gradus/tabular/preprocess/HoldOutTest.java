package dev.gradus.tabular.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.error.ConfigException;
import dev.gradus.error.DataException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HoldOutTest {
  private static Share share(double fraction) {
    return Share.ofValidation("d.csv", fraction);
  }

  @Test
  void eachRowIsOnOneSide() {
    for (int n = 2; n < 60; n++) {
      int[] rows = IntStream.range(100, 100 + n).toArray();
      HoldOut split = HoldOut.split("d.csv", rows, 0.5, new SplittableRandom(n));
      assertThat(split.validation()).hasSize(n / 2).isSorted();
      assertThat(split.training()).isSorted();
      int[] both =
          IntStream.concat(Arrays.stream(split.training()), Arrays.stream(split.validation()))
              .sorted()
              .toArray();
      assertThat(both).isEqualTo(rows);
    }
  }

  @Test
  void oneSeedGivesOneSplitAndAnotherAnother() {
    int[] rows = IntStream.range(0, 100).toArray();
    int[] first = HoldOut.split("d.csv", rows, 0.2, new SplittableRandom(1)).validation();
    assertThat(HoldOut.split("d.csv", rows, 0.2, new SplittableRandom(1)).validation())
        .isEqualTo(first);
    assertThat(HoldOut.split("d.csv", rows, 0.2, new SplittableRandom(2)).validation())
        .isNotEqualTo(first);
    assertThat(first).hasSize(20);
  }

  @Test
  void everyRowIsHeldOutAboutAsOften() {
    int[] rows = IntStream.range(0, 10).toArray();
    int[] held = new int[10];
    for (int seed = 0; seed < 2000; seed++) {
      for (int row : HoldOut.split("d.csv", rows, 0.3, new SplittableRandom(seed)).validation()) {
        held[row]++;
      }
    }
    // 600 expected; the standard deviation is 20.5
    for (int count : held) {
      assertThat(count).isBetween(500, 700);
    }
  }

  @Test
  void classesAreHeldOutInProportion() {
    int[] rows = IntStream.range(0, 100).toArray();
    int[] classes = Arrays.stream(rows).map(row -> row < 70 ? 0 : row < 99 ? 1 : 2).toArray();
    HoldOut split = HoldOut.stratified(share(0.2), rows, classes, new SplittableRandom(0));
    long[] counts = new long[3];
    for (int row : split.validation()) {
      counts[classes[row]]++;
    }
    assertThat(counts).containsExactly(14, 6, 0);
    assertThat(split.training()).contains(99);
  }

  @Test
  void theLastRowOfAClassStays() {
    int[] rows = {0, 1, 2, 3};
    HoldOut split =
        HoldOut.stratified(share(0.75), rows, new int[] {0, 1, 2, 2}, new SplittableRandom(0));
    assertThat(split.training()).contains(0, 1).hasSize(3);
    assertThatThrownBy(
            () ->
                HoldOut.stratified(
                    share(0.5), rows, new int[] {0, 1, 2, 3}, new SplittableRandom(0)))
        .hasMessage(
            "d.csv: each class has a single row; at least 2 of one are needed to hold out 50 %");
  }

  @Test
  void tooFewRowsAreRefused() {
    assertThatThrownBy(() -> HoldOut.split("d.csv", new int[] {0}, 0.2, new SplittableRandom(0)))
        .isInstanceOf(DataException.class)
        .hasMessage("d.csv: 1 row; at least 2 are needed to hold out 20 %");
    int[] thirty = IntStream.range(0, 30).toArray();
    assertThatThrownBy(() -> HoldOut.split("d.csv", thirty, 0.01, new SplittableRandom(0)))
        .isInstanceOf(ConfigException.class)
        .hasMessage("--validation 0.01: leaves 0 of 30 rows; give at least 0.034");
    assertThat(HoldOut.split("d.csv", thirty, 0.034, new SplittableRandom(0)).validation())
        .hasSize(1);
    for (double fraction : new double[] {0, 1, -0.1, Double.NaN}) {
      assertThatThrownBy(() -> HoldOut.split("d.csv", thirty, fraction, new SplittableRandom(0)))
          .hasMessageContaining("wants a number above 0 and below 1");
    }
  }
}
