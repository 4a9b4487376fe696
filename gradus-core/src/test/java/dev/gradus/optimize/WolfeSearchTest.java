package dev.gradus.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Which points a search looks at, one by one. */
class WolfeSearchTest {

  /** A function of one number with its slope, that remembers where it was asked. */
  private static final class Phi implements WolfeSearch.Line {
    private final DoubleUnaryOperator value;
    private final DoubleUnaryOperator slope;
    private final List<Double> asked = new ArrayList<>();
    private double alpha;

    Phi(DoubleUnaryOperator value, DoubleUnaryOperator slope) {
      this.value = value;
      this.slope = slope;
    }

    /** (α − minimum)². */
    static Phi parabola(double minimum) {
      return new Phi(a -> (a - minimum) * (a - minimum), a -> 2 * (a - minimum));
    }

    @Override
    public void moveTo(double to) {
      alpha = to;
      asked.add(to);
    }

    @Override
    public double value() {
      return value.applyAsDouble(alpha);
    }

    @Override
    public double slope() {
      return slope.applyAsDouble(alpha);
    }

    /** Searches with c₁ = 1e-4, and asserts where it looked; the last is where it stays. */
    void finds(double first, double curvature, double... points) {
      assertThat(WolfeSearch.run(this, first, 1e-4, curvature)).isTrue();
      assertAsked(points);
    }

    void assertAsked(double... points) {
      assertThat(asked).hasSize(points.length);
      for (int i = 0; i < points.length; i++) {
        assertThat(asked.get(i)).as("point %d of %s", i, asked).isCloseTo(points[i], within(1e-9));
      }
    }
  }

  @Test
  void aStepThatIsGoodIsTakenAtOnce() {
    Phi.parabola(1).finds(1, 0.1, 1);
  }

  @Test
  void aStepGrowsAsLongAsItGoesDownSteeply() {
    Phi.parabola(8).finds(1, 0.1, 1, 2, 4, 8);
  }

  /** At 4 the parabola around 3 is as high as at 2; a cubic through both finds its minimum. */
  @Test
  void whereItIsNoLowerThanBeforeTheMinimumLiesBetween() {
    Phi.parabola(3).finds(1, 0.1, 1, 2, 4, 3);
  }

  @Test
  void whereTheSlopePointsBackTheMinimumLiesBetween() {
    Phi.parabola(3).finds(3.5, 0.1, 3.5, 3);
  }

  /** The minimum 3 of the cubic is too near to the end of [0, 100]: 10 is asked first. */
  @Test
  void anInterpolatedStepKeepsATenthAwayFromTheNearEnd() {
    Phi.parabola(3).finds(100, 0.1, 100, 10, 3);
  }

  @Test
  void andFromTheFarEnd() {
    // 10, where the slope points back, is the lowest so far, 0 the other end; then 9, 10
    Phi.parabola(9.5).finds(10, 0.01, 10, 9, 9.5);
  }

  /** With c₁ = 0.6 a parabola never descends enough beyond 0.8 of the way to its minimum. */
  @Test
  void aDescentThatIsTooLittleForItsLengthIsShortened() {
    Phi phi = Phi.parabola(3);
    assertThat(WolfeSearch.run(phi, 3.09, 0.6, 0.9)).isTrue();
    phi.assertAsked(3.09, 0.9 * 3.09, 0.45 * 3.09);
  }

  @Test
  void whereItIsNotFiniteTheIntervalIsHalved() {
    new Phi(a -> a > 1.5 ? Double.NaN : (a - 1) * (a - 1), a -> 2 * (a - 1)).finds(4, 0.1, 4, 2, 1);
  }

  /** φ(0) + c₁ α φ′(0) = 10 − 0.5 · 2 = 9 is wanted at 2. */
  @Test
  void theDescentThatIsWantedGrowsWithTheStep() {
    Phi phi = new Phi(a -> a == 0 ? 10 : a == 2 ? 9.5 : 0, a -> a == 0 ? -1 : 0);
    assertThat(WolfeSearch.run(phi, 2, 0.5, 0.9)).isTrue();
    assertThat(phi.asked).hasSize(2);
    Phi enough = new Phi(a -> a == 0 ? 10 : 9, a -> a == 0 ? -1 : 0);
    assertThat(WolfeSearch.run(enough, 2, 0.5, 0.9)).isTrue();
    enough.assertAsked(2);
  }

