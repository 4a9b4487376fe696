package dev.gradus.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import org.junit.jupiter.api.Test;

class LossCheckTest {
  /** The square with the derivative of half the square. */
  record Halved() implements PointwiseLoss {
    @Override
    public double value(double p, double t) {
      return (p - t) * (p - t);
    }

    @Override
    public double derivative(double p, double t) {
      return p - t;
    }
  }

  private final Matrix p =
      Compute.of(Precision.FLOAT32, 1).matrix(new double[][] {{3, 0.5}, {-4, 0}});
  private final Matrix t = p.like(2, 2);

  @Test
  void aWrongDerivativeIsNamedWithBothValues() {
    assertThatThrownBy(() -> LossCheck.require(Loss.pointwise(new Halved()), p, t))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the gradient of loss Halved[] is wrong in 3 of 4 elements")
        .hasMessageContaining("∂L/∂prediction[row ");
  }

  /** Wrong for the target 7 alone. */
  record WrongAtSeven() implements PointwiseLoss {
    @Override
    public double value(double p, double t) {
      return (p - t) * (p - t);
    }

    @Override
    public double derivative(double p, double t) {
      return (t == 7 ? 3 : 2) * (p - t);
    }
  }

  @Test
  void theElementIsNamedByItsRowAndOutput() {
    Matrix prediction = Compute.float64().matrix(3, 2);
    Matrix target = Compute.float64().matrix(new double[][] {{1, 2}, {3, 7}, {5, 6}});
    assertThatThrownBy(
            () -> LossCheck.require(Loss.pointwise(new WrongAtSeven()), prediction, target))
        .hasMessageContaining("in 1 of 6 elements; ∂L/∂prediction[row 1, output 1] is -3.5,");
  }

  @Test
  void aRightOnePassesAndNothingIsChanged() {
    double[] before = p.toArray();
    LossCheck.require(Loss.pointwise(new LossTest.Insensitive(0.5)), p, t); // 0.5 is at a kink
    assertThat(p.toArray()).isEqualTo(before);
  }

  @Test
  void aWideLossIsLookedAtInPart() {
    Matrix wide = Compute.float64().matrix(3, 1000);
    LossCheck.require(StandardLoss.SOFTMAX_CE, wide, wide.copy());
    LossCheck.require(StandardLoss.MAE, wide, wide.copy());
  }
}
