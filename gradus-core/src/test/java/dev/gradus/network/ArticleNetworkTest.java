package dev.gradus.network;

import static dev.gradus.network.ArticleNetwork.golden;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.calculus.GradientCheck;
import dev.gradus.calculus.GradientReport;
import dev.gradus.calculus.Objective;
import dev.gradus.data.BatchSource;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.optimize.LearningRate;
import dev.gradus.train.History;
import dev.gradus.train.Length;
import dev.gradus.train.Trainer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The article's numbers, as NumPy computes them. */
class ArticleNetworkTest {
  private final Network network = ArticleNetwork.network();
  private final Compute compute = Compute.float64();

  private Parameters theta(String name) {
    Parameters theta = network.zeros(compute);
    theta.vector().setAll(golden(name));
    return theta;
  }

  private Matrix column(double... values) {
    Matrix column = compute.matrix(values.length, 1);
    column.setAll(values);
    return column;
  }

  static void assertClose(double[] actual, double[] expected, double relative) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      assertThat(actual[i])
          .as("element %d", i)
          .isCloseTo(expected[i], within(relative * Math.max(Math.abs(expected[i]), 1e-3)));
    }
  }

  @Test
  void hasSixHundredAndNineParametersInTheArticlesOrder() {
    assertThat(network.parameterCount()).isEqualTo(609);
    assertThat(network.layout().stream().map(ParameterBlock::name))
        .containsExactly("W1", "b1", "W2", "b2", "W3", "b3");
  }

  @Test
  void predictsWhatNumPyPredicts() {
    Matrix prediction =
        network.predict(theta("forward_only.theta"), column(golden("forward_only.x")));
    assertClose(prediction.toArray(), golden("forward_only.prediction"), 1e-12);
  }

  @Test
  void cacheHoldsTheArticlesNamesAndNumbers() {
    Workspace workspace = passed();
    assertThat(workspace.cache().keySet()).containsExactly("x", "h1", "a1", "h2", "a2", "h3", "y");
    workspace
        .cache()
        .forEach(
            (name, values) ->
                assertClose(values.toArray(), golden("backward.cache." + name), 1e-12));
  }

  @Test
  void lossAndEveryGradientAreNumPys() {
    Workspace workspace = passed();
    double loss =
        StandardLoss.MAE.evaluate(
            workspace.prediction(), workspace.target(), workspace.dPrediction());
    workspace.backward();
    assertThat(loss).isCloseTo(golden("backward.loss")[0], within(1e-12 * 17));
    assertClose(workspace.gradient().vector().toArray(), golden("backward.gradient"), 1e-12);
  }

  private Workspace passed() {
    Workspace workspace = network.workspace(theta("backward.theta"), 2);
    workspace.x().setAll(golden("backward.x"));
    workspace.target().setAll(golden("backward.y"));
    workspace.forward();
    return workspace;
  }

  @Test
  void gradientCheckPassesAsInTheArticle() {
    Objective objective =
        network.objective(
            StandardLoss.MAE,
            column(golden("gradient_check.x")),
            column(golden("gradient_check.y")));
    double[] at = golden("gradient_check.theta");
    double[] analytic = new double[609];
    objective.gradient(at, analytic);
    assertClose(analytic, golden("gradient_check.analytic"), 1e-12);
    GradientReport report = GradientCheck.twoPoint(1e-4).check(objective, at).requirePass();
    assertThat(report.greatestAbsoluteError()).isLessThanOrEqualTo(1e-9);
    assertThat(report.zeros()).isEqualTo(360);
  }

  @Test
  void firstTwoHundredLossesAndTheParametersAfterThemAreNumPys() {
    Parameters theta = theta("training.theta");
    double[] batches = golden("training.batches");
    BatchSource recorded =
        BatchSource.drawn(
            1,
            1,
            new BatchSource.Sampler() {
              private int next;

              @Override
              public void draw(RandomGenerator random, double[] x, double[] y) {
                x[0] = batches[next++];
                y[0] = StrictMath.sin(x[0]);
              }
            });
    History history = new History();
    Trainer.of(network, StandardLoss.MAE)
        .withLearningRate(LearningRate.constant(1e-3))
        .withBatchSize(16)
        .withLength(new Length.Steps(200))
        .withReportEvery(1)
        .train(theta, recorded, RandomGenerator.of("L64X128MixRandom"), history);
    double[] losses = history.steps().stream().mapToDouble(step -> step.loss()).toArray();
    assertClose(losses, golden("training.losses"), 1e-10);
    assertClose(theta.vector().toArray(), golden("training.after_200"), 1e-10);
  }
}
