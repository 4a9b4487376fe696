package dev.gradus.layer;

import static dev.gradus.layer.Dense.dense;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.calculus.GradientCheck;
import dev.gradus.data.Xoshiro256;
import dev.gradus.loss.Quantile;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import dev.gradus.network.Network;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IncreasingTest {
  private final Increasing layer = new Increasing();

  @ParameterizedTest
  @EnumSource
  void outputsNeverDecreaseWhateverComesIn(Precision precision) {
    Matrix x = Compute.of(precision, 1).matrix(new double[][] {{3, 0, -1e30}, {-1e30, 5, -800}});
    Frame frame = new Frame(x, x.like(2, 3), null, x, List.of(), List.of());
    layer.forward(frame);
    assertThat(frame.y().get(0, 0)).isEqualTo(3);
    assertThat(frame.y().get(0, 1)).isCloseTo(3 + StrictMath.log(2), within(1e-6));
    for (int i = 0; i < 2; i++) {
      for (int j = 1; j < 3; j++) {
        assertThat(frame.y().get(i, j)).isGreaterThanOrEqualTo(frame.y().get(i, j - 1));
      }
    }
    layer.backward(frame); // writes nothing that nobody wants
  }

  @Test
  void backwardSumsFromTheRight() {
    Matrix x = Compute.float64().matrix(new double[][] {{9, 0, 0}});
    Matrix dy = Compute.float64().matrix(new double[][] {{1, 2, 4}});
    Frame frame = new Frame(x, x.like(1, 3), x.like(1, 3), dy, List.of(), List.of());
    layer.backward(frame);
    assertThat(frame.dx().toArray()).containsExactly(7, 3, 2); // 7, σ(0) · 6, σ(0) · 4
    assertThat(layer.kind()).isEqualTo("increasing");
    assertThat(layer.symbol()).isEqualTo("a");
    assertThat(layer.outputs(5)).isEqualTo(5);
  }

  @Test
  void gradientOfSeveralQuantilesPassesTheCheck() {
    Network network = Network.of(2, dense(2, 5), Activation.TANH, dense(5, 3), layer);
    Compute compute = Compute.float64();
    Xoshiro256 random = Xoshiro256.seeded(3);
    Matrix x = compute.matrix(6, 2);
    Matrix target = compute.matrix(6, 3);
    StandardInitializer.STANDARD_NORMAL.fill(x, random);
    StandardInitializer.STANDARD_NORMAL.fill(target, random);
    double[] theta = network.initialize(compute, random).vector().toArray();
    GradientCheck.standard()
        .check(network.objective(Quantile.of(0.1, 0.5, 0.9), x, target), theta)
        .requirePass();
  }
}
