package dev.gradus.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.layer.Activation;
import dev.gradus.layer.Dense;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.network.Network;
import dev.gradus.network.ParameterBlock;
import dev.gradus.network.Penalty;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MistakeTest {

  /** One unit everywhere, tanh: h1 = x w1 + b1, a1 = tanh h1, ŷ = a1 w2 + b2, mse, λ = 2. */
  private static Specimen specimen() {
    Network network = Network.of(1, Dense.dense(1, 1), Activation.TANH, Dense.dense(1, 1));
    Compute compute = Compute.float64();
    Matrix x = compute.matrix(new double[][] {{1}, {-1}, {0.5}});
    Matrix target = compute.matrix(new double[][] {{0}, {2}, {-2}});
    return new Specimen(network, StandardLoss.MSE, Penalty.l2(2), x, target);
  }

  static List<Mistake> mistakes() {
    return Mistake.all();
  }

  @Test
  void thereAreManyAndNoTwoAreCalledTheSame() {
    assertThat(Mistake.all()).hasSizeGreaterThanOrEqualTo(18).doesNotHaveDuplicates();
    assertThat(Mistake.all()).extracting(Mistake::title).doesNotHaveDuplicates();
    assertThat(Mistake.all()).extracting(Mistake::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void eachIsExplained(Mistake mistake) {
    assertThat(mistake.sentence()).endsWith(".").hasSizeBetween(30, 200);
    assertThat(mistake.title()).hasSizeBetween(5, 70).doesNotEndWith(".");
    assertThat(mistake.wants()).isNotBlank().doesNotEndWith(".");
  }

  /** w1 = 0, so that a1 = 0 in each sample, and tanh′ = 1. */
  private static final double[] THETA = {0, 0, 3, 0.5};

  /**
   * ŷ = ½; dŷ = 2 (ŷ − y) / 3 = (1, −3, 5) / 3; dw2 = 0 + λ · 3; db2 = 1; dh1 = 3 dŷ = (1, −3, 5);
   * dw1 = 1 + 3 + 2.5; db1 = 3.
   */
  @Test
  void theRightGradientByHand() {
    assertThat(new Backpropagation(specimen(), THETA).gradient())
        .usingComparatorWithPrecision(1e-14)
        .containsExactly(6.5, 3, 6, 1);
  }

  @ParameterizedTest
  @CsvSource({
    "BATCH_MEAN_MISSING, 19.5, 9, 6, 3",
    "HALF_FACTOR, 3.25, 1.5, 6, 0.5",
    "SIGN, -6.5, -3, 6, -1",
    "CLIPPED, 4.75, 1, 6, 0.3333333333333333", // dŷ = (1, −2.5, 2.5) / 3
    "FIRST_SAMPLE_ONLY, 1, 1, 6, 0.3333333333333333",
    "PENALTY_FORGOTTEN, 6.5, 3, 0, 1",
    "PENALTY_DOUBLED, 6.5, 3, 12, 1",
    "PENALTY_ON_BIASES, 6.5, 3, 6, 2",
    "SIGN_OF_OUTPUT, 0, 0, 6, 1",
    "SIGN_OF_GRADIENT, 3.5, 6, 6, 1", // dh1 = (1, 0, 5)
    "TANH_AS_SIGMOID, 0, 0, 6, 1",
    "OVERWRITES, 0.5, 3, 6, 1", // dh1 = (1, 1, 1)
  })
  void byHand(String name, double w1, double b1, double w2, double b2) {
    Mistake mistake =
        Mistake.all().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    Planted planted = mistake.plantings(specimen()).getFirst();
    assertThat(new Backpropagation(specimen(), THETA).gradient(planted))
        .usingComparatorWithPrecision(1e-14)
        .containsExactly(w1, b1, w2, b2);
  }

  /** Of the mistakes of a dense layer, made in the upper one. */
  @ParameterizedTest
  @CsvSource({
    "BIAS_NOT_SUMMED, 6.5, 3, 6, 1.6666666666666667",
    "BIAS_AVERAGED, 6.5, 3, 6, 0.3333333333333333",
    "BATCH_MEAN_TWICE, 6.5, 3, 6, 0.3333333333333333", // dw2 = 0 / 3, then the penalty
    "NOT_CLEARED, 6.5, 3, 6, 2",
  })
  void inTheUpperLayerByHand(String name, double w1, double b1, double w2, double b2) {
    Planted planted = DenseMistake.valueOf(name).plantings(specimen()).getLast();
    assertThat(planted.layers()).containsExactly(2);
    assertThat(new Backpropagation(specimen(), THETA).gradient(planted))
        .usingComparatorWithPrecision(1e-14)
        .containsExactly(w1, b1, w2, b2);
  }

  @Test
  void aMistakeInALayerSpoilsWhatLiesBelow() {
    Specimens specimens = new Specimens(51);
    for (int i = 0; i < 50; i++) {
      Specimen specimen = specimens.next();
      double[] theta = specimens.theta(specimen);
      Backpropagation passes = new Backpropagation(specimen, theta);
      double[] right = passes.gradient();
      for (Mistake mistake : ActivationMistake.values()) {
        for (Planted planted : mistake.plantings(specimen)) {
          double[] wrong = passes.gradient(planted);
          for (ParameterBlock part : specimen.network().layout()) {
            if (part.layer() > planted.layers().getLast()) {
              assertThat(IntStream.range(part.offset(), part.offset() + part.size()))
                  .allMatch(k -> wrong[k] == right[k]);
            }
          }
        }
      }
      assertThat(passes.gradient()).as("undisturbed").isEqualTo(right);
    }
  }

  @Test
  void itIsPlantedInAllLayersAndInEachAlone() {
    Network network =
        Network.of(
            2,
            Dense.dense(2, 2),
            Activation.TANH,
            Dense.dense(2, 2),
            Activation.RELU,
            Dense.dense(2, 1));
    Compute compute = Compute.float64();
    Specimen specimen =
        new Specimen(
            network, StandardLoss.MSE, Penalty.NONE, compute.matrix(1, 2), compute.matrix(1, 1));
    assertThat(DenseMistake.BIAS_AVERAGED.plantings(specimen))
        .extracting(Planted::layers)
        .containsExactly(List.of(0, 2, 4), List.of(0), List.of(2), List.of(4));
    assertThat(DenseMistake.WEIGHT_NOT_TRANSPOSED.plantings(specimen))
        .extracting(Planted::layers)
        .containsExactly(List.of(2)); // below the first is nothing, and a column is its own reshape
    assertThat(ActivationMistake.TANH_AS_SIGMOID.plantings(specimen).getFirst().describe(network))
        .isEqualTo("y (1 − y) for tanh′ at a1");
    assertThat(PenaltyMistake.PENALTY_FORGOTTEN.plantings(specimen)).isEmpty();
    assertThat(LossMistake.TARGET_NOT_SUBTRACTED.plantings(specimen)).isEmpty();
    assertThat(LossMistake.SIGN.plantings(specimen).getFirst().describe(network))
        .isEqualTo("the sign is turned");
  }
}
