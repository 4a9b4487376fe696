package dev.gradus.network;

import static dev.gradus.layer.Dense.dense;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gradus.calculus.GradientCheck;
import dev.gradus.calculus.GradientReport;
import dev.gradus.calculus.Kink;
import dev.gradus.calculus.Objective;
import dev.gradus.calculus.Verdict;
import dev.gradus.layer.Activation;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import java.util.List;
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
    assertThat(Penalty.l2(0.5).value(theta())).isEqualTo(0.25 * (4 + 9));
    assertThat(Penalty.NONE.value(theta())).isZero();
  }

  @Test
  void gradientIsAddedToThatOfTheWeights() {
    Parameters gradient = network.zeros(compute);
    gradient.vector().setAll(new double[] {1, 1, 1, 1});
    Penalty.l2(0.5).addGradient(theta(), gradient);
    assertThat(gradient.vector().toArray()).containsExactly(2, 1, -0.5, 1);
  }

  @Test
  void absoluteWeightsAndTheSignsOfThem() {
    assertThat(Penalty.l1(0.5).value(theta())).isEqualTo(0.5 * (2 + 3));
    assertThat(new Penalty(0.25, 0.5).value(theta())).isEqualTo(0.25 * (2 + 3) + 0.25 * (4 + 9));
    Parameters gradient = network.zeros(compute);
    gradient.vector().setAll(new double[] {1, 1, 1, 1});
    new Penalty(0.25, 0.5).addGradient(theta(), gradient);
    assertThat(gradient.vector().toArray()).containsExactly(2.25, 1, -0.75, 1);
  }

  @Test
  void theSlopeAtZeroIsZero() {
    Parameters gradient = network.zeros(compute);
    Penalty.l1(0.5).addGradient(network.zeros(compute), gradient);
    assertThat(gradient.vector().toArray()).containsOnly(0);
  }

  /** In float32 the factor is rounded once, and each sum once. */
  @Test
  void float32RoundsOnce() {
    Compute narrow = Compute.of(Precision.FLOAT32, 1);
    Parameters theta = network.zeros(narrow);
    theta.vector().setAll(new double[] {2, 5, -3, 7});
    Parameters gradient = network.zeros(narrow);
    gradient.vector().setAll(new double[] {1, 1, 1, 1});
    new Penalty(0.1, 0.2).addGradient(theta, gradient);
    float first = Math.fma(0.2f, 2f, 1 + 0.1f);
    float second = Math.fma(0.2f, -3f, 1 - 0.1f);
    assertThat(gradient.vector().toArray()).containsExactly(first, 1, second, 1);
  }

  @Test
  void valueAndGradientAgreeInACheck() {
    double[] at = {0.3, 0.1, -0.7, 0.2};
    for (Penalty penalty : List.of(Penalty.l2(0.3), Penalty.l1(0.3), new Penalty(0.2, 0.3))) {
      GradientReport report = check(penalty, at);
      report.requirePass();
      assertThat(report.tested()).isEqualTo(4);
    }
  }

  /** W1 stands on its kink, W2 so near that every step reaches over it: the kinks are named. */
  @Test
  void theCheckIsToldOfTheKinkAtZero() {
    GradientReport report = check(Penalty.l1(0.3), new double[] {0, 0.1, 1e-9, 0.2});
    report.requirePass();
    assertThat(report.atKinks())
        .extracting(Verdict.AtKink::kinks)
        .containsExactly(List.of(Kink.of("W1[0, 0]")), List.of(Kink.of("W2[0, 0]")));
  }

  /** Half the slope at the kink is a subgradient, and not the one that is documented. */
  @Test
  void anotherSlopeAtZeroIsFound() {
    Objective right = objective(Penalty.l1(0.3));
    Objective wrong =
        new Objective() {
          @Override
          public int parameters() {
            return right.parameters();
          }

          @Override
          public double value(double[] theta) {
            return right.value(theta);
          }

          @Override
          public void gradient(double[] theta, double[] gradient) {
            right.gradient(theta, gradient);
            gradient[0] += 0.15;
          }

          @Override
          public Probe probe(double[] theta) {
            return right.probe(theta);
          }
        };
    GradientReport report = GradientCheck.standard().check(wrong, new double[] {0, 0.1, -0.7, 0.2});
    assertThat(report.failures()).hasSize(1);
  }

  private Objective objective(Penalty penalty) {
    Matrix x = compute.matrix(new double[][] {{0.5}, {-1}});
    return network.objective(StandardLoss.MSE, x, x, penalty);
  }

  private GradientReport check(Penalty penalty, double[] at) {
    return GradientCheck.standard().check(objective(penalty), at);
  }

  @Test
  void changeIsTheDifferenceOfTwoValues() {
    Crossings crossings = new Crossings();
    ParameterBlock weight = network.layout().getFirst();
    ParameterBlock bias = network.layout().get(1);
    Penalty penalty = new Penalty(4, 2);
    assertThat(penalty.change(weight, 0, 3, 0.5, crossings)).isEqualTo(4 * 0.5 + 3.5 * 3.5 - 9);
    assertThat(penalty.change(weight, 0, -3, 0.5, crossings)).isEqualTo(-2 + 2.5 * 2.5 - 9);
    assertThat(penalty.change(bias, 1, 3, 0.5, crossings)).isZero();
    assertThat(crossings.kinks()).isEmpty();
  }

  @Test
  void beyondTheKinkTheSlopeIsTheOtherUnlessItIsHeld() {
    Crossings crossings = new Crossings();
    ParameterBlock weight = network.layout().getFirst();
    assertThat(Penalty.l1(1).change(weight, 0, 1, -3, crossings)).isEqualTo(1); // |−2| − |1|
    assertThat(crossings.kinks()).containsExactly(Kink.of("W1[0, 0]"));
    crossings.begin(true);
    assertThat(Penalty.l1(1).change(weight, 0, 1, -3, crossings)).isEqualTo(-3);
    assertThat(crossings.holdable()).isTrue();
  }

  @Test
  void wantsFiniteNumbersOfAtLeastZero() {
    for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Penalty.l2(bad))
          .withMessage("l2 " + bad + "; wants a finite number, 0 or more");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Penalty.l1(bad))
          .withMessage("l1 " + bad + "; wants a finite number, 0 or more");
    }
  }

  @Test
  void noneIsBothZero() {
    assertThat(Penalty.NONE.isNone()).isTrue();
    assertThat(Penalty.l1(1).isNone()).isFalse();
    assertThat(Penalty.l2(1).isNone()).isFalse();
  }
}
