package dev.gradus.train;

import static dev.gradus.layer.Dense.dense;
import static dev.gradus.loss.StandardLoss.MSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gradus.data.BatchSource;
import dev.gradus.data.Dataset;
import dev.gradus.data.Xoshiro256;
import dev.gradus.layer.Activation;
import dev.gradus.layer.BatchNorm;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.optimize.AdamW;
import dev.gradus.optimize.Lbfgs;
import dev.gradus.optimize.LearningRate;
import dev.gradus.optimize.Optimizer;
import dev.gradus.optimize.Sgd;
import dev.gradus.optimize.StandardOptimizer;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Groups, frozen parameters, clipping and max norm, as a training sees them. */
class UpdateRuleTest {
  private final Network network =
      Network.of(3, dense(3, 5), Activation.TANH, dense(5, 4), Activation.TANH, dense(4, 2));
  private final List<TrainingEvent> events = new ArrayList<>();

  private Parameters start(Compute compute) {
    Parameters theta = network.initialize(compute, Xoshiro256.seeded(7));
    StandardInitializer.STANDARD_NORMAL.fill(theta.vector(), Xoshiro256.seeded(8));
    theta.vector().set(0, 2, -0.0); // a zero whose sign an addition of 0 would change
    theta.get("b2").set(0, 1, -0.0);
    return theta;
  }

  private void train(Trainer recipe, Parameters theta) {
    Compute compute = theta.vector().compute();
    Matrix x = compute.matrix(11, 3);
    Matrix y = compute.matrix(11, 2);
    StandardInitializer.STANDARD_NORMAL.fill(x, Xoshiro256.seeded(3));
    StandardInitializer.STANDARD_NORMAL.fill(y, Xoshiro256.seeded(4));
    BatchSource source = BatchSource.shuffled(new Dataset(x, y));
    recipe.train(theta, source, Xoshiro256.seeded(5), events::add);
  }

  private Trainer recipe(StandardOptimizer optimizer) {
    return Trainer.of(network, MSE)
        .withOptimizer(optimizer.standard())
        .withLearningRate(LearningRate.constant(0.05))
        .withBatchSize(11)
        .withLength(new Length.Steps(7));
  }

  private static long[] bits(Matrix matrix) {
    double[] values = matrix.toArray();
    long[] bits = new long[values.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Double.doubleToRawLongBits(values[i]);
    }
    return bits;
  }

  @ParameterizedTest
  @EnumSource
  void noBitOfAFrozenBlockChangesAndAllOthersLearn(StandardOptimizer optimizer) {
    for (Precision precision : Precision.values()) {
      try (Compute compute = Compute.of(precision, 1)) {
        Parameters before = start(compute);
        Parameters theta = start(compute);
        Trainer recipe =
            recipe(optimizer).withGroups(ParameterGroup.frozen("W1"), ParameterGroup.frozen("b*"));
        train(recipe, theta);
        for (String frozen : List.of("W1", "b1", "b2", "b3")) {
          assertThat(bits(theta.get(frozen))).as(frozen).isEqualTo(bits(before.get(frozen)));
        }
        for (String learned : List.of("W2", "W3")) {
          assertThat(bits(theta.get(learned)))
              .as(learned)
              .doesNotContain(bits(before.get(learned)));
        }
      }
    }
  }

  @Test
  void momentumAndDecayDoNotMoveWhatIsFrozen() {
    Compute compute = Compute.float64();
    for (Optimizer optimizer : List.of(Sgd.nesterov(0.9), AdamW.adamW(1))) {
      Parameters theta = start(compute);
      Trainer recipe =
          recipe(StandardOptimizer.SGD)
              .withOptimizer(optimizer)
              .withGroups(ParameterGroup.frozen("W2"));
      train(recipe, theta);
      assertThat(bits(theta.get("W2"))).isEqualTo(bits(start(compute).get("W2")));
    }
  }

  /** With groups the optimizer runs on copies of parts; what is computed is the same. */
  @ParameterizedTest
  @EnumSource(names = "LBFGS", mode = EnumSource.Mode.EXCLUDE)
  void groupsOfFactorOneAreTheWholeAndAFactorScalesTheRate(StandardOptimizer optimizer) {
    Compute compute = Compute.float64();
    Parameters whole = start(compute);
    Parameters parts = start(compute);
    Parameters slow = start(compute);
    Trainer once = recipe(optimizer).withLength(new Length.Steps(1));
    train(once, whole);
    train(once.withGroups(new ParameterGroup("W2", 0.5)), parts);
    train(once.withLearningRate(LearningRate.constant(0.025)), slow);
    assertThat(bits(parts.get("W1"))).isEqualTo(bits(whole.get("W1")));
    assertThat(bits(parts.get("b3"))).isEqualTo(bits(whole.get("b3")));
    assertThat(bits(parts.get("W2"))).isEqualTo(bits(slow.get("W2")));
  }

