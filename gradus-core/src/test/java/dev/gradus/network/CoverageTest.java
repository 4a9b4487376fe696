package dev.gradus.network;

import static dev.gradus.layer.Activation.IDENTITY;
import static dev.gradus.layer.Activation.RELU;
import static dev.gradus.layer.Dense.dense;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import org.junit.jupiter.api.Test;

class CoverageTest {

  @Test
  void namesTheUnitsThatFireInNoSample() {
    Compute compute = Compute.float64();
    Network network = Network.of(1, dense(1, 3), RELU, dense(3, 1), IDENTITY);
    Parameters theta = network.zeros(compute);
    theta.get("W1").setAll(new double[] {1, -1, 0}); // the third gives 0, where relu′ is 0
    Matrix x = compute.matrix(new double[][] {{2}, {3}});
    Coverage coverage = Coverage.of(network, theta, x);
    assertThat(coverage.layers()).extracting(Coverage.Firing::name).containsExactly("a1", "a2");
    assertThat(coverage.layers().getFirst().silent()).containsExactly(1, 2);
    assertThat(coverage.layers().getLast().silent()).isEmpty();
    assertThat(coverage.units()).isEqualTo(4);
    assertThat(coverage.silent()).isEqualTo(2);
    x.set(1, 0, -3);
    assertThat(Coverage.of(network, theta, x).silent()).isEqualTo(1);
  }
}
