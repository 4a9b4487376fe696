package dev.gradus.network;

import static dev.gradus.layer.Activation.RELU;
import static dev.gradus.layer.Dense.dense;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.calculus.GradientCheck;
import dev.gradus.calculus.GradientReport;
import dev.gradus.calculus.Kink;
import dev.gradus.calculus.Objective;
import dev.gradus.calculus.Verdict;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import dev.gradus.matrix.ShapeException;
import org.junit.jupiter.api.Test;

class NetworkObjectiveTest {
  private final Compute compute = Compute.float64();

  /** ŷ = relu(x W1 + b1) W2 + b2 with one unit everywhere: θ = (W1, b1, W2, b2). */
  private final Network network = Network.of(1, dense(1, 1), RELU, dense(1, 1));

  private final Matrix x = compute.matrix(new double[][] {{1}, {-2}});
  private final Matrix target = compute.matrix(new double[][] {{0}, {0}});

  @Test
  void namesItsParameters() {
    Objective objective = network.objective(StandardLoss.MSE, x, target);
    assertThat(objective.parameters()).isEqualTo(4);
    assertThat(objective.name(0)).isEqualTo("W1[0, 0]");
    assertThat(objective.name(3)).isEqualTo("b2[0, 0]");
    assertThatThrownBy(() -> objective.name(4)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void valueAndGradientByHand() {
    Objective objective = network.objective(StandardLoss.MSE, x, target);
    double[] theta = {2, 1, 3, -1};
    // h1 = 3, −3; a1 = 3, 0; ŷ = 8, −1; L = (64 + 1) / 2
    assertThat(objective.value(theta)).isEqualTo(32.5);
    double[] gradient = new double[4];
    objective.gradient(theta, gradient);
    // dŷ = 8, −1; dW2 = 3·8; db2 = 7; da1 = 24, −3; dh1 = 24, 0; dW1 = 1·24; db1 = 24
    assertThat(gradient).containsExactly(24, 24, 24, 7);
    assertThat(theta).containsExactly(2, 1, 3, -1);
  }

  @Test
  void crossedKinksAreNamedExactly() {
    Objective.Probe probe =
        network.objective(StandardLoss.MAE, x, target).probe(new double[] {2, 1, 3, -1});
    probe.at(0, 0.25);
    assertThat(probe.crossed()).isEmpty();
    probe.at(1, -3.5); // h1 = −0.5, −6.5: sample 0 crosses 0, and ŷ of sample 0 becomes −1
    assertThat(probe.crossed()).containsExactly(new Kink("h1", 0, 0), new Kink("residual", 0, 0));
    probe.at(1, 3.5); // h1 = 6.5, 0.5: sample 1 crosses, ŷ = 18.5, 0.5
    assertThat(probe.crossed()).containsExactly(new Kink("h1", 1, 0), new Kink("residual", 1, 0));
    probe.at(3, 1); // ŷ = 9, 0: on the kink is not where it was
    assertThat(probe.crossed()).containsExactly(new Kink("residual", 1, 0));
    probe.at(2, 1e-3);
    assertThat(probe.crossed()).isEmpty();
  }

  @Test
  void aUnitThatStandsOnItsKinkIsNotJudged() {
    // h1 of sample 0 is 2 − 2 = 0
    GradientReport report =
        GradientCheck.standard()
            .check(network.objective(StandardLoss.MSE, x, target), new double[] {2, -2, 3, -1});
    assertThat(report.passed()).isTrue();
    assertThat(report.atKinks())
        .extracting(Verdict.AtKink::name)
        .containsExactly("W1[0, 0]", "b1[0, 0]");
    for (Verdict.AtKink verdict : report.atKinks()) {
      assertThat(verdict.kinks()).containsExactly(new Kink("h1", 0, 0));
    }
  }

  @Test
  void subjectIsLeftBitForBitAsItWas() {
    double[] theta = {0.1, 0.2, 0.3, 0.4};
    double[] xBefore = x.toArray();
    Objective objective = network.objective(StandardLoss.MAE, x, target);
    double value = objective.value(theta);
    GradientCheck.standard().check(objective, theta);
    assertThat(theta).containsExactly(0.1, 0.2, 0.3, 0.4);
    assertThat(x.toArray()).isEqualTo(xBefore);
    assertThat(objective.value(theta)).isEqualTo(value);
    // and a probe puts each parameter back: 0.1 + 0.3 − 0.3 would not be 0.1
    Objective.Probe probe = objective.probe(theta);
    for (int i = 0; i < 4; i++) {
      probe.at(i, 0.3);
      assertThat(probe.at((i + 1) % 4, 0)).isEqualTo(value);
    }
  }

  @Test
  void batchIsCopiedAndWidened() {
    Matrix narrow = Compute.of(Precision.FLOAT32, 1).matrix(new double[][] {{0.1}});
    Matrix zero = narrow.like(1, 1);
    Objective objective = network.objective(StandardLoss.MSE, narrow, zero);
    double[] theta = {1, 0, 1, 0};
    double value = objective.value(theta);
    assertThat(value).isEqualTo((double) (float) 0.1 * (float) 0.1);
    narrow.set(0, 0, 99);
    assertThat(objective.value(theta)).isEqualTo(value);
  }

  @Test
  void batchesThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> network.objective(StandardLoss.MSE, x, compute.matrix(3, 1)))
        .isInstanceOf(ShapeException.class)
        .hasMessage("x is [2 × 1], y is [3 × 1]");
    assertThatThrownBy(() -> network.objective(StandardLoss.MSE, compute.matrix(2, 3), target))
        .hasMessage("x is [2 × 3], the network wants [2 × 1]");
    assertThatThrownBy(() -> network.objective(StandardLoss.MSE, x, compute.matrix(2, 5)))
        .hasMessage("y is [2 × 5], the network wants [2 × 1]");
    assertThatThrownBy(
            () -> network.objective(StandardLoss.MSE, compute.matrix(0, 1), compute.matrix(0, 1)))
        .isInstanceOf(ShapeException.class);
  }
}
