package dev.gradus.network;

import static dev.gradus.layer.Activation.RELU;
import static dev.gradus.layer.Dense.dense;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.data.Xoshiro256;
import dev.gradus.layer.Frame;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkspaceTest {
  private final Network network = Network.of(3, dense(3, 7), RELU, dense(7, 2));

  private Workspace workspace(Precision precision, int rows) {
    Xoshiro256 random = Xoshiro256.seeded(1);
    Parameters theta = network.initialize(Compute.of(precision, 1), random);
    Workspace workspace = network.workspace(theta, rows);
    StandardInitializer.STANDARD_NORMAL.fill(workspace.x(), random);
    StandardInitializer.STANDARD_NORMAL.fill(workspace.target(), random);
    return workspace;
  }

  private static void pass(Workspace workspace) {
    workspace.forward();
    StandardLoss.MSE.evaluate(workspace.prediction(), workspace.target(), workspace.dPrediction());
    workspace.backward();
  }

  @Test
  void aSmallerBatchKeepsTheRowsThatStay() {
    Workspace workspace = workspace(Precision.FLOAT64, 5);
    Matrix x = workspace.x().copy();
    workspace.rows(3);
    assertThat(workspace.x().describe()).isEqualTo("[3 × 3]");
    assertThat(workspace.x().toArray()).isEqualTo(x.firstRows(3).toArray());
    workspace.x().set(0, 0, 99);
    workspace.rows(5);
    assertThat(workspace.x().get(0, 0)).isEqualTo(99);
    assertThat(workspace.x().get(4, 2)).isEqualTo(x.get(4, 2));
    assertThat(workspace.maxRows()).isEqualTo(5);
  }

  @ParameterizedTest
  @EnumSource
  void aPredictorHasTheSameBitsAndNoRoomForGradients(Precision precision) {
    Workspace whole = workspace(precision, 5);
    Workspace predictor = network.predictor(whole.parameters(), 5);
    predictor.x().set(whole.x());
    for (int n : new int[] {5, 2}) {
      whole.rows(n);
      predictor.rows(n);
      whole.forward();
      predictor.forward();
      assertThat(predictor.prediction().toArray()).isEqualTo(whole.prediction().toArray());
    }
    for (Frame frame : predictor.frames()) {
      assertThat(frame.dy().rows()).isZero();
      assertThatThrownBy(() -> frame.dTheta(0)).isInstanceOf(IndexOutOfBoundsException.class);
    }
    assertThatThrownBy(predictor::backward)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this workspace predicts; it has no gradient");
    assertThatThrownBy(predictor::gradient).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void viewsOfABatchSizeAreMadeOnce() {
    Workspace workspace = workspace(Precision.FLOAT64, 5);
    Matrix full = workspace.x();
    workspace.rows(3);
    Frame frame = workspace.frames().getFirst();
    workspace.rows(5);
    assertThat(workspace.x()).isSameAs(full);
    workspace.rows(3);
    assertThat(workspace.frames().getFirst()).isSameAs(frame);
  }

  @Test
  void cacheIsALiveViewOfThePass() {
    Workspace workspace = workspace(Precision.FLOAT64, 5);
    assertThat(workspace.cache().keySet()).containsExactly("x", "h1", "a1", "h2", "y");
    pass(workspace);
    assertThat(workspace.cache().get("x")).isSameAs(workspace.x());
    assertThat(workspace.cache().get("h2")).isSameAs(workspace.prediction());
    assertThat(workspace.cache().get("y")).isSameAs(workspace.target());
    assertThat(workspace.frames().getFirst().wantsDx()).isFalse();
    assertThat(workspace.frames().getLast().wantsDx()).isTrue();
    assertThatThrownBy(() -> workspace.cache().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @EnumSource
  void smallerBatchInALargeWorkspaceHasTheBitsOfOneMadeForIt(Precision precision) {
    Workspace large = workspace(precision, 33);
    pass(large); // leaves numbers in all rows
    for (int n : new int[] {1, 2, 7, 8, 9, 15, 16, 17, 31, 33}) {
      large.rows(n);
      pass(large);
      Workspace exact = network.workspace(large.parameters(), n);
      exact.x().set(large.x());
      exact.target().set(large.target());
      pass(exact);
      assertThat(large.prediction().toArray()).isEqualTo(exact.prediction().toArray());
      assertThat(large.gradient().vector().toArray())
          .as("%d rows", n)
          .isEqualTo(exact.gradient().vector().toArray());
    }
  }

  @ParameterizedTest
  @EnumSource
  void rowByRowHasTheBitsOfTheBatch(Precision precision) {
    Workspace batch = workspace(precision, 17);
    batch.forward();
    Workspace single = network.workspace(batch.parameters(), 1);
    for (int i = 0; i < 17; i++) {
      single.x().set(batch.x().view(3 * i, 1, 3));
      single.forward();
      assertThat(single.prediction().toArray())
          .as("row %d", i)
          .isEqualTo(batch.prediction().view(2 * i, 1, 2).toArray());
    }
  }

  @Test
  void backwardOverwritesTheGradientOfTheStepBefore() {
    Workspace workspace = workspace(Precision.FLOAT64, 5);
    pass(workspace);
    double[] once = workspace.gradient().vector().toArray();
    pass(workspace);
    assertThat(workspace.gradient().vector().toArray()).isEqualTo(once);
    assertThat(workspace.gradient().get("W2").describe()).isEqualTo("[7 × 2]");
  }

  @Test
  void refusesMoreRowsThanItWasMadeFor() {
    Workspace workspace = workspace(Precision.FLOAT64, 5);
    for (int n : new int[] {0, -1, 6}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> workspace.rows(n))
          .withMessage(n + " rows; this workspace takes 1 to 5");
    }
  }
}
