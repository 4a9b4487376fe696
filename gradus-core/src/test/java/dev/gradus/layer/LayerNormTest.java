package dev.gradus.layer;

import static dev.gradus.layer.LayerNorm.layerNorm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.data.Xoshiro256;
import dev.gradus.matrix.Compute;
import dev.gradus.network.Network;
import dev.gradus.network.Workspace;
import org.junit.jupiter.api.Test;

class LayerNormTest {

  private static Workspace workspace(double[][] x) {
    Network network = Network.of(x[0].length, layerNorm());
    Compute compute = Compute.float64();
    Workspace workspace =
        network.workspace(network.initialize(compute, Xoshiro256.seeded(1)), x.length);
    workspace.x().set(compute.matrix(x));
    return workspace;
  }

  @Test
  void standardizesEachSampleOverItsFeatures() {
    Workspace workspace = workspace(new double[][] {{1, 3, 5}, {10, 10, 40}});
    workspace.forward();
    // row 0: μ = 3, σ² = 8/3; row 1: μ = 20, σ² = 600/3
    double r0 = 1 / Math.sqrt(8.0 / 3 + 1e-5);
    double r1 = 1 / Math.sqrt(200 + 1e-5);
    assertThat(workspace.prediction().toArray())
        .containsExactly(
            new double[] {-2 * r0, 0, 2 * r0, -10 * r1, -10 * r1, 20 * r1}, within(1e-15));
  }

  @Test
  void aSampleOfOneValueGivesBeta() {
    Workspace workspace = workspace(new double[][] {{0.1, 0.1, 0.1}});
    workspace.parameters().get("beta1").setAll(new double[] {1, 2, 3});
    workspace.forward();
    assertThat(workspace.prediction().toArray())
        .containsExactly(new double[] {1, 2, 3}, within(1e-13)); // 3 · 0.1 / 3 rounds
  }

  /**
   * Adding a number to a sample, or scaling it, changes nothing: so dx has sum 0 along x̂ and 1.
   */
  @Test
  void gradientIsOrthogonalToWhatIsTakenOut() {
    Workspace workspace = workspace(new double[][] {{1, -2, 7, 0.5}, {2, 2, 3, -9}});
    Network network = Network.of(4, Activation.IDENTITY, layerNorm());
    Workspace wanted =
        network.workspace(network.initialize(Compute.float64(), Xoshiro256.seeded(2)), 2);
    wanted.x().set(workspace.x());
    wanted.dPrediction().setAll(new double[] {1, 2, -1, 0, 3, 1, 1, -2});
    wanted.forward();
    wanted.backward();
    var dx = wanted.frames().getLast().dx();
    for (int i = 0; i < 2; i++) {
      double ones = 0;
      double along = 0;
      for (int j = 0; j < 4; j++) {
        ones += dx.get(i, j);
        along += dx.get(i, j) * wanted.x().get(i, j);
      }
      assertThat(ones).isCloseTo(0, within(1e-15));
      assertThat(along).isCloseTo(0, within(1e-5)); // ε keeps it from 0
    }
  }
}
