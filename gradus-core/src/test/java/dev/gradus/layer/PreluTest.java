package dev.gradus.layer;

import static dev.gradus.layer.Prelu.prelu;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gradus.data.Xoshiro256;
import dev.gradus.matrix.Compute;
import dev.gradus.network.Network;
import dev.gradus.network.Workspace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreluTest {

  private static Workspace workspace() {
    Network network = Network.of(2, Activation.IDENTITY, prelu());
    Compute compute = Compute.float64();
    Workspace workspace = network.workspace(network.initialize(compute, Xoshiro256.seeded(1)), 3);
    workspace.x().set(compute.matrix(new double[][] {{2, -4}, {-1, 0}, {0, 8}}));
    workspace.dPrediction().set(compute.matrix(new double[][] {{1, 2}, {3, 5}, {7, 9}}));
    return workspace;
  }

  @Test
  void slopeIsOneAboveZeroAndAQuarterBelow() {
    Workspace workspace = workspace();
    workspace.forward();
    assertThat(workspace.prediction().toArray()).containsExactly(2, -1, -0.25, 0, 0, 8);
  }

  @Test
  void slopesAreLearnedAndTheKinkHasTheLowerSlope() {
    Workspace workspace = workspace();
    workspace.forward();
    workspace.backward();
    // da = Σ dy min(x, 0): 3 · (−1) and 2 · (−4); at x = 0 the slope is a
    assertThat(workspace.gradient().get("a1").toArray()).containsExactly(-3, -8);
    assertThat(workspace.frames().getLast().dx().toArray())
        .containsExactly(1, 0.5, 0.75, 1.25, 1.75, 9);
  }

  @Test
  void theKinkOfEachElementIsAtZero() {
    Workspace workspace = workspace();
    workspace.forward();
    List<Double> distances = new ArrayList<>();
    prelu()
        .kinks(workspace.frames().getLast(), (sample, unit, distance) -> distances.add(distance));
    assertThat(distances).containsExactly(2.0, -4.0, -1.0, 0.0, 0.0, 8.0);
  }

  @Test
  void refusesASlopeThatIsNoNumber() {
    assertThat(prelu().parameters(3)).allMatch(block -> block.kind() == Block.Kind.BIAS);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Prelu(Double.NaN))
        .withMessage("slope NaN: wants a finite number");
  }
}
