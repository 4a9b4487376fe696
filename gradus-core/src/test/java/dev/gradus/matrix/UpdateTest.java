package dev.gradus.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** {@link MomentumUpdate} and {@link AdamUpdate}: what a single step does. */
class UpdateTest {
  private final Compute compute = Compute.float64();

  private Matrix row(double... values) {
    Matrix row = compute.matrix(1, values.length);
    row.setAll(values);
    return row;
  }

  @Test
  void momentumKeepsHalfOfTheVelocity() {
    Matrix theta = row(10);
    Matrix v = row(4);
    new MomentumUpdate(0.5, false).apply(theta, row(1), v, 0.25);
    assertThat(v.get(0, 0)).isEqualTo(3); // 0.5 · 4 + 1
    assertThat(theta.get(0, 0)).isEqualTo(9.25); // 10 − 0.25 · 3
  }

  @Test
  void nesterovLooksAhead() {
    Matrix theta = row(10);
    Matrix v = row(4);
    new MomentumUpdate(0.5, true).apply(theta, row(1), v, 0.25);
    assertThat(v.get(0, 0)).isEqualTo(3);
    assertThat(theta.get(0, 0)).isEqualTo(9.375); // 10 − 0.25 (0.5 · 3 + 1)
  }

  @Test
  void adamDividesTheMeanByTheRootOfTheMeanSquare() {
    Matrix theta = row(1);
    Matrix m = row(0);
    Matrix v = row(0);
    new AdamUpdate(0.5, 0.75, 0.5).apply(theta, row(2), m, v, 0.25, 2);
    assertThat(m.get(0, 0)).isEqualTo(1); // 0.5 · 2
    assertThat(v.get(0, 0)).isEqualTo(1); // 0.25 · 4
    assertThat(theta.get(0, 0)).isEqualTo(0.9); // 1 − 0.25 · 1 / (2 · 1 + 0.5)
  }

  @Test
  void parametersMayBeViewsAndMemoryMayNot() {
    Matrix theta = row(0, 0, 0).view(1, 1, 2);
    Matrix own = row(0, 0);
    Matrix view = row(0, 0, 0).view(1, 1, 2);
    new MomentumUpdate(0.5, false).apply(theta, view, own, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MomentumUpdate(0.5, false).apply(theta, own, view, 1))
        .withMessage("momentum: v must own its array");
    AdamUpdate adam = new AdamUpdate(0.9, 0.999, 1e-8);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> adam.apply(theta, own, view, own, 1, 1))
        .withMessage("adam: m and v must own their arrays");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> adam.apply(theta, own, row(0), own, 1, 1))
        .withMessage("adam: [1 × 2] and [1 × 1]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MomentumUpdate(0.5, false).apply(theta, row(0), own, 1))
        .withMessage("momentum: [1 × 2] and [1 × 1]");
  }
}
