package dev.gradus.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link Matrix#limitColumns} and {@link Matrix#setZero}. */
class LimitColumnsTest {

  @Test
  void longColumnsAreScaledToTheLimitAndShortOnesStay() {
    Matrix w = Compute.float64().matrix(new double[][] {{3, 0.1, -0.0, -5}, {-4, 0.2, 0.3, 12}});
    w.limitColumns(2);
    assertThat(w.get(0, 0)).isCloseTo(1.2, within(1e-15));
    assertThat(w.get(1, 0)).isCloseTo(-1.6, within(1e-15));
    assertThat(w.get(0, 1)).isEqualTo(0.1);
    assertThat(w.get(1, 2)).isEqualTo(0.3);
    assertThat(1 / w.get(0, 2)).as("the zero's sign").isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(w.get(1, 3)).isCloseTo(24.0 / 13, within(1e-15));
  }

  @Test
  void aColumnAtTheLimitAndOneWithNaNStay() {
    Matrix w = Compute.float64().matrix(new double[][] {{3, Double.NaN}, {4, 7}});
    w.limitColumns(5);
    assertThat(w.toArray()).containsExactly(3, Double.NaN, 4, 7);
  }

  @ParameterizedTest
  @EnumSource
  void viewsAreChangedAndTheirNeighboursAreNot(Precision precision) {
    for (boolean large : new boolean[] {false, true}) {
      try (Compute compute = Compute.of(precision, 1, large ? 1e12 : 1)) {
        Matrix all = compute.matrix(1, 40);
        for (int i = 0; i < 40; i++) {
          all.set(0, i, 8);
        }
        Matrix w = all.view(5, 2, 17);
        w.limitColumns(Math.sqrt(2));
        assertThat(w.toArray()).containsOnly(w.get(0, 0));
        assertThat(w.get(1, 16)).isCloseTo(1, within(1e-7));
        w.setZero();
        assertThat(all.view(0, 1, 5).toArray()).containsOnly(8);
        assertThat(w.toArray()).containsOnly(0);
        assertThat(all.view(39, 1, 1).toArray()).containsOnly(8);
      }
    }
  }

  /** 3e200² is beyond float64. */
  @Test
  void noColumnOfFiniteNumbersIsSoLongThatItIsLost() {
    Matrix w = Compute.float64().matrix(new double[][] {{3e200, 1, 0}, {-4e200, 2, 1e308}});
    w.limitColumns(5);
    assertThat(w.get(0, 0)).isCloseTo(3, within(1e-14));
    assertThat(w.get(1, 0)).isCloseTo(-4, within(1e-14));
    assertThat(w.get(1, 1)).isEqualTo(2);
    assertThat(w.get(1, 2)).isCloseTo(5, within(1e-14));
    Matrix far = Compute.float64().matrix(new double[][] {{3e200}, {4e200}});
    far.limitColumns(1e201);
    assertThat(far.get(0, 0)).isEqualTo(3e200);
    far.limitColumns(5e199);
    assertThat(far.get(0, 0)).isCloseTo(3e199, within(1e186));
  }

  /** 3e30² is beyond float32: the sum is not. */
  @Test
  void largeFloatsDoNotOverflow() {
    Matrix w = Compute.of(Precision.FLOAT32, 1).matrix(new double[][] {{3e30}, {4e30}});
    w.limitColumns(5);
    assertThat(w.get(0, 0)).isCloseTo(3, within(1e-6));
    assertThat(w.get(1, 0)).isCloseTo(4, within(1e-6));
  }
}
