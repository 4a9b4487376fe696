package dev.gradus.layer;

import static dev.gradus.layer.BatchNorm.batchNorm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.data.Xoshiro256;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Precision;
import dev.gradus.network.Network;
import dev.gradus.network.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BatchNormTest {
  private final Xoshiro256 random = Xoshiro256.seeded(1);

  private Workspace workspace(Precision precision, double[][] x) {
    Network network = Network.of(x[0].length, batchNorm());
    Compute compute = Compute.of(precision, 1);
    Workspace workspace = network.workspace(network.initialize(compute, random), x.length);
    workspace.x().set(compute.matrix(x));
    return workspace;
  }

  @Test
  void standardizesEachFeatureOverTheBatch() {
    Workspace workspace = workspace(Precision.FLOAT64, new double[][] {{1, 10}, {3, 10}, {5, 40}});
    workspace.forwardTraining(random);
    // column 0: μ = 3, σ² = (4 + 0 + 4)/3; column 1: μ = 20, σ² = (100 + 100 + 400)/3 = 200
    double r0 = 1 / Math.sqrt(8.0 / 3 + 1e-5);
    double r1 = 1 / Math.sqrt(200 + 1e-5);
    assertThat(workspace.prediction().toArray())
        .containsExactly(
            new double[] {-2 * r0, -10 * r1, 0, -10 * r1, 2 * r0, 20 * r1}, within(1e-15));
  }

  @Test
  void runningStatisticsMoveATenthWithTheUnbiasedVariance() {
    Workspace workspace = workspace(Precision.FLOAT64, new double[][] {{1, 10}, {3, 10}, {5, 40}});
    workspace.forwardTraining(random);
    // 0.9 · 0 + 0.1 · 3 and · 20; 0.9 · 1 + 0.1 · 8/2 and · 600/2
    assertThat(workspace.parameters().get("mean1").toArray())
        .containsExactly(new double[] {0.3, 2}, within(1e-15));
    assertThat(workspace.parameters().get("variance1").toArray())
        .containsExactly(new double[] {1.3, 30.9}, within(1e-14));
    double[] kept = workspace.parameters().vector().toArray();
    workspace.forwardReplay();
    workspace.forward();
    assertThat(workspace.parameters().vector().toArray()).isEqualTo(kept);
  }

  @Test
  void aBatchOfOneRowGivesBetaAndMovesNothing() {
    Workspace workspace = workspace(Precision.FLOAT64, new double[][] {{1e9, -7}});
    workspace.parameters().get("beta1").setAll(new double[] {2, 3});
    double[] kept = workspace.parameters().vector().toArray();
    workspace.forwardTraining(random);
    assertThat(workspace.prediction().toArray()).containsExactly(2, 3);
    assertThat(workspace.parameters().vector().toArray()).isEqualTo(kept);
  }

  /** A mean of squares minus a squared mean would have no digit left here. */
  @ParameterizedTest
  @EnumSource
  void aLargeOffsetDoesNotHurtTheVariance(Precision precision) {
    double far = precision == Precision.FLOAT32 ? 1e5 : 1e12;
    Workspace workspace = workspace(precision, new double[][] {{far}, {far + 1}, {far + 2}});
    workspace.forwardTraining(random);
    double r = 1 / Math.sqrt(2.0 / 3 + 1e-5);
    assertThat(workspace.prediction().toArray())
        .containsExactly(new double[] {-r, 0, r}, within(1e-6));
  }

  @Test
  void aConstantFeatureGivesBetaToTheBit() {
    Workspace workspace = workspace(Precision.FLOAT32, new double[][] {{0.1}, {0.1}, {0.1}, {0.1}});
    workspace.forwardTraining(random);
    assertThat(workspace.prediction().toArray()).containsOnly(0);
  }

  @Test
  void statesAreBlocksOfTheVectorThatNobodyTrains() {
    assertThat(batchNorm().parameters(3))
        .extracting(Block::symbol, Block::kind)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("gamma", Block.Kind.BIAS),
            org.assertj.core.groups.Tuple.tuple("beta", Block.Kind.BIAS),
            org.assertj.core.groups.Tuple.tuple("mean", Block.Kind.STATE),
            org.assertj.core.groups.Tuple.tuple("variance", Block.Kind.STATE));
    assertThat(batchNorm().parameters(3)).allMatch(block -> block.columns() == 3);
    assertThat(batchNorm().settings())
        .containsEntry("momentum", 0.9)
        .containsEntry("epsilon", 1e-5);
  }

  @Test
  void refusesSettingsOutOfRange() {
    for (double momentum : new double[] {-0.1, 1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new BatchNorm(momentum, 1e-5))
          .withMessage("momentum " + momentum + ": wants a number from 0 to below 1");
    }
    for (double epsilon : List.of(0.0, -1.0, Double.NaN, Double.POSITIVE_INFINITY)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new BatchNorm(0.9, epsilon))
          .withMessage("epsilon " + epsilon + ": wants a number above 0");
      assertThatIllegalArgumentException().isThrownBy(() -> new LayerNorm(epsilon));
    }
  }
}
