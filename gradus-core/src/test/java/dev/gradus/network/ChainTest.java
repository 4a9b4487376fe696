package dev.gradus.network;

import static dev.gradus.layer.Dense.dense;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.data.Xoshiro256;
import dev.gradus.layer.Block;
import dev.gradus.layer.Frame;
import dev.gradus.layer.Layer;
import dev.gradus.layer.Memory;
import dev.gradus.layer.Mode;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Memory, state, modes and layers of layers, as a user's own layer would use them. */
class ChainTest {
  private final Compute compute = Compute.float64();
  private final Xoshiro256 random = Xoshiro256.seeded(3);

  /** y = x + what was drawn for each element; counts the training passes. */
  private record Noise() implements Layer {
    @Override
    public int outputs(int inputs) {
      return inputs;
    }

    @Override
    public List<Block> parameters(int inputs) {
      return List.of(new Block("passes", 1, 1, StandardInitializer.ZEROS, Block.Kind.STATE));
    }

    @Override
    public List<Memory> memory(int inputs) {
      return List.of(Memory.perSample("noise", inputs), Memory.row("last", 1));
    }

    @Override
    public String symbol() {
      return "z";
    }

    @Override
    public String kind() {
      return "noise";
    }

    @Override
    public void forward(Frame f) {
      f.y().set(f.x());
      if (f.mode() == Mode.PREDICTION) {
        return;
      }
      if (f.mode() == Mode.TRAINING) {
        StandardInitializer.STANDARD_NORMAL.fill(f.memory(0), f.random());
        f.theta(0).set(0, 0, f.theta(0).get(0, 0) + 1);
        f.memory(1).set(0, 0, f.memory(0).get(0, 0));
      }
      f.y().addScaled(1, f.memory(0));
    }

    @Override
    public void backward(Frame f) {
      if (f.wantsDx()) {
        f.dx().set(f.dy());
      }
    }
  }

  /** Its layers, one after the other. */
  private record Both(List<Layer> inner) implements Layer {
    @Override
    public int outputs(int inputs) {
      int width = inputs;
      for (Layer layer : inner) {
        width = layer.outputs(width);
      }
      return width;
    }

    @Override
    public String symbol() {
      return "s";
    }

    @Override
    public String kind() {
      return "both";
    }

    @Override
    public void forward(Frame f) {
      for (int i = 0; i < inner.size(); i++) {
        inner.get(i).forward(f.inner().get(i));
      }
      f.y().set(f.inner().getLast().y());
    }

    @Override
    public void backward(Frame f) {
      for (int i = inner.size() - 1; i >= 0; i--) {
        inner.get(i).backward(f.inner().get(i));
      }
    }
  }

  private Workspace workspace(Network network, int rows) {
    Workspace workspace = network.workspace(network.initialize(compute, random), rows);
    StandardInitializer.STANDARD_NORMAL.fill(workspace.x(), random);
    return workspace;
  }

  @Test
  void theModeDecidesWhatALayerDoes() {
    Workspace workspace = workspace(Network.of(2, new Noise()), 3);
    workspace.forward();
    assertThat(workspace.prediction().toArray()).isEqualTo(workspace.x().toArray());
    workspace.forwardTraining(random);
    double[] drawn = workspace.prediction().toArray();
    assertThat(drawn).isNotEqualTo(workspace.x().toArray());
    workspace.forwardReplay();
    assertThat(workspace.prediction().toArray()).isEqualTo(drawn);
    workspace.forwardTraining(random);
    assertThat(workspace.prediction().toArray()).isNotEqualTo(drawn);
    assertThat(workspace.parameters().get("passes1").get(0, 0)).isEqualTo(2);
  }

  @Test
  void memoryHasARowForEachSampleOrOneForTheBatch() {
    Workspace workspace = workspace(Network.of(2, new Noise()), 3);
    workspace.rows(2);
    Frame frame = workspace.frames().getFirst();
    assertThat(frame.memory(0).describe()).isEqualTo("[2 × 2]");
    assertThat(frame.memory(1).describe()).isEqualTo("[1 × 1]");
    workspace.forwardTraining(random);
    double drawn = frame.memory(0).get(0, 0);
    workspace.rows(3);
    assertThat(workspace.frames().getFirst().memory(0).get(0, 0)).isEqualTo(drawn);
    assertThat(workspace.frames().getFirst().memory(1).get(0, 0)).isEqualTo(drawn);
  }

  @Test
  void layersInsideALayerAreCountedWithTheRest() {
    Network network =
        Network.of(
            2,
            dense(2, 3),
            new Both(List.of(dense(3, 4), new Both(List.of(new Noise(), dense(4, 5))))),
            dense(5, 1));
    assertThat(network.layout().stream().map(ParameterBlock::name))
        .containsExactly("W1", "b1", "W2", "b2", "passes3", "W4", "b4", "W5", "b5");
    assertThat(network.layout().stream().map(ParameterBlock::layer))
        .containsExactly(0, 0, 1, 1, 1, 1, 1, 2, 2);
    assertThat(network.outputNames()).containsExactly("h1", "s4", "h5");
    assertThat(network.vectorLength()).isEqualTo(9 + 16 + 1 + 25 + 6);
  }

  @Test
  void aStackInsideALayerHasTheBitsOfTheSameStackOutside() {
    List<Layer> stack = List.of(dense(3, 4), dense(4, 5), dense(5, 2));
    Network nested =
        Network.of(3, stack.get(0), new Both(List.of(stack.get(1), new Both(stack.subList(2, 3)))));
    Network flat = Network.of(3, stack);
    Parameters theta = flat.initialize(compute, random);
    Workspace outside = flat.workspace(theta, 7);
    Workspace inside = nested.workspace(new Parameters(nested.layout(), theta.vector()), 7);
    StandardInitializer.STANDARD_NORMAL.fill(outside.x(), random);
    inside.x().set(outside.x());
    for (Workspace workspace : List.of(outside, inside)) {
      workspace.forward();
      StandardLoss.MSE.evaluate(
          workspace.prediction(), workspace.target(), workspace.dPrediction());
      workspace.backward();
    }
    assertThat(inside.prediction().toArray()).isEqualTo(outside.prediction().toArray());
    assertThat(inside.gradient().vector().toArray())
        .isEqualTo(outside.gradient().vector().toArray());
  }

  @Test
  void anObjectiveDrawsOnceAndLeavesStateAlone() {
    Network network = Network.of(2, new Noise(), dense(2, 2));
    Matrix x = compute.matrix(3, 2);
    double[] theta = network.initialize(compute, random).vector().toArray();
    var objective = network.objective(StandardLoss.MSE, x, x, random);
    double value = objective.value(theta);
    double[] gradient = new double[theta.length];
    objective.gradient(theta, gradient);
    assertThat(objective.value(theta)).isEqualTo(value).isPositive();
    assertThat(theta[0]).isZero();
    assertThat(gradient[0]).isZero();
    assertThatThrownBy(() -> network.objective(StandardLoss.MSE, x, x))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a layer draws: the objective wants a generator");
  }
}
