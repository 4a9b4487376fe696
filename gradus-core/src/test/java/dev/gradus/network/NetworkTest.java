package dev.gradus.network;

import static dev.gradus.layer.Activation.RELU;
import static dev.gradus.layer.Activation.TANH;
import static dev.gradus.layer.Dense.dense;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.data.Xoshiro256;
import dev.gradus.layer.BatchNorm;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import dev.gradus.matrix.ShapeException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkTest {

  @Test
  void runningStatisticsAreInTheVectorAndAreNoParameters() {
    Network normalized = Network.of(3, dense(3, 4), BatchNorm.batchNorm(), dense(4, 1));
    assertThat(normalized.parameterCount()).isEqualTo(12 + 4 + 4 + 4 + 4 + 1); // W b γ β W b
    assertThat(normalized.vectorLength()).isEqualTo(29 + 4 + 4); // mean and variance
    assertThat(normalized.zeros(Compute.float64()).vector().size()).isEqualTo(37);
  }

  @Test
  void outputsAndParametersAreNumberedByTheLayersThatHaveParameters() {
    Network network = Network.of(3, TANH, dense(3, 4), RELU, TANH, TANH, dense(4, 2), dense(2, 1));
    assertThat(network.outputNames()).containsExactly("a0", "h1", "a1", "a1'", "a1''", "h2", "h3");
    assertThat(network.layout())
        .extracting(ParameterBlock::name)
        .containsExactly("W1", "b1", "W2", "b2", "W3", "b3");
    assertThat(network.layout())
        .extracting(ParameterBlock::offset)
        .containsExactly(0, 12, 16, 24, 26, 28);
    assertThat(network.layout())
        .extracting(ParameterBlock::layer)
        .containsExactly(1, 1, 5, 5, 6, 6);
    assertThat(network.parameterCount()).isEqualTo(29);
    assertThat(network.widths()).containsExactly(3, 3, 4, 4, 4, 4, 2, 1);
    assertThat(network.inputs()).isEqualTo(3);
    assertThat(network.outputs()).isEqualTo(1);
    assertThat(network.layers()).hasSize(7).startsWith(TANH);
  }

  @Test
  void elementsAreNamedByBlockRowAndColumn() {
    ParameterBlock weight = Network.of(3, dense(3, 4)).layout().getFirst();
    assertThat(weight.size()).isEqualTo(12);
    assertThat(weight.elementName(0)).isEqualTo("W1[0, 0]");
    assertThat(weight.elementName(11)).isEqualTo("W1[2, 3]");
    ParameterBlock bias = Network.of(3, dense(3, 4)).layout().getLast();
    assertThat(bias.elementName(14)).isEqualTo("b1[0, 2]");
  }

  @Test
  void layersThatDoNotFitAreNamed() {
    assertThatThrownBy(() -> Network.of(1, dense(1, 8), RELU, dense(8, 16), RELU, dense(32, 1)))
        .isInstanceOf(ShapeException.class)
        .hasMessage("layer 5: dense wants 32 inputs, got 16")
        .hasRootCauseMessage("dense wants 32 inputs, got 16");
    assertThatThrownBy(() -> Network.of(2, dense(1, 8)))
        .hasMessage("layer 1: dense wants 1 inputs, got 2");
    assertThatThrownBy(() -> Network.of(0, RELU))
        .isInstanceOf(ShapeException.class)
        .hasMessage("0 inputs, 1 layers; wants 1 or more of each");
    assertThatThrownBy(() -> Network.of(1, List.of()))
        .hasMessage("1 inputs, 0 layers; wants 1 or more of each");
  }

  @Test
  void parametersAreDrawnBlockByBlockInTheOrderOfTheVector() {
    Network network =
        Network.of(2, dense(2, 3).withBiases(StandardInitializer.STANDARD_NORMAL), dense(3, 1));
    Parameters theta = network.initialize(Compute.float64(), Xoshiro256.seeded(1));
    Xoshiro256 random = Xoshiro256.seeded(1);
    Matrix W1 = Compute.float64().matrix(2, 3);
    Matrix b1 = Compute.float64().matrix(1, 3);
    StandardInitializer.HE_NORMAL.fill(W1, random);
    StandardInitializer.STANDARD_NORMAL.fill(b1, random);
    assertThat(theta.get("W1").toArray()).isEqualTo(W1.toArray());
    assertThat(theta.get("b1").toArray()).isEqualTo(b1.toArray());
    assertThat(theta.get("b2").toArray()).containsExactly(0);
    assertThat(network.zeros(Compute.float64()).vector().toArray()).containsOnly(0);
  }

  @ParameterizedTest
  @EnumSource
  void predictingRowByRowGivesTheBitsOfAllAtOnce(Precision precision) {
    Network network = Network.of(5, dense(5, 17), TANH, dense(17, 9), RELU, dense(9, 3));
    Compute compute = Compute.of(precision, 1);
    Xoshiro256 random = Xoshiro256.seeded(2);
    Parameters theta = network.initialize(compute, random);
    Matrix x = compute.matrix(33, 5);
    StandardInitializer.STANDARD_NORMAL.fill(x, random);
    Matrix all = network.predict(theta, x);
    for (int i = 0; i < 33; i++) {
      Matrix one = network.predict(theta, x.view(5 * i, 1, 5));
      assertThat(one.toArray()).as("row %d", i).isEqualTo(all.view(3 * i, 1, 3).toArray());
    }
  }

  @Test
  void predictsNothingForNoRows() {
    Network network = Network.of(2, dense(2, 3));
    Compute compute = Compute.float64();
    Matrix prediction = network.predict(network.zeros(compute), compute.matrix(0, 2));
    assertThat(prediction.describe()).isEqualTo("[0 × 3]");
  }

  @Test
  void aPredictionIsItsCallersOwn() {
    Network network = Network.of(1, RELU);
    Compute compute = Compute.float64();
    Matrix x = compute.matrix(new double[][] {{4}});
    Matrix prediction = network.predict(network.zeros(compute), x);
    prediction.set(0, 0, 7);
    assertThat(x.get(0, 0)).isEqualTo(4);
    assertThatThrownBy(() -> network.predict(network.zeros(compute), compute.matrix(1, 2)))
        .isInstanceOf(ShapeException.class)
        .hasMessage("copy: [1 × 1] and [1 × 2]");
  }
}
