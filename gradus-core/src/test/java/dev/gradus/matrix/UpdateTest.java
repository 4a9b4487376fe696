package dev.gradus.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link MomentumUpdate}, {@link AdamUpdate} and Adam's relatives: what a single step does. */
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
  void adagradAddsTheSquares() {
    Matrix theta = row(1);
    Matrix v = row(5);
    new AdaGradUpdate(1).apply(theta, row(2), v, 0.5);
    assertThat(v.get(0, 0)).isEqualTo(9); // 5 + 4
    assertThat(theta.get(0, 0)).isEqualTo(0.75); // 1 − 0.5 · 2 / (3 + 1)
  }

  @Test
  void amsgradKeepsTheGreatestMeanSquare() {
    Matrix theta = row(1, 1);
    AmsGradUpdate.Moments moments = new AmsGradUpdate.Moments(row(0, 0), row(0, 0), row(0, 2.25));
    new AmsGradUpdate(0.5, 0.75, 0.5).apply(theta, row(2, 2), moments, 0.25, 2);
    assertThat(moments.mean().toArray()).containsExactly(1, 1); // 0.5 · 2
    assertThat(moments.square().toArray()).containsExactly(1, 1); // 0.25 · 4
    assertThat(moments.top().toArray()).containsExactly(1, 2.25);
    assertThat(theta.get(0, 0)).isEqualTo(0.9); // 1 − 0.25 / (2 · 1 + 0.5)
    assertThat(theta.get(0, 1)).isEqualTo(1 - 0.25 / 3.5); // 1 − 0.25 / (2 · 1.5 + 0.5)
  }

  @Test
  void nadamTakesTheMeanAndTheGradient() {
    Matrix theta = row(1);
    Matrix m = row(0);
    Matrix v = row(0);
    NadamUpdate update = new NadamUpdate(0.5, 0.75, 0.5);
    update.setWeights(0.25, 0.125, 2);
    update.apply(theta, row(2), m, v);
    assertThat(m.get(0, 0)).isEqualTo(1);
    assertThat(v.get(0, 0)).isEqualTo(1);
    assertThat(theta.get(0, 0)).isEqualTo(0.8); // 1 − (0.25 · 1 + 0.125 · 2) / (2 · 1 + 0.5)
  }

  /** Element by element: threads, kernels and neighbours change no bit. */
  @ParameterizedTest
  @EnumSource
  void updatesAreTheSameAloneAndShared(Precision precision) {
    int n = 40_001;
    double[][] expected = new double[6][];
    for (int threads = 1; threads <= 2; threads++) {
      try (Compute compute = Compute.of(precision, threads, threads == 1 ? 1 : 1e12)) {
        for (int kind = 0; kind < expected.length; kind++) {
          double[] result = steps(compute, n, kind);
          if (threads == 1) {
            expected[kind] = result;
          }
          assertThat(result).isEqualTo(expected[kind]);
        }
      }
    }
  }

  private static double[] steps(Compute compute, int n, int kind) {
    Random random = new Random(1);
    Matrix theta = compute.matrix(1, n);
    Matrix g = compute.matrix(1, n);
    Matrix m = compute.matrix(1, n);
    Matrix v = compute.matrix(1, n);
    Matrix u = compute.matrix(1, n);
    theta.setAll(random.doubles(n, -1, 1).toArray());
    for (int step = 0; step < 3; step++) {
      g.setAll(random.doubles(n, -1, 1).toArray());
      switch (kind) {
        case 0 -> new AdaGradUpdate(1e-8).apply(theta, g, v, 0.1);
        case 1 ->
            new AmsGradUpdate(0.9, 0.99, 1e-8)
                .apply(theta, g, new AmsGradUpdate.Moments(m, v, u), 0.1, 2);
        case 2 -> new MomentumUpdate(0.9, false).apply(theta, g, v, 0.1);
        case 3 -> new MomentumUpdate(0.9, true).apply(theta, g, v, 0.1);
        case 4 -> new AdamUpdate(0.9, 0.99, 1e-8).apply(theta, g, m, v, 0.1, 2);
        default -> {
          NadamUpdate update = new NadamUpdate(0.9, 0.99, 1e-8);
          update.setWeights(0.1, 0.05, 2);
          update.apply(theta, g, m, v);
        }
      }
    }
    return theta.toArray();
  }

  @Test
  void noOperandMayBeginInsideItsArray() {
    Matrix own = row(0, 0);
    Matrix view = row(0, 0, 0).view(1, 1, 2);
    MomentumUpdate momentum = new MomentumUpdate(0.5, false);
    AdamUpdate adam = new AdamUpdate(0.9, 0.999, 1e-8);
    for (Matrix[] m : new Matrix[][] {{view, own, own}, {own, view, own}, {own, own, view}}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> momentum.apply(m[0], m[1], m[2], 1))
          .withMessageContaining("momentum: a view that begins inside its array");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> adam.apply(m[0], m[1], own, m[2], 1, 1))
          .withMessageContaining("adam: a view that begins inside its array");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> adam.apply(own, own, row(0), own, 1, 1))
        .withMessage("adam: [1 × 2] and [1 × 1]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> momentum.apply(own, row(0), own, 1))
        .withMessage("momentum: [1 × 2] and [1 × 1]");
  }
}
