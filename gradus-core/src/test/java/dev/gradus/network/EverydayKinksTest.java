package dev.gradus.network;

import static dev.gradus.layer.Activation.LEAKY_RELU;
import static dev.gradus.layer.Activation.RELU;
import static dev.gradus.layer.Dense.dense;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.calculus.GradientCheck;
import dev.gradus.calculus.GradientReport;
import dev.gradus.calculus.Kink;
import dev.gradus.calculus.Objective;
import dev.gradus.calculus.Verdict;
import dev.gradus.data.Xoshiro256;
import dev.gradus.layer.Activation;
import dev.gradus.layer.Layer;
import dev.gradus.layer.Prelu;
import dev.gradus.layer.Residual;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.loss.Huber;
import dev.gradus.loss.Loss;
import dev.gradus.loss.Quantile;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.RowWeights;
import org.junit.jupiter.api.Test;

/** Kinks as they come up every day: right code never fails on them, wrong code always does. */
class EverydayKinksTest {
  private final Compute compute = Compute.float64();
  private final Xoshiro256 random = Xoshiro256.seeded(4);

  private Matrix normal(int rows, int columns) {
    Matrix matrix = compute.matrix(rows, columns);
    StandardInitializer.STANDARD_NORMAL.fill(matrix, random);
    return matrix;
  }

  private GradientReport check(Network network, Loss loss, Matrix x, Matrix y) {
    double[] at = network.initialize(compute, random).vector().toArray();
    return GradientCheck.standard().check(network.objective(loss, x, y), at);
  }

  @Test
  void biasesOfZeroWithARowOfZeros() {
    for (Activation f : Activation.values()) {
      for (StandardLoss loss : StandardLoss.values()) {
        Network network = Network.of(3, dense(3, 5), f, dense(5, 4), f, dense(4, 2));
        Matrix x = normal(6, 3);
        x.setRow(2, new double[3]);
        Matrix y = compute.matrix(6, 2);
        y.setAll(new double[] {1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1});
        GradientReport report = check(network, loss, x, y);
        assertThat(report.failures()).as("%s %s %s", f, loss, report.summary()).isEmpty();
        assertThat(report.unsure()).as("%s %s %s", f, loss, report.summary()).isEmpty();
      }
    }
  }

  @Test
  void aUnitOnItsKinkIsNamedWithUnitAndSample() {
    Network network = Network.of(3, dense(3, 5), RELU, dense(5, 2));
    Matrix x = normal(6, 3);
    x.setRow(2, new double[3]);
    GradientReport report = check(network, StandardLoss.MSE, x, normal(6, 2));
    assertThat(report.atKinks())
        .filteredOn(verdict -> verdict.name().equals("b1[0, 4]"))
        .singleElement()
        .satisfies(verdict -> assertThat(verdict.kinks()).containsExactly(new Kink("h1", 2, 4)));
  }

  @Test
  void aConstantFeature() {
    Network network = Network.of(3, dense(3, 8), RELU, dense(8, 8), LEAKY_RELU, dense(8, 1));
    Matrix x = normal(12, 3);
    for (int i = 0; i < 12; i++) {
      x.set(i, 1, 0); // as a scaler makes it
    }
    GradientReport report = check(network, StandardLoss.MAE, x, normal(12, 1));
    assertThat(report.failures()).isEmpty();
    assertThat(report.vacuous())
        .extracting(Verdict::name)
        .contains("W1[1, 0]", "W1[1, 7]")
        .doesNotContain("W1[0, 0]");
  }

  @Test
  void aSampleExactlyOnTheTarget() {
    Network network = Network.of(2, dense(2, 4), RELU, dense(4, 2));
    Matrix x = normal(5, 2);
    Parameters theta = network.initialize(compute, random);
    Matrix y = network.predict(theta, x);
    y.setRow(0, new double[] {3, -3});
    y.set(2, 1, 7);
    Objective objective = network.objective(StandardLoss.MAE, x, y);
    GradientReport report = GradientCheck.standard().check(objective, theta.vector().toArray());
    assertThat(report.failures()).isEmpty();
    assertThat(report.unsure()).isEmpty();
    assertThat(report.atKinks()).isNotEmpty();
    assertThat(report.atKinks().getFirst().kinks())
        .anySatisfy(kink -> assertThat(kink.quantity()).isEqualTo("residual"));
  }

