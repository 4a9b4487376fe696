package dev.gradus.layer;

import static dev.gradus.layer.Dense.dense;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.ShapeException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DenseTest {
  private final Compute compute = Compute.float64();
  private final Matrix x = compute.matrix(new double[][] {{1, 2}, {3, 4}, {5, 6}});
  private final Matrix W = compute.matrix(new double[][] {{1, -1}, {0.5, 2}});
  private final Matrix b = compute.matrix(new double[][] {{10, 20}});
  private final Matrix dy = compute.matrix(new double[][] {{1, 0}, {0, 1}, {2, -1}});
  private final Matrix dW = compute.matrix(2, 2);
  private final Matrix db = compute.matrix(1, 2);

  private Frame frame(@Nullable Matrix dx) {
    return new Frame(x, compute.matrix(3, 2), dx, dy, List.of(W, b), List.of(dW, db));
  }

  @Test
  void forwardIsXTimesWPlusB() {
    Frame frame = frame(null);
    dense(2, 2).forward(frame);
    // row 0: 1·1 + 2·0.5 + 10 = 12,  1·(−1) + 2·2 + 20 = 23
    // row 1: 3·1 + 4·0.5 + 10 = 15,  3·(−1) + 4·2 + 20 = 25
    // row 2: 5·1 + 6·0.5 + 10 = 18,  5·(−1) + 6·2 + 20 = 27
    assertThat(frame.y().toArray()).containsExactly(12, 23, 15, 25, 18, 27);
  }

  @Test
  void backwardSumsOverTheBatchAndOverwrites() {
    Matrix dx = compute.matrix(3, 2);
    dW.set(0, 0, 99);
    db.set(0, 0, 99);
    dx.set(0, 0, 99);
    dense(2, 2).backward(frame(dx));
    // xᵀ dy: 1·1 + 3·0 + 5·2 = 11,  1·0 + 3·1 − 5 = −2;  2 + 0 + 12 = 14,  0 + 4 − 6 = −2
    assertThat(dW.toArray()).containsExactly(11, -2, 14, -2);
    assertThat(db.toArray()).containsExactly(3, 0);
    // dy Wᵀ: (1, 0.5), (−1, 2), 2·(1, 0.5) − (−1, 2) = (3, −1)
    assertThat(dx.toArray()).containsExactly(1, 0.5, -1, 2, 3, -1);
  }

  @Test
  void backwardOfTheFirstLayerLeavesTheInputAlone() {
    Frame frame = frame(null);
    dense(2, 2).backward(frame);
    assertThat(dW.get(0, 0)).isEqualTo(11);
    assertThatThrownBy(frame::dx)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("∂L/∂x is not wanted here; ask wantsDx() first");
  }

  @Test
  void asksForAWeightAndABias() {
    Dense layer =
        dense(2, 3)
            .withWeights(StandardInitializer.GLOROT_UNIFORM)
            .withBiases(StandardInitializer.STANDARD_NORMAL);
    assertThat(layer.parameters(2))
        .containsExactly(
            new Block("W", 2, 3, StandardInitializer.GLOROT_UNIFORM, Block.Kind.WEIGHT),
            new Block("b", 1, 3, StandardInitializer.STANDARD_NORMAL, Block.Kind.BIAS));
    assertThat(dense(2, 3).weights()).isEqualTo(StandardInitializer.HE_NORMAL);
    assertThat(dense(2, 3).biases()).contains(StandardInitializer.ZEROS);
    assertThat(layer.symbol()).isEqualTo("h");
    assertThat(layer.kind()).isEqualTo("dense");
  }

  @Test
  void withoutBiasAllIsTheSameButForB() {
    Dense layer = dense(2, 2).withoutBias();
    assertThat(layer.parameters(2))
        .containsExactly(new Block("W", 2, 2, StandardInitializer.HE_NORMAL, Block.Kind.WEIGHT));
    Matrix dx = compute.matrix(3, 2);
    Frame frame = new Frame(x, compute.matrix(3, 2), dx, dy, List.of(W), List.of(dW));
    layer.forward(frame);
    layer.backward(frame);
    assertThat(frame.y().toArray()).containsExactly(2, 3, 5, 5, 8, 7);
    assertThat(dW.toArray()).containsExactly(11, -2, 14, -2);
    assertThat(dx.toArray()).containsExactly(1, 0.5, -1, 2, 3, -1);
    assertThat(layer.withBiases(StandardInitializer.ZEROS)).isEqualTo(dense(2, 2));
  }

  @Test
  void refusesAnotherWidthAndNoUnits() {
    assertThat(dense(32, 5).outputs(32)).isEqualTo(5);
    assertThatThrownBy(() -> dense(32, 5).outputs(16))
        .isInstanceOf(ShapeException.class)
        .hasMessage("dense wants 32 inputs, got 16");
    assertThatThrownBy(() -> dense(0, 5))
        .isInstanceOf(ShapeException.class)
        .hasMessage("dense 0 → 5: wants 1 or more of each");
    assertThatThrownBy(() -> dense(5, 0)).isInstanceOf(ShapeException.class);
  }
}
