package dev.gradus.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClipperTest {

  private static Matrix clipped(Clipper clipper, double... values) {
    Matrix gradient = Compute.float64().matrix(new double[][] {values});
    clipper.clip(gradient, gradient.magnitude());
    return gradient;
  }

  @Test
  void byValueEachElementIsHeldBetweenTheLimits() {
    Clipper clipper = new Clipper(Clipping.byValue(2));
    assertThat(clipped(clipper, 3, -0.5, -7, 2).toArray()).containsExactly(2, -0.5, -2, 2);
    assertThat(clipped(clipper, 2, -2).toArray()).containsExactly(2, -2);
    assertThat(clipper.takeCount()).as("the second was within").isEqualTo(1);
  }

  @Test
  void byNormTheDirectionStays() {
    Clipper clipper = new Clipper(Clipping.byNorm(1));
    Matrix gradient = clipped(clipper, 3, -4);
    assertThat(gradient.get(0, 0)).isCloseTo(0.6, within(1e-16));
    assertThat(gradient.get(0, 1)).isCloseTo(-0.8, within(1e-16));
    assertThat(clipped(clipper, 0.6, -0.8).toArray()).containsExactly(0.6, -0.8);
    assertThat(clipped(clipper, 0, 0).toArray()).containsExactly(0, 0);
    assertThat(clipper.takeCount()).isEqualTo(1);
    assertThat(clipper.takeCount()).as("taken once").isZero();
  }

  @Test
  void theNormOfNumbersWhoseSquaresOverflowIsStillTaken() {
    Clipper clipper = new Clipper(Clipping.byNorm(5));
    Matrix gradient = clipped(clipper, 3e300, -4e300);
    assertThat(gradient.get(0, 0)).isCloseTo(3, within(1e-14));
    assertThat(gradient.get(0, 1)).isCloseTo(-4, within(1e-14));
    assertThat(clipper.takeCount()).isEqualTo(1);
  }

  @Test
  void valuesAreClippedBeforeTheNormIsTaken() {
    Clipper clipper = new Clipper(new Clipping(3, 2.5));
    Matrix gradient = clipped(clipper, 1e308, -4);
    assertThat(gradient.get(0, 0)).isCloseTo(2.5 / Math.sqrt(2), within(1e-15));
    assertThat(gradient.get(0, 1)).isCloseTo(-2.5 / Math.sqrt(2), within(1e-15));
    assertThat(clipper.takeCount()).as("one step, clipped twice").isEqualTo(1);
  }

  @Test
  void withoutLimitsNothingIsTouched() {
    Clipper clipper = new Clipper(Clipping.NONE);
    assertThat(clipped(clipper, 1e308, -0.0).toArray()).containsExactly(1e308, -0.0);
    assertThat(clipper.takeCount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN})
  void limitsOutsideTheirRangesAreRefused(double limit) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Clipping.byValue(limit))
        .withMessage("clip value " + limit + ": wants a number above 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Clipping.byNorm(limit))
        .withMessage("clip norm " + limit + ": wants a number above 0");
  }
}
