package dev.gradus.train;

import static dev.gradus.layer.Dense.dense;
import static dev.gradus.loss.StandardLoss.MSE;
import static dev.gradus.train.DivergingRecipe.loss;
import static dev.gradus.train.DivergingRecipe.recipe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gradus.data.Xoshiro256;
import dev.gradus.error.DivergedException;
import dev.gradus.error.Divergence;
import dev.gradus.layer.BatchNorm;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Precision;
import dev.gradus.network.Parameters;
import dev.gradus.optimize.LearningRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Forty ways to leave the finite numbers. A plain loop that looks at everything after every
 * operation says in which step it happens; the training must stop in that step, name a quantity,
 * and leave the parameters, bit for bit, as they were before it.
 */
class DivergenceTest {

  @ParameterizedTest
  @MethodSource("dev.gradus.train.DivergingRecipes#all")
  void stopsInTheStepInWhichItHappensAndTakesItBack(DivergingRecipe recipe) {
    for (Precision precision : Precision.values()) {
      try (Compute compute = Compute.of(precision, 2)) {
        stops(recipe, compute);
      }
    }
  }

  private static void stops(DivergingRecipe recipe, Compute compute) {
    long step = PlainLoop.firstBadStep(recipe, compute);
    assertThat(step).as("the plain loop in %s", compute.precision()).isNotNegative();
    Parameters theta = recipe.start(compute);
    DivergedException thrown =
        catchThrowableOfType(
            DivergedException.class,
            () ->
                recipe
                    .trainer()
                    .train(
                        theta,
                        recipe.source(compute),
                        Xoshiro256.seeded(4),
                        TrainingListener.silent()));
    Divergence divergence = thrown.divergence().orElseThrow();
    assertThat(divergence.step()).isEqualTo(step);
    assertThat(divergence.epoch()).isEqualTo(step / 3 + 1);
    assertThat(divergence.batch()).isEqualTo(step % 3 + 1);
    assertThat(divergence.value()).isNotFinite();
    if (compute.precision() == Precision.FLOAT64) { // 1e308 is infinite in float32
      assertThat(divergence.quantity()).startsWith(recipe.quantity());
    }
    assertThat(theta.vector().toArray())
        .as("the last good state in %s", compute.precision())
        .isEqualTo(PlainLoop.parametersBefore(step, recipe, compute));
  }

  @Test
  void aStepThatLeavesFloat32IsTakenBack() {
    DivergingRecipe recipe =
        recipe("1e37, a million times", loss((p, t) -> p * 1e37, (p, t) -> 1e37), dense(2, 1))
            .with(t -> t.withLearningRate(LearningRate.constant(1e6)))
            .finding("the next W1[0, 0] (layer 1, dense)");
    stops(recipe, Compute.of(Precision.FLOAT32, 1));
  }

  /** The batch that is at fault moved them on its way forward. */
  @Test
  void runningStatisticsAreTakenBackToo() {
    DivergingRecipe recipe =
        recipe("an infinite feature", MSE, BatchNorm.batchNorm(), dense(2, 1))
            .onData((x, y) -> x.set(5, 0, Double.POSITIVE_INFINITY))
            .finding("x[");
    stops(recipe, Compute.float64());
  }

  @Test
  void thereAreFortyOfThem() {
    assertThat(DivergingRecipes.all().map(DivergingRecipe::name).distinct().count())
        .isGreaterThanOrEqualTo(40);
  }
}
