package dev.gradus.network;

import static dev.gradus.layer.Activation.RELU;
import static dev.gradus.layer.Activation.TANH;
import static dev.gradus.layer.Dense.dense;
import static dev.gradus.layer.Pointwise.pointwise;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.calculus.GradientCheck;
import dev.gradus.calculus.GradientReport;
import dev.gradus.calculus.ScalarFunction;
import dev.gradus.calculus.Verdict;
import dev.gradus.data.Xoshiro256;
import dev.gradus.layer.Layer;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.loss.Loss;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Elementary;
import dev.gradus.matrix.Matrix;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The classic mistakes of a backward pass: the gradient check must see each of them. */
class PlantedFaultTest {
  private static final int WIDTH = 4; // square, so that a forgotten transpose fits

  private static GradientReport check(Layer hidden, Layer activation, Loss loss) {
    Network network = Network.of(WIDTH, hidden, activation, dense(WIDTH, 2));
    Compute compute = Compute.float64();
    Xoshiro256 random = Xoshiro256.seeded(11);
    Matrix x = compute.matrix(5, WIDTH);
    Matrix target = compute.matrix(5, 2);
    StandardInitializer.STANDARD_NORMAL.fill(x, random);
    StandardInitializer.STANDARD_NORMAL.fill(target, random);
    double[] theta = network.initialize(compute, random).vector().toArray();
    return GradientCheck.standard().check(network.objective(loss, x, target), theta);
  }

  private static Layer right() {
    return dense(WIDTH, WIDTH).withBiases(StandardInitializer.STANDARD_NORMAL);
  }

  /** The names of the blocks in which a parameter failed. */
  private static List<String> failedBlocks(GradientReport report) {
    return report.failures().stream()
        .map(Verdict.Fail::name)
        .map(name -> name.substring(0, name.indexOf('[')))
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  void theRightOnesPass() {
    check(new Wrapped(right(), Layer::backward), RELU, StandardLoss.MSE).requirePass();
    check(right(), TANH, StandardLoss.MSE).requirePass();
    check(right(), pointwise(new Tangent(false)), StandardLoss.MSE).requirePass();
    check(right(), TANH, new Squares(true)).requirePass();
  }

  /** mse; its gradient divides by the number of elements, or forgets to. */
  private record Squares(boolean mean) implements Loss {
    @Override
    public double evaluate(Matrix prediction, Matrix target, Matrix gradient) {
      double value = StandardLoss.MSE.evaluate(prediction, target, gradient);
      if (!mean) {
        gradient.addScaled(prediction.size() - 1, gradient.copy());
      }
      return value;
    }

    @Override
    public double value(Matrix prediction, Matrix target) {
      return StandardLoss.MSE.value(prediction, target);
    }
  }

  @Test
  void aForgottenMeanFailsEverywhereByTheSameRatio() {
    GradientReport report = check(right(), TANH, new Squares(false));
    assertThat(report.failures()).hasSize(report.verdicts().size());
    for (Verdict.Fail fail : report.failures()) {
      assertThat(fail.analytic() / fail.numeric())
          .as(fail.name())
          .isCloseTo(10, org.assertj.core.data.Offset.offset(1e-5));
    }
  }

  @Test
  void aBiasGradientThatIsNotSummedOverTheBatchFailsInTheBias() {
    Layer lastRowOnly =
        new Wrapped(
            right(),
            (layer, f) -> {
              layer.backward(f);
              for (int j = 0; j < WIDTH; j++) {
                f.dTheta(1).set(0, j, f.dy().get(f.dy().rows() - 1, j));
              }
            });
    assertThat(failedBlocks(check(lastRowOnly, TANH, StandardLoss.MSE))).containsExactly("b1");
  }

  @Test
  void aMissingReluMaskFailsInAllThatLiesBelow() {
    Layer unmasked = new Wrapped(RELU, (layer, f) -> f.dx().set(f.dy()));
    assertThat(failedBlocks(check(right(), unmasked, StandardLoss.MSE)))
        .containsExactly("W1", "b1");
  }

  /** tanh; its derivative is 1 − y², or the (1 − y)² that it is mistaken for. */
  private record Tangent(boolean mistaken) implements ScalarFunction {
    @Override
    public double value(double x) {
      return Elementary.tanh(x);
    }

    @Override
    public double derivative(double x, double y) {
      return mistaken ? (1 - y) * (1 - y) : 1 - y * y;
    }
  }

  @Test
  void aMistakenDerivativeOfTanhFailsInAllThatLiesBelow() {
    assertThat(failedBlocks(check(right(), pointwise(new Tangent(true)), StandardLoss.MSE)))
        .containsExactly("W1", "b1");
  }

  @Test
  void weightsUsedUntransposedFailInAllThatLiesBelow() {
    Layer untransposed =
        new Wrapped(
            right(),
            (layer, f) -> {
              layer.backward(f);
              if (f.wantsDx()) { // dx = dy W, which fits since W is square
                f.dx().setAffine(f.dy(), f.theta(0), f.x().like(1, WIDTH));
              }
            });
    Network network = Network.of(WIDTH, right(), TANH, untransposed, dense(WIDTH, 2));
    Compute compute = Compute.float64();
    Xoshiro256 random = Xoshiro256.seeded(12);
    Matrix x = compute.matrix(5, WIDTH);
    StandardInitializer.STANDARD_NORMAL.fill(x, random);
    double[] theta = network.initialize(compute, random).vector().toArray();
    GradientReport report =
        GradientCheck.standard()
            .check(network.objective(StandardLoss.MSE, x, compute.matrix(5, 2)), theta);
    assertThat(failedBlocks(report)).containsExactly("W1", "b1");
  }
}
