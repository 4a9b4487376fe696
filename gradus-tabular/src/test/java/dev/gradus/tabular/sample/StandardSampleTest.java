package dev.gradus.tabular.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.data.Xoshiro256;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StandardSampleTest {
  @ParameterizedTest
  @EnumSource
  void rowsHaveANumberForEachNameAndTheSameBitsForASeed(StandardSample sample) {
    RandomGenerator one = Xoshiro256.seeded(5);
    RandomGenerator two = Xoshiro256.seeded(5);
    for (int row = 0; row < 200; row++) {
      double[] drawn = sample.draw(row, one);
      assertThat(drawn).hasSize(sample.names().size()).isEqualTo(sample.draw(row, two));
      for (double value : drawn) {
        assertThat(value).isFinite();
      }
      if (sample.hasClasses()) {
        assertThat(drawn[drawn.length - 1]).isEqualTo(row % 2);
      }
    }
  }

  @Test
  void friedmansFormulaIsWhatItSays() {
    RandomGenerator random = Xoshiro256.seeded(1);
    double squares = 0;
    double sum = 0;
    int n = 2000;
    for (int row = 0; row < n; row++) {
      double[] x = StandardSample.FRIEDMAN1.draw(row, random);
      double formula =
          10 * StrictMath.sin(Math.PI * x[0] * x[1])
              + 20 * (x[2] - 0.5) * (x[2] - 0.5)
              + 10 * x[3]
              + 5 * x[4];
      sum += x[10] - formula;
      squares += (x[10] - formula) * (x[10] - formula);
    }
    assertThat(sum / n).isCloseTo(0, within(0.08));
    assertThat(squares / n).isCloseTo(1, within(0.1));
  }

  @Test
  void theInnerCircleHasHalfTheRadius() {
    RandomGenerator random = Xoshiro256.seeded(1);
    double[] radii = new double[2];
    for (int row = 0; row < 2000; row++) {
      double[] x = StandardSample.CIRCLES.draw(row, random);
      radii[row % 2] += Math.hypot(x[0], x[1]) / 1000;
    }
    assertThat(radii[0]).isCloseTo(1, within(0.02));
    assertThat(radii[1]).isCloseTo(0.5, within(0.02));
  }
}
