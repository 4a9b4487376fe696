package dev.gradus.layer;

import static dev.gradus.layer.Activation.IDENTITY;
import static dev.gradus.layer.Activation.RELU;
import static dev.gradus.layer.Dense.dense;
import static dev.gradus.layer.Residual.residual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.matrix.Compute;
import dev.gradus.matrix.ShapeException;
import dev.gradus.network.Network;
import dev.gradus.network.Workspace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResidualTest {

  private static Workspace workspace(Layer... layers) {
    Network network = Network.of(1, layers);
    Workspace workspace = network.workspace(network.zeros(Compute.float64()), 2);
    workspace.x().setAll(new double[] {1, -2});
    workspace.dPrediction().setAll(new double[] {5, 7});
    return workspace;
  }

  @Test
  void addsWhatItsLayersMakeOfX() {
    Workspace workspace = workspace(IDENTITY, residual(dense(1, 1), RELU));
    workspace.parameters().get("W1").set(0, 0, 3);
    workspace.parameters().get("b1").set(0, 0, 1);
    workspace.forward();
    // 1 + relu(3 · 1 + 1) = 5,  −2 + relu(3 · (−2) + 1) = −2
    assertThat(workspace.prediction().toArray()).containsExactly(5, -2);
    workspace.backward();
    // dx = dy + W dy where relu is on: 5 + 3 · 5 = 20, 7; dW = 5 · 1, db = 5
    assertThat(workspace.frames().getLast().dx().toArray()).containsExactly(20, 7);
    assertThat(workspace.gradient().vector().toArray()).containsExactly(5, 5);
  }

  @Test
  void atZeroWeightsItIsTheIdentity() {
    Workspace workspace = workspace(IDENTITY, residual(residual(dense(1, 4), dense(4, 1))));
    workspace.forward();
    workspace.backward();
    assertThat(workspace.prediction().toArray()).containsExactly(2, -4); // x + (x + 0)
    assertThat(workspace.frames().getLast().dx().toArray()).containsExactly(10, 14);
  }

  @Test
  void asTheFirstLayerItWantsNoDx() {
    Workspace workspace = workspace(residual(dense(1, 1)));
    workspace.forward();
    workspace.backward();
    assertThat(workspace.gradient().get("W1").get(0, 0)).isEqualTo(5 - 14);
  }

  @Test
  void kinksAreThoseOfItsLayers() {
    Workspace workspace = workspace(residual(dense(1, 1), RELU));
    workspace.parameters().get("b1").set(0, 0, -3);
    workspace.forward();
    List<Double> distances = new ArrayList<>();
    residual(dense(1, 1), RELU)
        .kinks(workspace.frames().getFirst(), (sample, unit, distance) -> distances.add(distance));
    assertThat(distances).containsExactly(-3.0, -3.0);
  }

  @Test
  void refusesLayersThatChangeTheWidth() {
    assertThat(residual(dense(3, 5), dense(5, 3)).outputs(3)).isEqualTo(3);
    assertThatThrownBy(() -> Network.of(3, RELU, residual(dense(3, 5))))
        .isInstanceOf(ShapeException.class)
        .hasMessage("layer 2: residual: its layers make 5 of 3; wants the same width");
    assertThatThrownBy(Residual::residual).hasMessage("residual: wants at least one layer");
  }
}
