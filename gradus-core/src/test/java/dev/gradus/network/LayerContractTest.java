package dev.gradus.network;

import static dev.gradus.layer.Dense.dense;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.calculus.GradientCheck;
import dev.gradus.calculus.GradientReport;
import dev.gradus.calculus.Verdict;
import dev.gradus.data.Xoshiro256;
import dev.gradus.layer.Dense;
import dev.gradus.layer.EveryLayer;
import dev.gradus.layer.Layer;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every layer promises: being in the table is enough to be held to it here. */
class LayerContractTest {

  static Stream<String> names() {
    return EveryLayer.ofWidth(1).keySet().stream();
  }

  static Stream<Arguments> namesAndWidths() {
    return names()
        .flatMap(name -> IntStream.range(1, 10).mapToObj(width -> Arguments.of(name, width)));
  }

  private static Layer layer(String name, int width) {
    return Objects.requireNonNull(EveryLayer.ofWidth(width).get(name));
  }

  /** Biases that are not zero, so that no unit stands on a kink. */
  private static Dense hidden(int in, int out) {
    return dense(in, out).withBiases(StandardInitializer.STANDARD_NORMAL);
  }

  private static Network network(String name, int width) {
    return Network.of(
        width,
        hidden(width, width),
        layer(name, width),
        hidden(width, width),
        layer(name, width),
        hidden(width, width));
  }

  private static Matrix normal(Compute compute, int rows, int columns, RandomGenerator random) {
    Matrix matrix = compute.matrix(rows, columns);
    StandardInitializer.STANDARD_NORMAL.fill(matrix, random);
    return matrix;
  }

  /**
   * A batch of one row and a width of one leave normalizations and softmax constant, and a mask may
   * drop all that a weight does: so from width 3 on nine in ten parameters are tested at some batch
   * size (in fact all but one or none).
   */
  @ParameterizedTest(name = "{0}, width {1}")
  @MethodSource("namesAndWidths")
  void gradientAgreesWithTheDifferenceQuotient(String name, int width) {
    Compute compute = Compute.float64();
    Network network = network(name, width);
    Set<String> untested = new TreeSet<>();
    Set<String> tested = new TreeSet<>();
    for (int batch : new int[] {1, 2, 16}) {
      Xoshiro256 random = Xoshiro256.seeded(100L * width + batch);
      Matrix x = normal(compute, batch, width, random);
      Matrix target = normal(compute, batch, width, random);
      double[] theta = disturbed(network.initialize(compute, random), random);
      GradientReport report =
          GradientCheck.standard()
              .check(network.objective(StandardLoss.MSE, x, target, random), theta);
      report.requirePass();
      for (Verdict verdict : report.verdicts()) {
        (verdict.tested() ? tested : untested).add(verdict.name());
      }
    }
    untested.removeAll(tested);
    if (width > 2) {
      assertThat(untested).hasSizeLessThanOrEqualTo(tested.size() / 10);
    }
    assertThat(tested).noneMatch(parameter -> parameter.matches("(mean|variance).*"));
  }

  /** Away from where slopes and factors begin: all ones and zeros would hide a mistake. */
  private static double[] disturbed(Parameters theta, RandomGenerator random) {
    return Arrays.stream(theta.vector().toArray())
        .map(value -> value + 0.2 * random.nextDouble())
        .toArray();
  }

  /** Losses, gradient and prediction of three steps, as one list of bits. */
  private static List<Long> train(String name, int width, int rows, Compute compute) {
    Xoshiro256 random = Xoshiro256.seeded(7);
    Network network = network(name, width);
    Parameters theta = network.initialize(compute, random);
    Workspace workspace = network.workspace(theta, rows);
    StandardInitializer.STANDARD_NORMAL.fill(workspace.x(), random);
    StandardInitializer.STANDARD_NORMAL.fill(workspace.target(), random);
    List<Long> bits = new ArrayList<>();
    for (int step = 0; step < 3; step++) {
      workspace.forwardTraining(random);
      StandardLoss.MSE.evaluate(
          workspace.prediction(), workspace.target(), workspace.dPrediction());
      workspace.backward();
      theta.vector().addScaled(-1e-8, workspace.gradient().vector());
      add(workspace.gradient().vector(), bits);
    }
    add(theta.vector(), bits);
    add(network.predict(theta, workspace.x()), bits);
    return bits;
  }

