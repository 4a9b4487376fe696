package dev.gradus.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.calculus.GradientCheck;
import dev.gradus.calculus.GradientReport;
import dev.gradus.calculus.Objective;
import dev.gradus.calculus.Verdict;
import dev.gradus.data.Xoshiro256;
import dev.gradus.layer.Activation;
import dev.gradus.layer.BatchNorm;
import dev.gradus.layer.Dense;
import dev.gradus.layer.Dropout;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.network.Masks;
import dev.gradus.network.Network;
import dev.gradus.network.Penalty;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MistakenObjectiveTest {
  private final Network network =
      Network.of(4, drawn(4, 4), Activation.TANH, drawn(4, 4), Activation.TANH, drawn(4, 2));
  private final RandomGenerator random = Xoshiro256.seeded(11);
  private final Compute compute = Compute.float64();
  private final double[] theta = network.initialize(compute, random).vector().toArray();
  private final Specimen specimen =
      new Specimen(network, StandardLoss.MSE, Penalty.NONE, normal(5, 4), normal(5, 2));

  private static Dense drawn(int inputs, int outputs) {
    return Dense.dense(inputs, outputs).withBiases(StandardInitializer.STANDARD_NORMAL);
  }

  private Matrix normal(int rows, int columns) {
    Matrix matrix = compute.matrix(rows, columns);
    StandardInitializer.STANDARD_NORMAL.fill(matrix, random);
    return matrix;
  }

  /** The names of the blocks in which a parameter failed. */
  private List<String> failedBlocks(Planted planted) {
    GradientReport report =
        GradientCheck.standard().check(new MistakenObjective(specimen, planted), theta);
    return report.failures().stream()
        .map(Verdict.Fail::name)
        .map(name -> name.substring(0, name.indexOf('[')))
        .distinct()
        .sorted()
        .toList();
  }

  /** The training pass of layers that draw, and of those that take the batch's statistics. */
  @Test
  void aMistakeIsMadeInTheTrainingPassThatIsChecked() {
    Network network =
        Network.of(
            4,
            Dense.dense(4, 6).withoutBias(),
            BatchNorm.batchNorm(),
            Activation.TANH,
            new Dropout(0.3),
            drawn(6, 5),
            Activation.SIGMOID,
            Dropout.dropout(),
            drawn(5, 2));
    Specimen specimen =
        new Specimen(
            network,
            StandardLoss.MSE,
            Penalty.l2(0.1),
            Masks.drawn(random),
            normal(8, 4),
            normal(8, 2));
    double[] theta = network.initialize(compute, random).vector().toArray();
    double[] right = new double[theta.length];
    specimen.objective().gradient(theta, right);
    assertThat(new Backpropagation(specimen, theta).gradient()).isEqualTo(right);

    Planted planted = ActivationMistake.TANH_AS_SIGMOID.plantings(specimen).getFirst();
    Objective mistaken = specimen.objective(planted);
    GradientReport report = GradientCheck.standard().check(mistaken, theta);
    assertThat(report.failures()).isNotEmpty();
    assertThat(IntStream.range(0, theta.length).filter(i -> !mistaken.isParameter(i))).hasSize(12);
    double[] wrong = new double[theta.length];
    mistaken.gradient(theta, wrong);
    assertThat(new Clinic(specimen, theta).diagnose(wrong, right).sentence())
        .endsWith("y (1 − y) for tanh′ at a2");
    List<Outcome> outcomes =
        new Trial(GradientCheck.standard(), specimen, theta, Trial.Completion.NONE).run(it -> {});
    assertThat(outcomes)
        .filteredOn(Outcome.Missed.class::isInstance)
        .allMatch(it -> ((Outcome.Missed) it).reason() == Outcome.Reason.NO_DIFFERENCE);
  }

  @ParameterizedTest
  @CsvSource({
    "BIAS_NOT_SUMMED, 0, b1",
    "BIAS_AVERAGED, 2, b2",
    "BATCH_MEAN_TWICE, 4, W3 b3",
    "WEIGHT_NOT_TRANSPOSED, 2, W1 b1",
    "WEIGHT_OF_ANOTHER_STEP, 4, W1 W2 b1 b2",
    "UNIT_FORGOTTEN, 4, W3 b3"
  })
  void aDenseLayerFailsAtOrBelowTheMistake(DenseMistake mistake, int layer, String blocks) {
    Planted planted = mistake.plantings(specimen).getFirst();
    assertThat(failedBlocks(new Planted(mistake, List.of(layer), planted.stepSize())))
        .containsExactly(blocks.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "DERIVATIVE_MISSING, 1, W1 b1",
    "TANH_SQUARE_OF_DIFFERENCE, 3, W1 W2 b1 b2",
    "OVERWRITES, 1, W1 b1"
  })
  void anActivationFailsBelowTheMistake(ActivationMistake mistake, int layer, String blocks) {
    assertThat(failedBlocks(new Planted(mistake, List.of(layer), 0)))
        .containsExactly(blocks.split(" "));
  }

  @Test
  void allButTheGradientIsRight() {
    MistakenObjective mistaken =
        new MistakenObjective(specimen, LossMistake.SIGN.plantings(specimen).getFirst());
    assertThat(mistaken.value(theta)).isEqualTo(specimen.objective().value(theta));
    assertThat(mistaken.name(0)).isEqualTo("W1[0, 0]");
    assertThat(mistaken.parameters()).isEqualTo(network.vectorLength());
    double[] right = new double[theta.length];
    specimen.objective().gradient(theta, right);
    double[] wrong = new double[theta.length];
    mistaken.gradient(theta, wrong);
    for (int i = 0; i < right.length; i++) {
      assertThat(wrong[i]).isEqualTo(-right[i]);
    }
    assertThat(new Backpropagation(specimen, theta).gradient()).isEqualTo(right);
  }
}
