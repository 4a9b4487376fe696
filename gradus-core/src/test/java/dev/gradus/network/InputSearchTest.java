package dev.gradus.network;

import static dev.gradus.layer.Activation.RELU;
import static dev.gradus.layer.Dense.dense;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.calculus.GradientCheck;
import dev.gradus.calculus.GradientReport;
import dev.gradus.calculus.Objective;
import dev.gradus.calculus.Verdict;
import dev.gradus.data.Xoshiro256;
import dev.gradus.layer.Layer;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import org.junit.jupiter.api.Test;

class InputSearchTest {
  private final Compute compute = Compute.float64();
  private final Matrix x = compute.matrix(new double[][] {{0.1, 0.2}, {-0.3, 0.1}});
  private final Matrix y = compute.matrix(new double[][] {{1, 2}, {3, 4}});

  /** Four relu units: one fires at x, two only far away, the last one never. */
  private Network network(Layer relu) {
    return Network.of(2, dense(2, 4), relu, dense(4, 2));
  }

  private Parameters theta(Network network) {
    Parameters theta = network.initialize(compute, Xoshiro256.seeded(5));
    theta.get("W1").setAll(new double[] {1, 0.5, 0, 0, 0.3, 0.2, -0.7, 0});
    theta.get("b1").setAll(new double[] {1, -20, -9, -1});
    return theta;
  }

  private GradientReport completed(Network network) {
    Parameters theta = theta(network);
    Objective subject = network.objective(StandardLoss.MSE, x, y);
    GradientReport first = GradientCheck.standard().check(subject, theta.vector().toArray());
    assertThat(first.passed()).isTrue();
    assertThat(first.vacuous()).hasSize(3 * 2 + 3 + 3 * 2); // of the three silent units
    return new InputSearch(network, theta, y, Xoshiro256.seeded(7))
        .complete(
            first,
            (inputs, targets) -> network.objective(StandardLoss.MSE, inputs, targets),
            GradientCheck.standard(),
            1);
  }

  @Test
  void findsInputsForEachLiveParameter() {
    GradientReport report = completed(network(RELU));
    assertThat(report.passed()).isTrue();
    assertThat(report.vacuous())
        .extracting(Verdict::name)
        .containsExactlyInAnyOrder("W1[0, 3]", "W1[1, 3]", "b1[0, 3]", "W2[3, 0]", "W2[3, 1]");
  }

  @Test
  void aMistakeInUnitsThatDidNotFireIsFound() {
    Layer forgetful =
        new Wrapped(
            RELU,
            (layer, f) -> {
              layer.backward(f);
              for (int i = 0; i < f.dx().rows(); i++) {
                f.dx().set(i, 1, 0);
              }
            });
    // Coverage knows layers of the table only; the pool's own rows are large enough here
    GradientReport report = completed(network(forgetful));
    assertThat(report.failures())
        .extracting(Verdict::name)
        .containsExactlyInAnyOrder("W1[0, 1]", "W1[1, 1]", "b1[0, 1]");
  }

  @Test
  void theSameSeedFindsTheSame() {
    assertThat(completed(network(RELU))).isEqualTo(completed(network(RELU)));
  }
}