  /** 2⁻⁵⁰ |φ(0)| is rounding; the next number that 4 can become is a rise. */
  @Test
  void aRiseWithinTheRoundingIsNone() {
    flatFrom(4, 4 + 0x1p-48).finds(1, 0.9, 1);
    Phi rise = flatFrom(4, 4 + 0x1p-47);
    WolfeSearch.run(rise, 1, 1e-4, 0.9);
    assertThat(rise.asked).hasSizeGreaterThan(1);
  }

  /** Almost level at 0, level beyond. */
  private static Phi flatFrom(double start, double beyond) {
    return new Phi(a -> a == 0 ? start : beyond, a -> a == 0 ? -1e-30 : 0);
  }

  /** The slope may be c₂ of the first, 0.5 · 2, and no more. */
  @Test
  void theSlopeThatIsWantedIsAShareOfTheFirst() {
    Phi phi = new Phi(a -> -a, a -> a == 0 ? -2 : -1);
    phi.finds(1, 0.5, 1);
    Phi steeper = new Phi(a -> -a, a -> a == 0 ? -2 : a < 3 ? -1.0001 : 0);
    steeper.finds(1, 0.5, 1, 2, 4);
  }

  @Test
  void theFirstStepMayBeLevelWithTheStartAndStillGrows() {
    Phi phi = new Phi(a -> 1, a -> a <= 2 ? -1e-30 : 0);
    assertThat(WolfeSearch.run(phi, 1, 1e-4, 0.9)).isTrue();
    // 2 is no lower than 1: between them all is level, up to the last evaluation
    assertThat(phi.asked.subList(0, 2)).containsExactly(1.0, 2.0);
    assertThat(phi.asked.get(2)).isBetween(1.0, 2.0);
  }

  @Test
  void aLineWithoutEndIsFollowedFortyTimes() {
    Phi phi = new Phi(a -> -a, a -> -1);
    assertThat(WolfeSearch.run(phi, 1, 1e-4, 0.9)).isTrue();
    assertThat(phi.asked).hasSize(40).endsWith(0x1p39);
  }

  /** The slope is a lie: nothing descends. */
  @Test
  void whereNothingDescendsItSaysSoAndGoesBack() {
    Phi phi = new Phi(a -> a, a -> a == 0 ? -1 : 1);
    assertThat(WolfeSearch.run(phi, 1, 1e-4, 0.9)).isFalse();
    assertThat(phi.asked).hasSize(41).endsWith(0.0);
  }

  /** |α − 1.05| is nowhere flat: what is left at the end is the lowest point that it met. */
  @Test
  void whereNoStepIsFlatTheLowestIsTaken() {
    Phi phi = new Phi(a -> Math.abs(a - 1.05), a -> a < 1.05 ? -1 : 1);
    assertThat(WolfeSearch.run(phi, 1, 1e-4, 0.9)).isTrue();
    double lowest =
        phi.asked.stream().mapToDouble(a -> Math.abs(a - 1.05)).min().orElse(Double.NaN);
    assertThat(phi.value()).isEqualTo(lowest).isLessThan(1e-6);
  }

  /** φ(α) = α⁴/4 − 2α³/3 − α is no cubic: what is asked is the minimum of its cubic. */
  @Test
  void theNextPointIsTheMinimumOfTheCubicThroughValuesAndSlopesOfBothEnds() {
    // a = 0: φ = 0, φ′ = −1; b = 4: φ = 64 − 128/3 − 4, φ′ = 64 − 32 − 1 = 31
    Phi phi = new Phi(a -> a * a * a * a / 4 - 2 * a * a * a / 3 - a, a -> a * a * (a - 2) - 1);
    assertThat(WolfeSearch.run(phi, 4, 1e-4, 0.9)).isTrue();
    double value = 64 - 128.0 / 3 - 4;
    // p(α) = −α + c α² + d α³ with p(4) = value, p′(4) = 31
    double d = (31 + 1 - 2 * (value + 4) / 4) / 16;
    double c = (value + 4 - 64 * d) / 16;
    double minimum = (-c + Math.sqrt(c * c + 3 * d)) / (3 * d);
    phi.assertAsked(4, minimum);
  }
}