  /** Statistics of x alone: whatever the optimizer does, they are the same. */
  @ParameterizedTest
  @EnumSource(names = "LBFGS", mode = EnumSource.Mode.EXCLUDE)
  void runningStatisticsAreTouchedByNoOptimizer(StandardOptimizer optimizer) {
    Network normalized = Network.of(3, BatchNorm.batchNorm(), dense(3, 2));
    Compute compute = Compute.float64();
    Parameters expected = normalized.initialize(compute, Xoshiro256.seeded(7));
    Parameters theta = expected.copy(compute);
    Trainer recipe = Trainer.of(normalized, MSE).withBatchSize(4).withLength(new Length.Steps(7));
    train(recipe, expected);
    train(recipe.withOptimizer(optimizer.standard()).withMaxNorm(1e-3), theta);
    List<String> statistics =
        normalized.layout().stream()
            .filter(part -> !part.learns())
            .map(part -> part.name())
            .toList();
    assertThat(statistics).isNotEmpty();
    for (String name : statistics) {
      assertThat(bits(theta.get(name))).as(name).isEqualTo(bits(expected.get(name)));
    }
  }

  @Test
  void ofSeveralGroupsTheFirstCounts() {
    UpdateRule rule =
        UpdateRule.plain()
            .withGroups(List.of(new ParameterGroup("W1", 3), new ParameterGroup("W*", 2)));
    assertThat(network.layout())
        .extracting(rule::factor)
        .containsExactly(3.0, 1.0, 2.0, 1.0, 2.0, 1.0);
    assertThat(network.layout())
        .filteredOn(new ParameterGroup("*2", 1)::holds)
        .extracting(part -> part.name())
        .containsExactly("W2", "b2");
    assertThat(network.layout()).noneMatch(new ParameterGroup("W.", 1)::holds);
  }

  @Test
  void clippedStepsAreToldAndCounted() {
    History history = new History();
    Parameters theta = start(Compute.float64());
    Trainer recipe =
        recipe(StandardOptimizer.SGD).withClipping(Clipping.byNorm(1e-6)).withBatchSize(4);
    train(recipe, theta); // 3 batches an epoch, 7 steps
    events.forEach(history::on);
    assertThat(events)
        .filteredOn(TrainingEvent.Clipped.class::isInstance)
        .containsExactly(
            new TrainingEvent.Clipped(3, 2),
            new TrainingEvent.Clipped(3, 5),
            new TrainingEvent.Clipped(1, 6));
    assertThat(history.clippedSteps()).isEqualTo(7);
    events.clear();
    train(recipe(StandardOptimizer.SGD).withClipping(Clipping.byNorm(1e6)), theta);
    assertThat(events).noneMatch(TrainingEvent.Clipped.class::isInstance);
  }

  @Test
  void theNormIsThatOfWhatLearns() {
    Compute compute = Compute.float64();
    Parameters clipped = start(compute);
    Parameters free = start(compute);
    Trainer recipe =
        recipe(StandardOptimizer.SGD)
            .withLength(new Length.Steps(1))
            .withLearningRate(LearningRate.constant(1))
            .withGroups(ParameterGroup.frozen("W*"));
    train(recipe, free);
    train(recipe.withClipping(Clipping.byNorm(0.125)), clipped);
    double square = 0;
    for (String name : List.of("b1", "b2", "b3")) {
      Matrix step = clipped.get(name).copy();
      step.addScaled(-1, start(compute).get(name));
      square += Matrix.dot(step, step);
    }
    assertThat(Math.sqrt(square)).isBetween(0.125 - 1e-12, 0.125 + 1e-12);
  }

  @Test
  void incomingWeightsOfAUnitAreHeldDownAndBiasesAreNot() {
    for (Precision precision : Precision.values()) {
      try (Compute compute = Compute.of(precision, 2)) {
        Parameters theta = start(compute);
        train(recipe(StandardOptimizer.ADAM).withMaxNorm(0.5), theta);
        for (String name : List.of("W1", "W2", "W3")) {
          Matrix weights = theta.get(name);
          for (int j = 0; j < weights.columns(); j++) {
            double sum = 0;
            for (int i = 0; i < weights.rows(); i++) {
              sum += weights.get(i, j) * weights.get(i, j);
            }
            assertThat(Math.sqrt(sum)).as(name + ", unit " + j).isLessThan(0.5 * (1 + 1e-6));
          }
        }
        assertThat(theta.get("b1").magnitude()).isGreaterThan(0.5);
      }
    }
  }

  @Test
  void whatCannotBeIsRefused() {
    refused(
        () -> recipe(StandardOptimizer.SGD).withGroups(ParameterGroup.frozen("W9")),
        "group \"W9\": no such parameter; there are: W1, b1, W2, b2, W3, b3");
    refused(
        () -> recipe(StandardOptimizer.SGD).withGroups(ParameterGroup.frozen("*")),
        "all parameters are frozen; wants one that learns");
    refused(
        () -> new ParameterGroup("W1", -1),
        "factor -1.0 of group \"W1\": wants a number from 0 to 1e6");
    refused(
        () -> recipe(StandardOptimizer.SGD).withMaxNorm(0), "max norm 0.0: wants a number above 0");
    String plain =
        "lbfgs searches along lines of the loss itself: it takes no clipping, no max norm, and only"
            + " 0 or 1 as factors of groups";
    UpdateRule full = UpdateRule.plain().withOptimizer(Lbfgs.lbfgs());
    refused(() -> full.withClipping(Clipping.byNorm(1)), plain);
    refused(() -> full.withMaxNorm(1), plain);
    refused(() -> full.withGroups(List.of(new ParameterGroup("W1", 0.5))), plain);
  }

  private static void refused(ThrowingCallable made, String message) {
    assertThatIllegalArgumentException().isThrownBy(made).withMessage(message);
  }
}
