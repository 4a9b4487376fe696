package dev.gradus.calculus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class DifferenceTest {

  private static double error(Difference difference, double h) {
    double quotient = quotient(difference, probe(StrictMath::exp, 1), h).value();
    return Math.abs(quotient - Math.E);
  }

  private static Difference.Quotient quotient(
      Difference difference, Objective.Probe probe, double h) {
    return difference.new Stencil(probe, probe.at(0, 0)).at(0, 0, h);
  }

  private static Objective.Probe probe(DoubleUnaryOperator f, double at) {
    return (i, shift) -> f.applyAsDouble(at + shift);
  }

  @Test
  void twoPointErrorFallsWithTheSquareOfTheStep() {
    // h²/6 f‴ with all derivatives of eˣ equal to e at 1
    assertThat(error(Difference.TWO_POINT, 0.1) / error(Difference.TWO_POINT, 0.05))
        .isCloseTo(4, within(0.01));
    assertThat(error(Difference.TWO_POINT, 0.01) / (1e-4 / 6 * Math.E)).isCloseTo(1, within(1e-4));
  }

  @Test
  void fourPointErrorFallsWithTheFourthPowerOfTheStep() {
    // h⁴/30 f⁗′
    assertThat(error(Difference.FOUR_POINT, 0.1) / error(Difference.FOUR_POINT, 0.05))
        .isCloseTo(16, within(0.1));
    assertThat(error(Difference.FOUR_POINT, 0.01) / (1e-8 / 30 * Math.E))
        .isCloseTo(1, within(1e-3));
  }

  @Test
  void polynomialsUpToTheOrderAreExact() {
    // at 0 with h = 1/2 every number is a short binary fraction
    assertThat(quotient(Difference.TWO_POINT, probe(x -> 3 * x + x * x, 0), 0.5).value())
        .isEqualTo(3);
    DoubleUnaryOperator fourth = x -> 3 * x + x * x - x * x * x + x * x * x * x;
    assertThat(quotient(Difference.FOUR_POINT, probe(fourth, 0), 0.5).value()).isEqualTo(3);
  }

  @Test
  void kinksOfAllPointsAreCollectedOnce() {
    Kink near = new Kink("a", 0, 0);
    Kink far = new Kink("b", 0, 0);
    Objective.Probe probe =
        new Objective.Probe() {
          private double last;

          @Override
          public double at(int i, double shift) {
            last = shift;
            return 0;
          }

          @Override
          public List<Kink> crossed() {
            return last > 0.15 ? List.of(near, far) : last < 0 ? List.of(near) : List.of();
          }
        };
    assertThat(quotient(Difference.TWO_POINT, probe, 0.1).kinks()).containsExactly(near);
    assertThat(quotient(Difference.FOUR_POINT, probe, 0.1).kinks()).containsExactly(near, far);
  }

  @Test
  void oneSidedSlopesAreThoseOfTheFarthestPoints() {
    Difference.Quotient quotient =
        quotient(Difference.FOUR_POINT, probe(x -> x > 0 ? 3 * x : x, 0), 0.25);
    assertThat(quotient.leftSlope()).isEqualTo(1);
    assertThat(quotient.rightSlope()).isEqualTo(3);
    assertThat(quotient.still()).isFalse();
    assertThat(quotient(Difference.FOUR_POINT, probe(x -> 7, 0), 0.25).still()).isTrue();
    // x² moves although its quotient at 0 is 0
    assertThat(quotient(Difference.FOUR_POINT, probe(x -> x * x, 0), 0.25).still()).isFalse();
  }

  @Test
  void roundingGrowsWithTheValuesAndWithOneOverTheStep() {
    double small = quotient(Difference.TWO_POINT, probe(x -> x, 1), 1e-3).rounding();
    double finer = quotient(Difference.TWO_POINT, probe(x -> x, 1), 1e-4).rounding();
    double high = quotient(Difference.TWO_POINT, probe(x -> 1e6 + x, 1), 1e-3).rounding();
    assertThat(small).isBetween(4e-13, 2e-12);
    assertThat(finer / small).isBetween(9.0, 11.0);
    assertThat(high).isGreaterThan(1e5 * small);
  }
}
