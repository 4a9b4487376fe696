package dev.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.RowWeights;
import dev.gradus.matrix.ShapeException;
import org.junit.jupiter.api.Test;

class ClassWeightsTest {
  private final Matrix oneHot =
      Compute.float64().matrix(new double[][] {{1, 0, 0}, {0, 0, 1}, {0, 0, 1}, {0, 1, 0}});
  private final Matrix second = Compute.float64().matrix(new double[][] {{1}, {0}, {0}, {0}});

  private static double[] values(RowWeights weights) {
    double[] values = new double[weights.rows()];
    for (int i = 0; i < values.length; i++) {
      values[i] = weights.get(i);
    }
    return values;
  }

  @Test
  void aRowCountsAsItsClass() {
    assertThat(values(ClassWeights.of(oneHot, 1, 2, 5))).containsExactly(1, 5, 5, 2);
    assertThat(values(ClassWeights.of(second, 1, 3))).containsExactly(3, 1, 1, 1);
  }

  @Test
  void balancedClassesCountTheSameAndTogetherN() {
    RowWeights weights = ClassWeights.balanced(oneHot);
    assertThat(values(weights)).containsExactly(4.0 / 3, 4.0 / 6, 4.0 / 6, 4.0 / 3);
    assertThat(values(ClassWeights.balanced(second))).containsExactly(2, 4.0 / 6, 4.0 / 6, 4.0 / 6);
  }

  @Test
  void wrongNumbersAreRefused() {
    assertThatThrownBy(() -> ClassWeights.of(oneHot, 1, 2))
        .isInstanceOf(ShapeException.class)
        .hasMessage("2 class weights for a target of 3 classes");
    assertThatThrownBy(() -> ClassWeights.of(oneHot, 1, 2, -5))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
