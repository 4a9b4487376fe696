package dev.gradus.network;

import static dev.gradus.layer.Activation.RELU;
import static dev.gradus.layer.Activation.TANH;
import static dev.gradus.layer.Dense.dense;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.calculus.Kink;
import dev.gradus.calculus.Objective;
import dev.gradus.layer.Activation;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import org.junit.jupiter.api.Test;

class NetworkProbeTest {
  private final Compute compute = Compute.float64();

  @Test
  void aShiftGivesTheValueOfAFullPass() {
    for (int seed = 0; seed < 60; seed++) {
      RandomProblem problem = RandomProblem.drawn(seed);
      Objective objective = problem.objective();
      double[] at = problem.at();
      Objective.Probe probe = objective.probe(at);
      double centre = objective.value(at);
      for (int i = at.length - 1; i >= 0; i--) { // from above, so that lower layers were disturbed
        double[] shifted = at.clone();
        shifted[i] += 0.25;
        double value = objective.value(shifted);
        assertThat(probe.at(i, 0.25))
            .as("%s, %s", problem.description(), objective.name(i))
            .isCloseTo(value, within(1e-14 * (1 + Math.abs(value))));
        assertThat(probe.at(i, 0)).isCloseTo(centre, within(1e-14 * (1 + Math.abs(centre))));
      }
    }
  }

  @Test
  void layersThatAreNotDenseAreRunFromTheirInputOn() {
    // the same network, once with layers whose kind the probe knows, once wrapped
    Network known = Network.of(2, dense(2, 3), TANH, dense(3, 2), RELU, dense(2, 1));
    Network wrapped =
        Network.of(
            2,
            new Wrapped(dense(2, 3)),
            new Wrapped(TANH),
            dense(3, 2),
            new Wrapped(RELU),
            new Wrapped(dense(2, 1)));
    double[] at = new double[known.vectorLength()];
    for (int i = 0; i < at.length; i++) {
      at[i] = StrictMath.sin(1 + 7 * i);
    }
    Matrix x = compute.matrix(new double[][] {{0.3, -0.7}, {1.1, 0.2}, {-0.4, 0.9}});
    Matrix y = compute.matrix(3, 1);
    Objective.Probe fast = known.objective(StandardLoss.MAE, x, y).probe(at);
    Objective.Probe slow = wrapped.objective(StandardLoss.MAE, x, y).probe(at);
    for (double shift : new double[] {1e-3, -0.5, 2}) {
      for (int i = 0; i < at.length; i++) {
        assertThat(fast.at(i, shift)).isCloseTo(slow.at(i, shift), within(1e-14));
        assertThat(fast.crossed()).isEqualTo(slow.crossed());
        assertThat(fast.holds()).isTrue();
        assertThat(fast.held(i, shift)).isCloseTo(slow.held(i, shift), within(1e-14));
      }
    }
  }

  @Test
  void whatIsHeldStaysOnItsPieceByHand() {
    // h1 = x W1 + b1 = 2 − 1.5 = 0.5, a1 = relu, ŷ = 3 a1 + 1, loss (ŷ − 0)²
    Network network = Network.of(1, dense(1, 1), RELU, dense(1, 1));
    Matrix x = compute.matrix(new double[][] {{1}});
    Matrix y = compute.matrix(1, 1);
    double[] at = {2, -1.5, 3, 1};
    Objective.Probe probe = network.objective(StandardLoss.MSE, x, y).probe(at);
    assertThat(probe.at(1, -1)).isEqualTo(1); // h1 = −0.5, relu gives 0, ŷ = 1
    assertThat(probe.crossed()).containsExactly(new Kink("h1", 0, 0));
    assertThat(probe.held(1, -1)).isEqualTo(0.25); // held it gives −0.5, ŷ = −0.5
    // mae: the residual ŷ = 2.5 goes to −0.5 and is held as ŷ itself
    Objective.Probe mae = network.objective(StandardLoss.MAE, x, y).probe(at);
    assertThat(mae.at(3, -3)).isEqualTo(0.5);
    assertThat(mae.crossed()).containsExactly(new Kink("residual", 0, 0));
    assertThat(mae.held(3, -3)).isEqualTo(-0.5);
  }

  @Test
  void onTheKinkTheConventionIsHeld() {
    // h1 = 0: relu′(0) = 0, so that nothing moves; leaky_relu′(0) = 0.01
    Matrix x = compute.matrix(new double[][] {{1}});
    double[] at = {2, -2, 3, 1};
    for (Activation f : new Activation[] {RELU, Activation.LEAKY_RELU}) {
      Network network = Network.of(1, dense(1, 1), f, dense(1, 1));
      Objective.Probe probe = network.objective(StandardLoss.MSE, x, x).probe(at);
      double slope = f == RELU ? 0 : 0.01;
      for (double shift : new double[] {0.5, -0.5}) {
        assertThat(probe.held(1, shift))
            .isCloseTo(9 * slope * slope * shift * shift, within(1e-15));
      }
    }
  }
}
