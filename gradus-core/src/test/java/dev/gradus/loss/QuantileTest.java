package dev.gradus.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.ShapeException;
import org.junit.jupiter.api.Test;

class QuantileTest {
  private final Quantile loss = Quantile.of(0.25, 0.5, 0.75);
  private final Matrix p = Compute.float64().matrix(new double[][] {{1, 2, 7}});
  private final Matrix t = Compute.float64().matrix(new double[][] {{3, 2, 3}});

  @Test
  void eachColumnHasItsLevel() {
    Matrix gradient = p.like(1, 3);
    assertThat(loss.evaluate(p, t, gradient)).isEqualTo((0.25 * 2 + 0 + 0.25 * 4) / 3);
    assertThat(gradient.toArray()).containsExactly(-0.25 / 3, 0, 0.25 / 3);
    LossCheck.require(loss, p, t);
  }

  @Test
  void itsMinimumIsTheQuantile() {
    Matrix targets = Compute.float64().matrix(101, 1);
    for (int i = 0; i <= 100; i++) {
      targets.set(i, 0, i);
    }
    Quantile tenth = Quantile.of(0.1);
    double least = at(tenth, targets, 10);
    assertThat(least).isLessThan(at(tenth, targets, 9)).isLessThan(at(tenth, targets, 11));
  }

  private static double at(Loss loss, Matrix targets, double value) {
    Matrix same = targets.like(targets.rows(), 1);
    for (int i = 0; i < targets.rows(); i++) {
      same.set(i, 0, value);
    }
    return loss.value(same, targets);
  }

  @Test
  void wrongLevelsAndShapesAreRefused() {
    assertThatThrownBy(() -> Quantile.of(0.5, 0.25))
        .hasMessage("levels [0.5, 0.25]; wants them ascending");
    assertThatThrownBy(() -> Quantile.of(0.5, 0.5)).hasMessageEndingWith("wants them ascending");
    assertThatThrownBy(() -> loss.evaluate(p, p.like(2, 3), p)).isInstanceOf(ShapeException.class);
    assertThatThrownBy(() -> loss.evaluate(p, t, p.like(2, 3))).isInstanceOf(ShapeException.class);
    assertThatThrownBy(() -> loss.value(p, p.like(2, 3), (row, unit, distance) -> {}))
        .isInstanceOf(ShapeException.class);
    assertThatThrownBy(() -> Quantile.of(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Quantile.of()).hasMessage("no levels; wants at least one");
    assertThatThrownBy(() -> Quantile.of(1))
        .hasMessage("level 1.0; wants a number between 0 and 1");
    assertThatThrownBy(() -> loss.value(p.like(1, 2), p.like(1, 2)))
        .isInstanceOf(ShapeException.class)
        .hasMessage("3 levels for a prediction of [1 × 2]");
    assertThatThrownBy(() -> loss.value(p, p.like(2, 3)))
        .isInstanceOf(ShapeException.class)
        .hasMessage("quantile: [1 × 3] and [2 × 3]");
    assertThat(loss).hasToString("quantile 0.25, 0.5, 0.75");
  }
}
