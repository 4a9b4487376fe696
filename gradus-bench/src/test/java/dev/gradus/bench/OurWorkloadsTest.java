package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.data.Xoshiro256;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OurWorkloadsTest {
  @ParameterizedTest
  @EnumSource
  void theNetworkHasTheWidthsOfTheShape(Workload workload) {
    var network = OurWorkloads.network(workload);
    assertThat(network.widths().stream().distinct().toList())
        .isEqualTo(workload.shape().widths().stream().distinct().toList());
    assertThat(network.layers()).hasSize(2 * workload.shape().depth() - 1);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"W4", "W5"},
      mode = EnumSource.Mode.EXCLUDE)
  void theRecipeHasTheBatchOfTheWorkloadAndTheRateOfAll(Workload workload) {
    assertThat(OurWorkloads.recipe(workload).batchSize()).isEqualTo(workload.batch());
    assertThat(OurWorkloads.recipe(workload).update().learningRate().at(5, 10)).isEqualTo(1e-3);
  }

  @Test
  void inferenceHasNoRecipe() {
    assertThatThrownBy(() -> OurWorkloads.recipe(Workload.W4))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void rowsAreOfUnitVariance() {
    Matrix x = OurWorkloads.uniform(Compute.float64(), 100, 100, Xoshiro256.seeded(1));
    double square = Arrays.stream(x.toArray()).map(value -> value * value).average().orElseThrow();
    assertThat(square).isCloseTo(1, within(0.05));
  }
}
