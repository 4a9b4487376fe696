package dev.gradus.network;

import static dev.gradus.layer.Activation.RELU;
import static dev.gradus.layer.Activation.TANH;
import static dev.gradus.layer.Dense.dense;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.calculus.GradientCheck;
import dev.gradus.calculus.GradientReport;
import dev.gradus.calculus.Objective;
import dev.gradus.calculus.Verdict;
import dev.gradus.data.Xoshiro256;
import dev.gradus.layer.Layer;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.loss.Loss;
import dev.gradus.loss.PointwiseLoss;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Elementary;
import dev.gradus.matrix.Matrix;
import org.junit.jupiter.api.Test;

/** Mistakes that stand in tutorials and libraries: each is found. */
class OthersMistakesTest {
  private final Compute compute = Compute.float64();
  private final Xoshiro256 random = Xoshiro256.seeded(9);

  private GradientReport check(Loss loss, Layer... layers) {
    Network network = Network.of(3, layers);
    Matrix x = compute.matrix(6, 3);
    StandardInitializer.STANDARD_NORMAL.fill(x, random);
    Matrix y = compute.matrix(6, network.outputs());
    for (int i = 0; i < 6; i++) {
      y.set(i, i % network.outputs(), 1);
    }
    double[] at = network.initialize(compute, random).vector().toArray();
    return GradientCheck.standard().check(network.objective(loss, x, y), at);
  }

  private static void assertFound(GradientReport report, String... parameters) {
    assertThat(report.failures()).extracting(Verdict::name).contains(parameters);
  }

  @Test
  void tanhWithOneMinusYSquared() {
    Layer wrong =
        new Wrapped(
            TANH,
            (layer, f) -> {
              for (int i = 0; i < f.dx().rows(); i++) {
                for (int j = 0; j < f.dx().columns(); j++) {
                  double y = f.y().get(i, j);
                  f.dx().set(i, j, f.dy().get(i, j) * (1 - y) * (1 - y));
                }
              }
            });
    assertFound(check(StandardLoss.MSE, dense(3, 4), wrong, dense(4, 2)), "W1[0, 0]", "b1[0, 3]");
  }

  @Test
  void reluBackwardThatOverwritesInsteadOfMultiplying() {
    Layer wrong =
        new Wrapped(
            RELU,
            (layer, f) -> {
              for (int i = 0; i < f.dx().rows(); i++) {
                for (int j = 0; j < f.dx().columns(); j++) {
                  f.dx().set(i, j, f.x().get(i, j) > 0 ? 1 : 0);
                }
              }
            });
    assertThat(check(StandardLoss.MSE, dense(3, 4), wrong, dense(4, 2)).failures())
        .extracting(verdict -> verdict.name().substring(0, 2))
        .contains("W1", "b1")
        .doesNotContain("W2", "b2");
  }

  @Test
  void biasGradientsWithoutTheSumOverTheBatch() {
    Layer wrong =
        new Wrapped(
            dense(3, 2),
            (layer, f) -> {
              layer.backward(f);
              for (int j = 0; j < 2; j++) {
                f.dTheta(1).set(0, j, f.dy().get(0, j));
              }
            });
    GradientReport report = check(StandardLoss.BCE, wrong);
    assertThat(report.failures())
        .extracting(Verdict::name)
        .containsExactlyInAnyOrder("b1[0, 0]", "b1[0, 1]");
  }

  @Test
  void aNegativeGradient() {
    Layer wrong =
        new Wrapped(
            dense(3, 2),
            (layer, f) -> {
              layer.backward(f);
              f.dTheta(0).addScaled(-2, f.dTheta(0).copy());
            });
    GradientReport report = check(StandardLoss.MSE, wrong);
    assertThat(report.failures()).hasSize(6);
    assertThat(report.failures())
        .allSatisfy(fail -> assertThat(fail.comparison().ratio()).isBetween(-1.001, -0.999));
  }

  /**
   * Cross-entropy of a probability σ(z) that is clipped, with the derivative of the one that is
   * not.
   */
  private record Clipped(double epsilon) implements PointwiseLoss {
    @Override
    public double value(double z, double t) {
      double p = Math.clamp(Elementary.sigmoid(z), epsilon, 1 - epsilon);
      return -t * Elementary.log(p) - (1 - t) * Elementary.log(1 - p);
    }

    @Override
    public double derivative(double z, double t) {
      return Elementary.sigmoid(z) - t;
    }
  }

  @Test
  void clippingInsideTheLoss() {
    Network network = Network.of(1, dense(1, 1));
    Matrix x = compute.matrix(new double[][] {{1}, {-1}});
    Matrix y = compute.matrix(new double[][] {{0}, {1}});
    double[] sure = {20, 0.1}; // both samples are wrong, and clipped
    Objective clipped = network.objective(Loss.pointwise(new Clipped(1e-7)), x, y);
    assertFound(GradientCheck.standard().check(clipped, sure), "W1[0, 0]");
    double[] unsure = {0.5, 0.1}; // where nothing is clipped the mistake has no effect
    assertThat(GradientCheck.standard().check(clipped, unsure).passed()).isTrue();
  }

  /** An objective with one component of its gradient off by a factor. */
  private record Planted(Objective right, int component, double factor) implements Objective {
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
      gradient[component] *= factor;
    }

    @Override
    public Probe probe(double[] theta) {
      return right.probe(theta);
    }
  }

  @Test
  void anErrorOfOneInAHundredThousandInOneParameterIsFoundInEachOf100Networks() {
    int networks = 0;
    for (int seed = 0; networks < 100; seed++) {
      RandomProblem problem = RandomProblem.drawn(seed);
      double[] gradient = new double[problem.at().length];
      problem.objective().gradient(problem.at(), gradient);
      double greatest = 0;
      for (double g : gradient) {
        greatest = Math.max(greatest, Math.abs(g));
      }
      if (greatest == 0) {
        continue; // the softmax of one output is constant: there is no gradient to spoil
      }
      networks++;
      int component = random.nextInt(gradient.length);
      while (Math.abs(gradient[component]) < 1e-3 * greatest) {
        component = random.nextInt(gradient.length);
      }
      Objective planted = new Planted(problem.objective(), component, 1 + 1e-5);
      assertThat(GradientCheck.standard().check(planted, problem.at()).failures())
          .as(problem.description())
          .extracting(Verdict::index)
          .containsExactly(component);
    }
  }
}
