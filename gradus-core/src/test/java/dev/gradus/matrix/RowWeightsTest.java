package dev.gradus.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RowWeightsTest {
  @Test
  void totalIsThatOfTheFirstRows() {
    RowWeights weights = RowWeights.of(1, 0, 2.5);
    assertThat(weights.rows()).isEqualTo(3);
    assertThat(weights.total(3)).isEqualTo(3.5);
    assertThat(weights.total(2)).isEqualTo(1);
    weights.set(1, 4);
    assertThat(weights.get(1)).isEqualTo(4);
    assertThat(RowWeights.ones(5).total(5)).isEqualTo(5);
  }

  @Test
  void whatIsNoWeightIsRefused() {
    assertThatThrownBy(() -> RowWeights.of(1, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("row 1: weight -1.0; wants a finite number, 0 or more");
    assertThatThrownBy(() -> RowWeights.of(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RowWeights.of(0, 0)).hasMessage("all sample weights are 0");
    assertThatThrownBy(() -> RowWeights.ones(2).total(3))
        .isInstanceOf(ShapeException.class)
        .hasMessage("3 rows; there are 2 sample weights");
    assertThatThrownBy(() -> RowWeights.ones(2).set(1, -0.5))
        .hasMessage("row 1: weight -0.5; wants a finite number, 0 or more");
    assertThatThrownBy(() -> RowWeights.ones(2).set(0, Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void eachRowOfABatchWantsAWeight() {
    RowWeights two = RowWeights.ones(2);
    Matrix p = Compute.float64().matrix(3, 4);
    Pairwise f = Pairwise.of((a, b) -> a - b, (a, b) -> 1);
    for (ThrowingCallable use :
        List.<ThrowingCallable>of(
            () -> two.pairSum(f, p, p),
            () -> two.setPairGradient(p, f, p, p, 1),
            () -> two.softmaxCrossEntropySum(p, p),
            () -> two.setSoftmaxCrossEntropyGradient(p, p, p, 1))) {
      assertThatThrownBy(use)
          .isInstanceOf(ShapeException.class)
          .hasMessage("[3 × 4] and 2 sample weights");
    }
  }

  @Test
  void aCopyIsKept() {
    double[] values = {1, 2};
    RowWeights weights = RowWeights.of(values);
    values[0] = 9;
    assertThat(weights.get(0)).isEqualTo(1);
  }
}
