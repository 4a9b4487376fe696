package dev.gradus.tabular.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.error.DataException;
import dev.gradus.loss.StandardLoss;
import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.preprocess.RegressionTarget;
import dev.gradus.tabular.preprocess.Target;
import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutputTest {
  private static final int[] ROWS = {0, 1, 2, 3};
  private static final Table TABLE =
      Table.of(
          "d.csv",
          NumberColumn.of("y", 0, 1, 0, 3),
          CategoryColumn.of("t", "u", "v", "w", "u"),
          CategoryColumn.of("two", "u", "v", "v", "u"),
          NumberColumn.of("r", 0.5, 0.25, 0, 1));

  private static StandardLoss loss(Target target, StandardLoss loss) {
    return Output.loss(target, Optional.of(loss), TABLE, ROWS);
  }

  private static void refused(Target target, StandardLoss loss, String message) {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> loss(target, loss))
        .withMessage(message);
  }

  @Test
  void theLossFollowsTheTargetUnlessStated() {
    Target values = RegressionTarget.fit(TABLE, "y", ROWS);
    Target classes = ClassTarget.fit(TABLE, "t", ROWS);
    assertThat(Output.loss(values, Optional.empty(), TABLE, ROWS)).isEqualTo(StandardLoss.MSE);
    assertThat(Output.loss(classes, Optional.empty(), TABLE, ROWS))
        .isEqualTo(StandardLoss.SOFTMAX_CE);
    assertThat(loss(values, StandardLoss.MAE)).isEqualTo(StandardLoss.MAE);
    assertThat(loss(ClassTarget.fit(TABLE, "two", ROWS), StandardLoss.BCE))
        .isEqualTo(StandardLoss.BCE);
  }

  @Test
  void aLossThatDoesNotFitTheTargetIsRefused() {
    refused(
        RegressionTarget.fit(TABLE, "y", ROWS),
        StandardLoss.BCE,
        "--loss bce: targets must lie in [0,1]; line 5 holds 3");
    refused(
        ClassTarget.fit(TABLE, "y", ROWS),
        StandardLoss.BCE,
        "--loss bce: targets must lie in [0,1]; line 5 holds 3");
    refused(
        RegressionTarget.fit(TABLE, "r", ROWS),
        StandardLoss.BCE,
        "--loss bce: column r holds values; wants mse, mae, huber, log_cosh or quantile");
    refused(
        RegressionTarget.fit(TABLE, "y", ROWS),
        StandardLoss.SOFTMAX_CE,
        "--loss softmax_ce: column y holds values; wants mse, mae, huber, log_cosh or quantile");
    refused(
        ClassTarget.fit(TABLE, "t", ROWS),
        StandardLoss.BCE,
        "--loss bce: wants 2 classes, column t holds 3; for more use softmax_ce");
    refused(
        ClassTarget.fit(TABLE, "t", ROWS),
        StandardLoss.MSE,
        "--loss mse: column t holds classes; wants softmax_ce or bce");
  }

  @Test
  void targetsAreEncodedByWhatTheLastLayerMeans() {
    ClassTarget three = ClassTarget.fit(TABLE, "t", ROWS);
    assertThat(Output.LOGITS.width(three)).isEqualTo(3);
    assertThat(Output.LOGITS.encode(three, TABLE, ROWS))
        .containsExactly(1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0);
    ClassTarget two = ClassTarget.fit(TABLE, "two", ROWS);
    assertThat(Output.BINARY_LOGIT.width(two)).isEqualTo(1);
    assertThat(Output.BINARY_LOGIT.encode(two, TABLE, ROWS)).containsExactly(0, 1, 1, 0);
    RegressionTarget values = RegressionTarget.fit(TABLE, "y", ROWS);
    double[] encoded = Output.VALUE.encode(values, TABLE, ROWS);
    assertThat(encoded[0] + encoded[1] + encoded[2] + encoded[3]).isCloseTo(0, within(1e-12));
    assertThat(values.decode(encoded[3])).isCloseTo(3, within(1e-12));
  }

  /** softmax(0, ln 2, ln 5) = (1, 2, 5) / 8; σ(ln 3) = 3/4. */
  @Test
  void probabilitiesAreThoseOfTheFormulaAndFiniteFarOut() {
    double[] p =
        Output.LOGITS.probabilities(
            new double[] {0, StrictMath.log(2), StrictMath.log(5), 1e30, -1e30, 0}, 3);
    List<Double> wanted = List.of(0.125, 0.25, 0.625, 1.0, 0.0, 0.0);
    for (int i = 0; i < 6; i++) {
      assertThat(p[i]).isCloseTo(wanted.get(i), within(1e-15));
    }
    double[] q =
        Output.BINARY_LOGIT.probabilities(new double[] {StrictMath.log(3), -1e30, 1e30}, 2);
    List<Double> binary = List.of(0.25, 0.75, 1.0, 0.0, 0.0, 1.0);
    for (int i = 0; i < 6; i++) {
      assertThat(q[i]).isCloseTo(binary.get(i), within(1e-15));
    }
  }

  /** σ(−40) = e⁻⁴⁰ to 17 digits, where 1 − σ(40) is 0. */
  @Test
  void theLessProbableOfTwoClassesKeepsItsDigits() {
    double[] p = Output.BINARY_LOGIT.probabilities(new double[] {40, -40}, 2);
    double small = StrictMath.exp(-40);
    assertThat(p[0]).isCloseTo(small, within(1e-13 * small));
    assertThat(p[3]).isEqualTo(p[0]);
  }
}