  @Test
  void reluLayersFedByReluLayers() {
    for (int seed = 0; seed < 20; seed++) {
      Network network =
          Network.of(4, dense(4, 9), RELU, dense(9, 9), RELU, RELU, dense(9, 9), RELU, dense(9, 3));
      GradientReport report =
          check(
              network,
              seed % 2 == 0 ? StandardLoss.MAE : StandardLoss.MSE,
              normal(16, 4),
              normal(16, 3));
      assertThat(report.failures()).as(report.summary()).isEmpty();
      assertThat(report.unsure()).as(report.summary()).isEmpty();
    }
  }

  @Test
  void learnedRectifiersResidualBlocksAndLossesWithParameters() {
    Layer block = Residual.residual(dense(6, 6), RELU, dense(6, 6), Prelu.prelu());
    Network network = Network.of(3, dense(3, 6), block, Prelu.prelu(), dense(6, 2));
    RowWeights weights = RowWeights.ones(12);
    for (int i = 0; i < 12; i++) {
      weights.set(i, i % 3);
    }
    for (Loss loss :
        new Loss[] {
          Quantile.of(0.1, 0.9),
          Loss.pointwise(new Huber(0.5)),
          StandardLoss.MAE.weighted(weights),
          StandardLoss.HINGE.weighted(weights)
        }) {
      Matrix x = normal(12, 3);
      x.setRow(2, new double[3]); // all units of the first layer stand on their kinks
      GradientReport report = check(network, loss, x, normal(12, 2));
      assertThat(report.failures()).as("%s: %s", loss, report.summary()).isEmpty();
      assertThat(report.unsure()).as("%s: %s", loss, report.summary()).isEmpty();
      assertThat(report.atKinks()).isNotEmpty();
    }
  }

  @Test
  void bothSlopesOfADifferenceOfTwoRelusAreOneAndTheConventionIsZero() {
    // f(t) = relu(t) − relu(−t) = t, by two units that both stand on their kink
    Network network = Network.of(1, dense(1, 2), RELU, dense(2, 1));
    Matrix x = compute.matrix(new double[][] {{1}});
    Objective objective = network.objective(prediction(), x, x);
    double[] at = {0, 0, 0, 0, 1, -1, 0};
    // W1 = (t, −t) is one shift of two parameters; b1 alone shows the convention
    GradientReport report = GradientCheck.standard().check(objective, at);
    assertThat(report.failures()).isEmpty();
    Verdict.AtKink first = report.atKinks().getFirst();
    assertThat(first.analytic()).isZero();
    assertThat(first.numeric()).isZero();
    assertThat(first.leftSlope()).isZero();
    assertThat(first.rightSlope()).isEqualTo(1);
  }

  /** The prediction itself, as a loss. */
  private static Loss prediction() {
    return Loss.pointwise(
        new dev.gradus.loss.PointwiseLoss() {
          @Override
          public double value(double p, double t) {
            return p;
          }

          @Override
          public double derivative(double p, double t) {
            return 1;
          }
        });
  }

  @Test
  void aWrongMaskIsFoundAtAKinkedUnit() {
    // h1 is 1e-4 above or below 0 in the only sample, so that each step reaches over the kink
    Layer inverted = new Wrapped(RELU, (layer, f) -> f.dx().setMap(STEP_DOWN, f.x()));
    Layer missing = new Wrapped(RELU, (layer, f) -> f.dx().set(f.dy()));
    Matrix x = compute.matrix(new double[][] {{1}});
    for (double bias : new double[] {-2 + 1e-6, -2 - 1e-6}) {
      double[] at = {2, bias, 3, 1};
      for (Layer wrong : new Layer[] {inverted, missing}) {
        Network network = Network.of(1, dense(1, 1), wrong, dense(1, 1));
        GradientReport report =
            GradientCheck.standard()
                .check(network.objective(StandardLoss.MSE, x, x.like(1, 1)), at);
        if (wrong.equals(inverted) || bias < -2) {
          assertThat(report.failures())
              .extracting(Verdict::name)
              .containsExactlyInAnyOrder("W1[0, 0]", "b1[0, 0]");
          assertThat(report.failures().getFirst().kinks()).containsExactly(new Kink("h1", 0, 0));
        } else {
          assertThat(report.failures()).isEmpty();
        }
      }
    }
  }

  private static final dev.gradus.matrix.Elementwise STEP_DOWN =
      dev.gradus.matrix.Elementwise.of(x -> x > 0 ? 0 : 6, (x, y) -> 0);
}
