package dev.gradus.train;

import static dev.gradus.layer.Dense.dense;
import static dev.gradus.loss.StandardLoss.MSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.Reference;
import dev.gradus.data.BatchSource;
import dev.gradus.data.Dataset;
import dev.gradus.data.Xoshiro256;
import dev.gradus.error.DivergedException;
import dev.gradus.layer.Activation;
import dev.gradus.layer.BatchNorm;
import dev.gradus.layer.Dropout;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.optimize.Lbfgs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FullBatchTest {
  private final Reference rat42 = Reference.file("rat42.txt");
  private final Compute compute = Compute.float64();
  private final Network curve = Network.of(1, dense(1, 1), Activation.SIGMOID, dense(1, 1));
  private final List<TrainingEvent> events = new ArrayList<>();

  private Matrix column(double... values) {
    Matrix column = compute.matrix(values.length, 1);
    column.setAll(values);
    return column;
  }

  private BatchSource rats() {
    return BatchSource.shuffled(
        new Dataset(column(rat42.numbers("x")), column(rat42.numbers("y"))));
  }

  /** b₁ / (1 + e^(b₂ − b₃ x)): W1 = b₃, b1 = −b₂, W2 = b₁, and b2 = 0. */
  private Parameters at(double[] b) {
    Parameters theta = curve.zeros(compute);
    theta.vector().setAll(new double[] {b[2], -b[1], b[0], 0});
    return theta;
  }

  private Trainer recipe() {
    return Trainer.of(curve, MSE)
        .withOptimizer(Lbfgs.lbfgs())
        .withGroups(ParameterGroup.frozen("b2"))
        .withBatchSize(9)
        .withLength(new Length.Steps(1000));
  }

  private void train(Trainer recipe, Parameters theta) {
    recipe.train(theta, rats(), Xoshiro256.seeded(1), events::add);
  }

  private double residualSumOfSquares(Parameters theta) {
    Matrix fit = curve.predict(theta, column(rat42.numbers("x")));
    double[] y = rat42.numbers("y");
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += (fit.get(i, 0) - y[i]) * (fit.get(i, 0) - y[i]);
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(strings = {"start1", "start2"})
  void rat42IsSolvedToTheCertifiedDigits(String start) {
    Parameters theta = at(rat42.numbers(start));
    train(recipe(), theta);
    double[] found = theta.vector().toArray();
    double[] b = rat42.numbers("certified");
    double certified = rat42.numbers("residual_sum_of_squares")[0];
    assertThat(Math.abs(residualSumOfSquares(theta) / certified - 1))
        .as("residual sum of squares: relative error")
        .isLessThan(1e-10);
    assertThat(Math.abs(found[2] / b[0] - 1)).as("b1").isLessThan(1e-8);
    assertThat(Math.abs(-found[1] / b[1] - 1)).as("b2").isLessThan(1e-8);
    assertThat(Math.abs(found[0] / b[2] - 1)).as("b3").isLessThan(1e-8);
    assertThat(Double.doubleToRawLongBits(found[3])).as("the frozen bias").isZero();
    TrainingEvent.Finished finished = (TrainingEvent.Finished) events.getLast();
    assertThat(finished.steps()).as("it knows when it is done").isLessThan(200);
    assertThat(finished.reason()).isEqualTo(new StopReason.Converged());
  }

  @Test
  void lossesNeverRiseAndEachIterationIsAnEpoch() {
    train(recipe().withReportEvery(1), at(rat42.numbers("start1")));
    double last = Double.POSITIVE_INFINITY;
    long epoch = 0;
    for (TrainingEvent event : events) {
      if (event instanceof TrainingEvent.EpochEnded ended) {
        assertThat(ended.trainingLoss()).isLessThanOrEqualTo(last * (1 + 1e-14));
        last = ended.trainingLoss();
        assertThat((long) ended.epoch()).isEqualTo(++epoch);
      }
    }
    assertThat(epoch).isGreaterThan(5);
  }

  @Test
  void validationRowsAreNotLearnedFrom() {
    Parameters with = at(rat42.numbers("start2"));
    Parameters without = at(rat42.numbers("start2"));
    Dataset held = new Dataset(column(1, 2, 3), column(5, 6, 7));
    train(recipe().withLength(new Length.Epochs(6)).withValidation(held), with);
    assertThat(events)
        .filteredOn(TrainingEvent.EpochEnded.class::isInstance)
        .allSatisfy(
            event -> assertThat(((TrainingEvent.EpochEnded) event).validationLoss()).isPresent());
    train(recipe().withLength(new Length.Epochs(6)), without);
    assertThat(with.vector().toArray()).isEqualTo(without.vector().toArray());
  }

  @Test
  void rowsThatDoNotFitIntoOneBatchAreRefused() {
    Parameters theta = at(rat42.numbers("start1"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> train(recipe().withBatchSize(8), theta))
        .withMessage(
            "lbfgs wants all rows in one batch; the batch size is 8, the source has 9 rows");
    BatchSource endless = BatchSource.drawn(1, 1, (random, x, y) -> {});
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> recipe().train(theta, endless, Xoshiro256.seeded(1), TrainingListener.silent()))
        .withMessage(
            "lbfgs wants all rows in one batch; the batch size is 9, the source has no end");
  }

  @Test
  void aStartThatIsNotFiniteIsADivergence() {
    Parameters theta = at(new double[] {Double.NaN, 1, 1});
    assertThatThrownBy(() -> train(recipe(), theta))
        .isInstanceOf(DivergedException.class)
        .hasMessage("training diverged at epoch 1, batch 1: W2[0, 0] (layer 3, dense) is NaN");
  }

  @Test
  void aLossThatWouldNotStayTheSameIsRefused() {
    Network masked = Network.of(1, dense(1, 2), Dropout.dropout(), dense(2, 1));
    Network moving = Network.of(1, BatchNorm.batchNorm(), dense(1, 1));
    for (Network network : List.of(masked, moving)) {
      Trainer recipe = Trainer.of(network, MSE).withOptimizer(Lbfgs.lbfgs());
      assertThatIllegalArgumentException()
          .isThrownBy(() -> train(recipe, network.zeros(compute)))
          .withMessageStartingWith("a full-batch optimizer wants a loss that stays the same; ");
    }
  }
}
