package dev.gradus.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.data.Xoshiro256;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import dev.gradus.matrix.RowWeights;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every loss knows weights: 0 is a row that is absent, 2 one that stands twice. */
class WeightedLossTest {
  private static final int ROWS = 5;
  private static final int OUTPUTS = 3;

  static Stream<Loss> losses() {
    return Stream.concat(
        Stream.of(StandardLoss.values()),
        Stream.of(
            Loss.pointwise(new LossTest.Insensitive(0.5)),
            Quantile.of(0.1, 0.5, 0.9),
            new SmoothedCrossEntropy(0.1)));
  }

  private static Matrix drawn(Precision precision, long seed) {
    Matrix matrix = Compute.of(precision, 1).matrix(ROWS, OUTPUTS);
    StandardInitializer.STANDARD_NORMAL.fill(matrix, Xoshiro256.seeded(seed));
    return matrix;
  }

  /** Positive rows that sum to 1. */
  private static Matrix targets(Precision precision) {
    Matrix target = Compute.of(precision, 1).matrix(ROWS, OUTPUTS);
    for (int i = 0; i < ROWS; i++) {
      target.setRow(i, new double[] {0.5, 0.125 * (i % 3), 0.5 - 0.125 * (i % 3)});
    }
    return target;
  }

  private static Matrix rows(Matrix matrix, int... order) {
    Matrix rows = matrix.like(order.length, matrix.columns());
    rows.setFirstRows(matrix, order, 0, order.length);
    return rows;
  }

  @ParameterizedTest
  @MethodSource("losses")
  void onesChangeNothing(Loss loss) {
    for (Precision precision : Precision.values()) {
      Matrix p = drawn(precision, 1);
      Matrix t = targets(precision);
      Matrix plain = p.like(ROWS, OUTPUTS);
      Matrix counted = p.like(ROWS, OUTPUTS);
      Loss weighted = loss.weighted(RowWeights.ones(ROWS));
      assertThat(weighted.evaluate(p, t, counted))
          .isCloseTo(loss.evaluate(p, t, plain), within(1e-15));
      double tolerance = precision == Precision.FLOAT32 ? 1e-8 : 1e-17;
      assertThat(counted.toArray()).containsExactly(plain.toArray(), within(tolerance));
      if (loss instanceof StandardLoss) {
        assertThat(weighted.value(p, t)).isEqualTo(loss.value(p, t));
        assertThat(counted.toArray()).isEqualTo(plain.toArray());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("losses")
  void aWeightOfZeroIsARowThatIsAbsent(Loss loss) {
    Matrix p = drawn(Precision.FLOAT64, 2);
    Matrix t = targets(Precision.FLOAT64);
    p.set(1, 0, Double.NaN); // whatever it holds
    Matrix gradient = p.like(ROWS, OUTPUTS);
    Loss weighted = loss.weighted(RowWeights.of(1, 0, 1, 1, 0));
    double mean = weighted.evaluate(p, t, gradient);
    Matrix rest = rows(p, 0, 2, 3);
    Matrix plain = rest.like(3, OUTPUTS);
    assertThat(mean).isCloseTo(loss.evaluate(rest, rows(t, 0, 2, 3), plain), within(1e-15));
    assertThat(weighted.value(p, t)).isEqualTo(mean);
    assertThat(rows(gradient, 0, 2, 3).toArray()).containsExactly(plain.toArray(), within(1e-17));
    assertThat(rows(gradient, 1, 4).toArray()).containsOnly(0);
  }

  @ParameterizedTest
  @MethodSource("losses")
  void aWeightOfTwoIsARowThatStandsTwice(Loss loss) {
    Matrix p = drawn(Precision.FLOAT64, 3);
    Matrix t = targets(Precision.FLOAT64);
    Matrix gradient = p.like(ROWS, OUTPUTS);
    double mean = loss.weighted(RowWeights.of(1, 2, 1, 1, 1)).evaluate(p, t, gradient);
    Matrix twice = rows(p, 0, 1, 1, 2, 3, 4);
    Matrix plain = twice.like(6, OUTPUTS);
    assertThat(mean)
        .isCloseTo(loss.evaluate(twice, rows(t, 0, 1, 1, 2, 3, 4), plain), within(1e-15));
    for (int j = 0; j < OUTPUTS; j++) {
      assertThat(gradient.get(1, j)).isCloseTo(2 * plain.get(1, j), within(1e-16));
      assertThat(gradient.get(4, j)).isCloseTo(plain.get(5, j), within(1e-16));
    }
  }

  @ParameterizedTest
  @MethodSource("losses")
  void gradientIsThatOfTheWeightedMean(Loss loss) {
    Loss weighted = loss.weighted(RowWeights.of(0.5, 3, 0, 1.25, 0.125));
    LossCheck.require(weighted, drawn(Precision.FLOAT64, 4), targets(Precision.FLOAT64));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void aBatchThatDoesNotCountCostsNothing(Loss loss) {
    Matrix p = drawn(Precision.FLOAT64, 5);
    Matrix gradient = drawn(Precision.FLOAT64, 6);
    RowWeights none = RowWeights.ones(ROWS);
    for (int i = 0; i < ROWS; i++) {
      none.set(i, 0);
    }
    assertThat(loss.weighted(none).evaluate(p, targets(Precision.FLOAT64), gradient)).isZero();
    assertThat(loss.weighted(none).value(p, targets(Precision.FLOAT64))).isZero();
    assertThat(gradient.toArray()).containsOnly(0);
  }
}
