package dev.gradus.layer;

import static dev.gradus.layer.Activation.IDENTITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.Reference;
import dev.gradus.matrix.Compute;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.network.Workspace;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Outputs and gradients of each layer of the table, as an independent program computed them. */
class LayerReferenceTest {
  private static final Reference REFERENCE = Reference.file("layers.txt");
  private static final int ROWS = 5;
  private static final int WIDTH = 4;

  /** In the reference a mask has the rate 0.4; the rest is as in the table. */
  private static Layer layer(StandardLayer entry) {
    return entry == StandardLayer.DROPOUT ? new Dropout(0.4) : entry.standard();
  }

  /** An identity before it, so that the layer's dx is wanted. */
  private static Workspace workspace(Layer layer, String name) {
    Network network = Network.of(WIDTH, IDENTITY, layer);
    Parameters theta = network.zeros(Compute.float64());
    if (network.parameterCount() > 0) {
      theta.vector().setAll(REFERENCE.numbers(name + ".theta"));
    }
    Workspace workspace = network.workspace(theta, ROWS);
    workspace.x().setAll(REFERENCE.numbers("x"));
    workspace.dPrediction().setAll(REFERENCE.numbers("dy"));
    return workspace;
  }

  private static void assertAgrees(Workspace workspace, String name) {
    workspace.backward();
    assertThat(workspace.prediction().toArray())
        .as("y")
        .containsExactly(REFERENCE.numbers(name + ".y"), within(1e-13));
    assertThat(workspace.frames().getLast().dx().toArray())
        .as("dx")
        .containsExactly(REFERENCE.numbers(name + ".dx"), within(1e-12));
    if (workspace.gradient().vector().size() > 0) {
      assertThat(workspace.gradient().vector().toArray())
          .as("dθ")
          .containsExactly(REFERENCE.numbers(name + ".dtheta"), within(1e-12));
    }
  }

  @ParameterizedTest
  @EnumSource
  void trainingAgreesWithTheReference(StandardLayer entry) {
    Workspace workspace = workspace(layer(entry), entry.toString());
    workspace.forwardTraining(() -> 42);
    assertAgrees(workspace, entry.toString());
  }

  @Test
  void batchNormPredictsByItsRunningStatisticsAndDifferentiatesThat() {
    Workspace workspace = workspace(BatchNorm.batchNorm(), "batch_norm_prediction");
    workspace.forward();
    workspace.backward();
    double[] gradient = workspace.gradient().vector().toArray();
    double[] expected = REFERENCE.numbers("batch_norm_prediction.dtheta");
    assertThat(workspace.prediction().toArray())
        .containsExactly(REFERENCE.numbers("batch_norm_prediction.y"), within(1e-13));
    assertThat(workspace.frames().getLast().dx().toArray())
        .containsExactly(REFERENCE.numbers("batch_norm_prediction.dx"), within(1e-12));
    assertThat(Arrays.copyOf(gradient, 2 * WIDTH))
        .containsExactly(Arrays.copyOf(expected, 2 * WIDTH), within(1e-12));
    assertThat(Arrays.copyOfRange(gradient, 2 * WIDTH, 4 * WIDTH))
        .as("state is not trained")
        .containsOnly(0);
  }

  @Test
  void aTrainingPassMovesTheRunningStatistics() {
    Workspace workspace = workspace(BatchNorm.batchNorm(), "batch_norm");
    workspace.forwardTraining(() -> 0);
    assertThat(workspace.parameters().get("mean1").toArray())
        .containsExactly(REFERENCE.numbers("batch_norm.mean"), within(1e-14));
    assertThat(workspace.parameters().get("variance1").toArray())
        .containsExactly(REFERENCE.numbers("batch_norm.variance"), within(1e-14));
  }
}