  private static void add(Matrix matrix, List<Long> bits) {
    for (double value : matrix.toArray()) {
      assertThat(value).isFinite();
      bits.add(Double.doubleToRawLongBits(value));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void bitsDoNotDependOnTheThreads(String name) {
    for (Precision precision : Precision.values()) {
      try (Compute one = Compute.of(precision, 1);
          Compute two = Compute.of(precision, 2);
          Compute three = Compute.of(precision, 3)) {
        List<Long> expected = train(name, 65, 259, one);
        assertThat(train(name, 65, 259, two)).isEqualTo(expected);
        assertThat(train(name, 65, 259, three)).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void bitsDoNotDependOnTheKernels(String name) {
    for (Precision precision : Precision.values()) {
      for (int rows : new int[] {1, 3, 17}) {
        try (Compute scalar = Compute.of(precision, 1, 0);
            Compute vector = Compute.of(precision, 1)) {
          assertThat(train(name, 9, rows, scalar)).isEqualTo(train(name, 9, rows, vector));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void rowByRowPredictsTheBitsOfTheBatch(String name) {
    for (Precision precision : Precision.values()) {
      Compute compute = Compute.of(precision, 1);
      Xoshiro256 random = Xoshiro256.seeded(8);
      Network network = network(name, 5);
      Parameters theta = network.initialize(compute, random);
      Workspace training = network.workspace(theta, 17);
      StandardInitializer.STANDARD_NORMAL.fill(training.x(), random);
      training.forwardTraining(random); // moves running statistics
      Matrix all = network.predict(theta, training.x());
      for (int i = 0; i < 17; i++) {
        assertThat(network.predict(theta, training.x().view(5 * i, 1, 5)).toArray())
            .isEqualTo(all.view(5 * i, 1, 5).toArray());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void backwardOverwritesAndAReplayRepeats(String name) {
    Compute compute = Compute.float64();
    Xoshiro256 random = Xoshiro256.seeded(9);
    Network network = network(name, 4);
    Workspace workspace = network.workspace(network.initialize(compute, random), 7);
    StandardInitializer.STANDARD_NORMAL.fill(workspace.x(), random);
    workspace.forwardTraining(random);
    double[] prediction = workspace.prediction().toArray();
    StandardLoss.MSE.evaluate(workspace.prediction(), workspace.target(), workspace.dPrediction());
    workspace.backward();
    double[] gradient = workspace.gradient().vector().toArray();
    double[] theta = workspace.parameters().vector().toArray();
    workspace.forwardReplay();
    workspace.backward();
    assertThat(workspace.prediction().toArray()).isEqualTo(prediction);
    assertThat(workspace.gradient().vector().toArray()).isEqualTo(gradient);
    assertThat(workspace.parameters().vector().toArray()).isEqualTo(theta);
  }

  @ParameterizedTest
  @MethodSource("names")
  void finiteInFiniteOut(String name) {
    for (Precision precision : Precision.values()) {
      for (double size : new double[] {0, 1e-30, 1e-3, 1e3, 1e12}) {
        Compute compute = Compute.of(precision, 1);
        Xoshiro256 random = Xoshiro256.seeded(10);
        Network network = Network.of(6, layer(name, 6));
        Workspace workspace = network.workspace(network.initialize(compute, random), 5);
        StandardInitializer.STANDARD_NORMAL.fill(workspace.dPrediction(), random);
        Matrix x = normal(compute, 5, 6, random);
        workspace.x().setAll(Arrays.stream(x.toArray()).map(value -> size * value).toArray());
        workspace.forwardTraining(random);
        workspace.backward();
        add(workspace.prediction(), new ArrayList<>());
        add(workspace.gradient().vector(), new ArrayList<>());
        workspace.forward();
        add(workspace.prediction(), new ArrayList<>());
      }
    }
  }
}
