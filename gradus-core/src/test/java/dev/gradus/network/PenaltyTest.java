package dev.gradus.network;

import static dev.gradus.layer.Dense.dense;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gradus.calculus.GradientCheck;
import dev.gradus.layer.Activation;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import org.junit.jupiter.api.Test;

class PenaltyTest {
  private final Network network = Network.of(1, dense(1, 1), Activation.TANH, dense(1, 1));
  private final Compute compute = Compute.float64();

  /** W1, b1, W2, b2 = 2, 5, −3, 7. */
  private Parameters theta() {
    Parameters theta = network.zeros(compute);
    theta.vector().setAll(new double[] {2, 5, -3, 7});
    return theta;
  }

  @Test
  void valueIsHalfTheSquaresOfTheWeightsAndNotOfTheBiases() {
    assertThat(new Penalty(0.5).value(theta())).isEqualTo(0.25 * (4 + 9));
    assertThat(Penalty.NONE.value(theta())).isZero();
  }

  @Test
  void gradientIsAddedToThatOfTheWeights() {
    Parameters gradient = network.zeros(compute);
    gradient.vector().setAll(new double[] {1, 1, 1, 1});
    new Penalty(0.5).addGradient(theta(), gradient);
    assertThat(gradient.vector().toArray()).containsExactly(2, 1, -0.5, 1);
  }

  @Test
  void valueAndGradientAgreeInACheck() {
    Matrix x = compute.matrix(new double[][] {{0.5}, {-1}});
    double[] at = {0.3, 0.1, -0.7, 0.2};
    GradientCheck.standard()
        .check(network.objective(StandardLoss.MSE, x, x, new Penalty(0.3)), at)
        .requirePass();
  }

  @Test
  void changeIsTheDifferenceOfTwoValues() {
    ParameterBlock weight = network.layout().getFirst();
    ParameterBlock bias = network.layout().get(1);
    Penalty penalty = new Penalty(2);
    assertThat(penalty.change(weight, 3, 0.5)).isEqualTo(3.5 * 3.5 - 9);
    assertThat(penalty.change(bias, 3, 0.5)).isZero();
  }

  @Test
  void wantsAFiniteNumberOfAtLeastZero() {
    for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Penalty(bad))
          .withMessageContaining("wants a finite number, 0 or more");
    }
  }
}
