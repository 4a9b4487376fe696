package dev.gradus.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.calculus.CheckListener;
import dev.gradus.calculus.GradientCheck;
import dev.gradus.calculus.Objective;
import dev.gradus.calculus.Verdict;
import dev.gradus.data.Xoshiro256;
import dev.gradus.layer.Activation;
import dev.gradus.layer.Dense;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.loss.Loss;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.network.Network;
import dev.gradus.network.Penalty;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrialTest {
  private static final GradientCheck STANDARD = GradientCheck.standard();

  /** 4 → 5 → 5 → 3, biases drawn, with a penalty. */
  private static Specimen specimen(Activation activation, Loss loss, int batch) {
    Network network = Network.of(4, drawn(4, 5), activation, drawn(5, 5), activation, drawn(5, 3));
    RandomGenerator random = Xoshiro256.seeded(31);
    Compute compute = Compute.float64();
    Matrix x = compute.matrix(batch, 4);
    StandardInitializer.STANDARD_NORMAL.fill(x, random);
    Matrix target = compute.matrix(batch, 3);
    for (int k = 0; k < batch; k++) {
      target.set(k, random.nextInt(3), 1);
    }
    return new Specimen(network, loss, Penalty.l2(0.1), x, target);
  }

  private static Dense drawn(int inputs, int outputs) {
    return Dense.dense(inputs, outputs).withBiases(StandardInitializer.STANDARD_NORMAL);
  }

  private static double[] theta(Specimen specimen) {
    RandomGenerator random = Xoshiro256.seeded(32);
    return specimen.network().initialize(Compute.float64(), random).vector().toArray();
  }

  private static List<Outcome> run(GradientCheck check, Specimen specimen) {
    List<Outcome> heard = new ArrayList<>();
    List<Outcome> told =
        new Trial(check, specimen, theta(specimen), Trial.Completion.NONE).run(heard::add);
    assertThat(heard).isEqualTo(told);
    assertThat(told).extracting(Outcome::mistake).isEqualTo(Mistake.all());
    return told;
  }

  private static List<Outcome.Missed> missed(List<Outcome> outcomes) {
    return outcomes.stream()
        .filter(Outcome.Missed.class::isInstance)
        .map(Outcome.Missed.class::cast)
        .toList();
  }

  @Test
  void theStandardCheckCatchesEachMistakeWhereverItCanBeMade() {
    Set<Mistake> caught = new HashSet<>();
    for (Activation activation :
        List.of(Activation.TANH, Activation.SIGMOID, Activation.LEAKY_RELU)) {
      for (StandardLoss loss : List.of(StandardLoss.MSE, StandardLoss.SOFTMAX_CE)) {
        List<Outcome> outcomes = run(STANDARD, specimen(activation, loss, 8));
        assertThat(missed(outcomes)).as("%s, %s", activation, loss).isEmpty();
        outcomes.stream()
            .filter(Outcome.Caught.class::isInstance)
            .map(Outcome::mistake)
            .forEach(caught::add);
      }
    }
    assertThat(caught).containsExactlyInAnyOrderElementsOf(Mistake.all());
  }

  /** Looks at the untested parameters once more, with all inputs turned round. */
  private static Trial.Completion turned(double[] theta) {
    return (report, specimen, subjects) -> {
      Matrix x = specimen.x().copy();
      x.addScaled(-4, specimen.x());
      int[] untested =
          report.verdicts().stream()
              .filter(verdict -> !verdict.tested())
              .mapToInt(Verdict::index)
              .toArray();
      Objective subject = subjects.apply(specimen.with(x, specimen.target()));
      return report.completedBy(
          STANDARD.check(subject, theta, untested, 1, CheckListener.silent()));
    };
  }

  @ParameterizedTest
  @EnumSource(StandardLoss.class)
  void reluHasItsMaskAndEveryLossItsMistakes(StandardLoss loss) {
    Specimen specimen = specimen(Activation.RELU, loss, 8);
    List<Outcome.Missed> missed = missed(run(STANDARD, specimen));
    assertThat(missed)
        .extracting(Outcome.Missed::mistake)
        .containsOnly(DenseMistake.UNIT_FORGOTTEN);
    assertThat(missed.getFirst().reason()).isEqualTo(Outcome.Reason.NO_DIFFERENCE);
    // the last unit of the first layer never fires; it does where x is turned round
    Trial covering = new Trial(STANDARD, specimen, theta(specimen), turned(theta(specimen)));
    List<Outcome> outcomes = covering.run(outcome -> {});
    assertThat(missed(outcomes)).isEmpty();
    assertThat(outcomes)
        .filteredOn(Outcome.Inapplicable.class::isInstance)
        .extracting(Outcome::mistake)
        .contains(
            ActivationMistake.SIGN_OF_OUTPUT,
            ActivationMistake.DERIVATIVE_AT_OUTPUT,
            ActivationMistake.TANH_AS_SIGMOID)
        .doesNotContain(ActivationMistake.DERIVATIVE_MISSING, ActivationMistake.OVERWRITES);
  }

  @Test
  void aBatchOfOneCannotSeeWhatBecomesOfTheBatch() {
    List<Outcome.Missed> missed =
        missed(run(STANDARD, specimen(Activation.TANH, StandardLoss.MSE, 1)));
    assertThat(missed)
        .extracting(Outcome.Missed::mistake)
        .containsExactly(
            LossMistake.BATCH_MEAN_MISSING,
            LossMistake.FIRST_SAMPLE_ONLY,
            DenseMistake.BIAS_NOT_SUMMED,
            DenseMistake.BIAS_AVERAGED,
            DenseMistake.BATCH_MEAN_TWICE);
    assertThat(missed).extracting(Outcome.Missed::reason).containsOnly(Outcome.Reason.BATCH_OF_ONE);
  }

  @Test
  void saysFromWhichBatchOn() {
    List<Outcome> outcomes = run(STANDARD, specimen(Activation.TANH, StandardLoss.MSE, 4));
    assertThat(outcomes)
        .contains(
            new Outcome.Caught(LossMistake.BATCH_MEAN_MISSING, 2),
            new Outcome.Caught(LossMistake.SIGN, 1));
  }

  @Test
  void whatMakesNoDifferenceIsNoFaultOfTheCheck() {
    Specimen specimen = specimen(Activation.TANH, StandardLoss.MSE, 4);
    double[] theta = theta(specimen);
    specimen
        .network()
        .layout()
        .forEach(
            part -> {
              if (part.block().rows() == 1) {
                java.util.Arrays.fill(theta, part.offset(), part.offset() + part.size(), 0);
              }
            });
    List<Outcome.Missed> missed =
        missed(new Trial(STANDARD, specimen, theta, Trial.Completion.NONE).run(outcome -> {}));
    assertThat(missed)
        .extracting(Outcome.Missed::mistake)
        .containsExactly(PenaltyMistake.PENALTY_ON_BIASES);
    assertThat(missed.getFirst().reason()).isEqualTo(Outcome.Reason.NO_DIFFERENCE);
  }

  @Test
  void aWeakCheckMissesAndIsTold() {
    List<Outcome.Missed> missed =
        missed(run(STANDARD.withTolerance(0.6), specimen(Activation.TANH, StandardLoss.MSE, 4)));
    assertThat(missed)
        .extracting(Outcome.Missed::mistake)
        .contains(DenseMistake.NOT_CLEARED) // an error of a half at most
        .doesNotContain(LossMistake.SIGN);
    assertThat(missed).extracting(Outcome.Missed::reason).containsOnly(Outcome.Reason.UNSEEN);
  }

  @Test
  void reasonsAreClauses() {
    for (Outcome.Reason reason : EnumSet.allOf(Outcome.Reason.class)) {
      assertThat(reason.words()).isNotBlank().doesNotEndWith(".");
    }
  }
}
