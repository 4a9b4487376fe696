package dev.gradus.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.calculus.GradientCheck;
import dev.gradus.calculus.GradientReport;
import dev.gradus.calculus.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Right gradients of networks drawn from the tables: none fails, and hardly one is unsure. */
class RandomNetworksTest {
  private static final int NETWORKS = Boolean.getBoolean("gradus.long") ? 2000 : 200;

  @Test
  void noRightGradientFails() {
    int parameters = 0;
    int tested = 0;
    List<String> unsure = new ArrayList<>();
    for (int seed = 0; seed < NETWORKS; seed++) {
      RandomProblem problem = RandomProblem.drawn(seed);
      GradientReport report = problem.check();
      assertThat(report.failures()).as(problem.description()).isEmpty();
      assertThat(report.greatestError()).as(problem.description()).isLessThan(1e-7);
      for (Verdict verdict : report.unsure()) {
        unsure.add(problem.description() + ": " + verdict);
      }
      parameters += report.verdicts().size();
      tested += report.tested();
    }
    assertThat(unsure).hasSizeLessThanOrEqualTo(parameters / 1000);
    assertThat(tested).isGreaterThan(parameters * 3 / 4);
  }

  @Test
  void noRightGradientWithRespectToTheInputFails() {
    for (int seed = 0; seed < NETWORKS; seed++) {
      RandomProblem problem = RandomProblem.drawn(seed);
      GradientReport report =
          GradientCheck.standard().check(problem.inputObjective(), problem.x().toArray());
      assertThat(report.failures()).as(problem.description()).isEmpty();
    }
  }

  @Test
  void neitherDoesOneWithLayersOfEveryKind() {
    int tested = 0;
    int parameters = 0;
    for (int seed = 0; seed < NETWORKS; seed++) {
      RandomProblem problem = RandomProblem.withEveryLayer(seed);
      GradientReport report = problem.check();
      assertThat(report.failures()).as(problem.description()).isEmpty();
      GradientReport inputs =
          GradientCheck.standard().check(problem.inputObjective(), problem.x().toArray());
      assertThat(inputs.failures()).as("inputs, %s", problem.description()).isEmpty();
      tested += report.tested() - report.unsure().size();
      parameters += report.verdicts().size();
    }
    assertThat(tested).isGreaterThan(parameters / 2);
  }
}
