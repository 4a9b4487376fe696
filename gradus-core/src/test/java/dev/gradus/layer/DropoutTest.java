package dev.gradus.layer;

import static dev.gradus.layer.Dropout.dropout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gradus.data.Xoshiro256;
import dev.gradus.matrix.Compute;
import dev.gradus.network.Network;
import dev.gradus.network.Workspace;
import org.junit.jupiter.api.Test;

class DropoutTest {

  private static Workspace workspace(double rate, int rows, int width) {
    Network network = Network.of(width, Activation.IDENTITY, new Dropout(rate));
    Workspace workspace = network.workspace(network.zeros(Compute.float64()), rows);
    workspace
        .x()
        .setAll(
            java.util.stream.DoubleStream.generate(() -> 3).limit((long) rows * width).toArray());
    workspace.dPrediction().set(workspace.x());
    return workspace;
  }

  @Test
  void trainingDropsOrScalesAndBackwardDoesTheSame() {
    Workspace workspace = workspace(0.25, 40, 50);
    workspace.forwardTraining(Xoshiro256.seeded(4));
    double[] y = workspace.prediction().toArray();
    assertThat(y).containsOnly(0, 4); // 3 / (1 − 0.25)
    workspace.backward();
    assertThat(workspace.frames().getLast().dx().toArray()).isEqualTo(y);
  }

  @Test
  void predictionAndItsBackwardLeaveAllAsItIs() {
    Workspace workspace = workspace(0.25, 4, 5);
    workspace.forward();
    assertThat(workspace.prediction().toArray()).containsOnly(3);
    workspace.backward();
    assertThat(workspace.frames().getLast().dx().toArray()).containsOnly(3);
  }

  @Test
  void eachPassDrawsAnotherMaskFromOneNumber() {
    Workspace workspace = workspace(0.5, 8, 8);
    Xoshiro256 random = Xoshiro256.seeded(4);
    workspace.forwardTraining(random);
    double[] first = workspace.prediction().toArray();
    workspace.forwardTraining(random);
    assertThat(workspace.prediction().toArray()).isNotEqualTo(first);
    Xoshiro256 other = Xoshiro256.seeded(4);
    other.nextLong();
    other.nextLong();
    assertThat(random.state()).isEqualTo(other.state());
  }

  @Test
  void rateZeroDropsNothing() {
    Workspace workspace = workspace(0, 3, 3);
    workspace.forwardTraining(Xoshiro256.seeded(4));
    assertThat(workspace.prediction().toArray()).containsOnly(3);
  }

  @Test
  void refusesARateOutOfRange() {
    assertThat(dropout().rate()).isEqualTo(0.5);
    for (double rate : new double[] {-0.1, 1, 2, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Dropout(rate))
          .withMessage("rate " + rate + ": wants a number from 0 to below 1");
    }
  }
}
