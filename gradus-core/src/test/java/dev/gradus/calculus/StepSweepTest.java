package dev.gradus.calculus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class StepSweepTest {
  /** e^x + e^y, of which both partial derivatives are known. */
  private static final Objective EXPONENTIALS =
      new Objective() {
        @Override
        public int parameters() {
          return 2;
        }

        @Override
        public double value(double[] t) {
          return StrictMath.exp(t[0]) + StrictMath.exp(t[1]);
        }

        @Override
        public void gradient(double[] t, double[] gradient) {
          gradient[0] = StrictMath.exp(t[0]);
          gradient[1] = StrictMath.exp(t[1]);
        }
      };

  private static final double[] AT = {0.3, -0.4};

  @Test
  void stepsAreEvenlySpreadOverTheDecades() {
    StepSweep sweep = StepSweep.decades(Difference.TWO_POINT, -1, -3, 2);
    assertThat(sweep.steps()).hasSize(5);
    assertThat(sweep.steps().getFirst()).isEqualTo(0.1);
    assertThat(sweep.steps().getLast()).isCloseTo(1e-3, within(1e-18));
  }

  @Test
  void theErrorFallsByTheOrderOfTheQuotientAndThenRisesWithTheRounding() {
    double[] two =
        StepSweep.decades(Difference.TWO_POINT, 0, -12, 1).medianErrors(EXPONENTIALS, AT, 0);
    double[] four =
        StepSweep.decades(Difference.FOUR_POINT, 0, -12, 1).medianErrors(EXPONENTIALS, AT, 0);
    assertThat(two[1] / two[2]).isBetween(95.0, 105.0); // h²
    assertThat(four[1] / four[2]).isBetween(9000.0, 11000.0); // h⁴
    assertThat(two[12]).isGreaterThan(1e3 * two[6]); // 1/h
    assertThat(four[12]).isGreaterThan(1e3 * four[6]);
  }

  /** f = Σ xᵢ³ at 1, 3, 2, 10: the errors h² f‴ / 6 f′ = h² / 3 xᵢ² are not in their order. */
  @Test
  void theMedianIsTheMiddleOfTheErrorsAndNotOfTheParameters() {
    Objective cubes =
        new Objective() {
          @Override
          public int parameters() {
            return 4;
          }

          @Override
          public double value(double[] t) {
            double sum = 0;
            for (double x : t) {
              sum += x * x * x;
            }
            return sum;
          }

          @Override
          public void gradient(double[] t, double[] gradient) {
            for (int i = 0; i < t.length; i++) {
              gradient[i] = 3 * t[i] * t[i];
            }
          }
        };
    double[] at = {1, 3, 2, 10};
    StepSweep sweep = new StepSweep(Difference.TWO_POINT, List.of(0.1));
    double middle = sweep.medianErrors(cubes, at, 2)[0];
    assertThat(middle).isCloseTo(0.01 / 12, within(1e-5));
    assertThat(sweep.medianErrors(cubes, at, 0, 1, 2)[0]).isEqualTo(middle);
    assertThat(sweep.medianErrors(cubes, at, 0, 1, 2, 3)[0]).isEqualTo(middle);
  }

  @Test
  void severalParametersGiveTheirMedian() {
    StepSweep sweep = new StepSweep(Difference.TWO_POINT, List.of(0.1));
    double first = sweep.medianErrors(EXPONENTIALS, AT, 0)[0];
    assertThat(first).isCloseTo(0.01 / 6, within(1e-5)); // the same for both: h²/6 f‴ / f′
    assertThat(sweep.medianErrors(EXPONENTIALS, AT, 0, 0, 1)[0]).isEqualTo(first);
    assertThat(sweep.medianErrors(EXPONENTIALS, AT)[0]).isNaN();
  }
}
