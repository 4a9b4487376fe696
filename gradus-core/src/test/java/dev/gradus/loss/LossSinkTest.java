package dev.gradus.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.calculus.KinkSink;
import dev.gradus.calculus.ScalarFunction;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.RowWeights;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a loss tells of its kinks, and how it goes on where one is held. */
class LossSinkTest {
  private static final Compute COMPUTE = Compute.float64();
  private static final Matrix P = COMPUTE.matrix(new double[][] {{1, 2, 7}, {4, -1, 0.5}});
  private static final Matrix T = COMPUTE.matrix(new double[][] {{3, 2, 3}, {1, -1, 1}});

  private final Quantile quantile = Quantile.of(0.25, 0.5, 0.75);
  private final Loss mae = Loss.pointwise(new Absolute());

  private record Absolute() implements PointwiseLoss {
    @Override
    public double value(double p, double t) {
      return Math.abs(p - t);
    }

    @Override
    public double derivative(double p, double t) {
      return Math.signum(p - t);
    }

    @Override
    public double[] kinks(double t) {
      return new double[] {t};
    }
  }

  /** Holds the element of row 1, column 0 at 100, and notes all that it is told. */
  private static final class Holding implements KinkSink {
    private final List<String> told = new ArrayList<>();

    @Override
    public void quantity(int sample, int unit, double distance) {
      told.add("quantity " + sample + " " + unit + " " + distance);
    }

    @Override
    public boolean leaves(int sample, int unit, double x, double[] kinks) {
      told.add(sample + " " + unit + " " + x + " " + (kinks.length == 0 ? "" : kinks[0]));
      return sample == 1 && unit == 0;
    }

    @Override
    public double held(ScalarFunction f) {
      return 100 + f.value(0); // of the function for this element's target
    }
  }

  private static double silent(Loss loss) {
    return loss.value(P, T, (sample, unit, distance) -> {});
  }

  @Test
  void aSinkThatHoldsNothingChangesNothing() {
    RowWeights weights = weights();
    for (Loss loss : List.of(quantile, mae, mae.weighted(weights), quantile.weighted(weights))) {
      assertThat(silent(loss)).as("%s", loss).isEqualTo(loss.value(P, T)).isGreaterThan(0);
    }
  }

  @Test
  void everyElementIsToldInItsOrderWithItsKinks() {
    Holding sink = new Holding();
    mae.value(P, T, sink);
    assertThat(sink.told)
        .containsExactly(
            "0 0 1.0 3.0",
            "0 1 2.0 2.0",
            "0 2 7.0 3.0",
            "1 0 4.0 1.0",
            "1 1 -1.0 -1.0",
            "1 2 0.5 1.0");
    Holding other = new Holding();
    quantile.value(P, T, other);
    assertThat(other.told).isEqualTo(sink.told);
    Holding weighted = new Holding();
    quantile.weighted(weights()).value(P, T, weighted);
    assertThat(weighted.told).isEqualTo(sink.told);
  }

  /** |0 − 1| for the target 1, and 0.25 of it for the level 0.25: 101 and 100.25. */
  @Test
  void whatIsHeldStandsInThePlaceOfTheElement() {
    assertThat(mae.value(P, T, new Holding())).isEqualTo((2 + 0 + 4 + 101 + 0 + 0.5) / 6);
    double own = 0.25 * 2 + 0 + 0.25 * 4;
    double held = 100.25 + 0 + 0.75 * 0.5;
    assertThat(quantile.value(P, T, new Holding())).isEqualTo((own + held) / 6);
  }

  @Test
  void withWeightsToo() {
    assertThat(mae.weighted(weights()).value(P, T, new Holding()))
        .isCloseTo((1 * 6 + 3 * 101.5) / (4 * 3), within(1e-13));
    assertThat(quantile.weighted(weights()).value(P, T, new Holding()))
        .isCloseTo((1 * 1.5 / 3 + 3 * (100.25 + 0.375) / 3) / 4, within(1e-13));
  }

  private static RowWeights weights() {
    RowWeights weights = RowWeights.ones(2);
    weights.set(1, 3);
    return weights;
  }

  @Test
  void aLossIsAFunctionOfThePredictionForOneTarget() {
    ScalarFunction f = new Absolute().at(3);
    assertThat(f.value(1)).isEqualTo(2);
    assertThat(f.derivative(1, 2)).isEqualTo(-1);
    assertThat(f.kinks()).containsExactly(3);
    assertThat(new Huber(1).at(2).kinks()).containsExactly(1, 3);
  }
}
