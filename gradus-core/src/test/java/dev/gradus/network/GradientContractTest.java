package dev.gradus.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.calculus.GradientCheck;
import dev.gradus.calculus.GradientReport;
import dev.gradus.data.Xoshiro256;
import dev.gradus.layer.Activation;
import dev.gradus.layer.Dense;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every activation with every loss: being in a table is enough to be checked here. */
class GradientContractTest {

  static Stream<Arguments> everyActivationWithEveryLossAndWidth() {
    return Stream.of(Activation.values())
        .flatMap(
            activation ->
                Stream.of(StandardLoss.values())
                    .flatMap(
                        loss ->
                            Stream.iterate(1, width -> width + 1)
                                .limit(9)
                                .map(width -> Arguments.of(activation, loss, width))));
  }

  @ParameterizedTest(name = "{0}, {1}, width {2}")
  @MethodSource("everyActivationWithEveryLossAndWidth")
  void gradientAgreesWithTheDifferenceQuotient(
      Activation activation, StandardLoss loss, int width) {
    for (int batch : new int[] {1, 2, 16}) {
      long seed = 1000L * width + batch;
      RandomGenerator random = Xoshiro256.seeded(seed);
      Network network =
          Network.of(
              width,
              hidden(width, width + 1),
              activation,
              hidden(width + 1, width),
              activation,
              hidden(width, width));
      Compute compute = Compute.float64();
      Matrix x = normal(compute, batch, width, random);
      Matrix target = targets(compute, batch, width, random);
      double[] theta = network.initialize(compute, random).vector().toArray();
      GradientReport report =
          GradientCheck.standard().check(network.objective(loss, x, target), theta);
      assertThat(report.failures()).as("seed %d: %s", seed, report.summary()).isEmpty();
      assertThat(report.unsure()).as("seed %d: %s", seed, report.summary()).isEmpty();
      if (batch == 16 && width >= 4) { // narrow relu layers may be dead as a whole
        assertThat(report.tested())
            .as("tested, seed %d: %s", seed, report.summary())
            .isGreaterThan(report.verdicts().size() / 2);
      }
    }
  }

  /** Biases that are not zero, so that no unit stands on a kink. */
  private static Dense hidden(int in, int out) {
    return Dense.dense(in, out).withBiases(StandardInitializer.STANDARD_NORMAL);
  }

  private static Matrix normal(Compute compute, int rows, int columns, RandomGenerator random) {
    Matrix matrix = compute.matrix(rows, columns);
    StandardInitializer.STANDARD_NORMAL.fill(matrix, random);
    return matrix;
  }

  /** Positive rows that sum to 1: right for every loss. */
  private static Matrix targets(Compute compute, int rows, int columns, RandomGenerator random) {
    Matrix target = compute.matrix(rows, columns);
    for (int i = 0; i < rows; i++) {
      double sum = 0;
      for (int j = 0; j < columns; j++) {
        target.set(i, j, 0.1 + random.nextDouble());
        sum += target.get(i, j);
      }
      for (int j = 0; j < columns; j++) {
        target.set(i, j, target.get(i, j) / sum);
      }
    }
    return target;
  }
}
