package dev.gradus.calculus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradientReportTest {
  private static final Kink KINK = new Kink("h1", 3, 5);
  private static final Verdict PASS =
      new Verdict.Pass(new Comparison(0, "W1[0, 0]", 1, 1.5, 1e-9, 1e-10));
  private static final Verdict ZERO =
      new Verdict.Vacuous(new Comparison(1, "W1[0, 1]", 0, 0, 0, 0));
  private static final Verdict AT_KINK =
      new Verdict.AtKink(new Comparison(2, "b1[0, 0]", 4, 2, 1e-8, 0), List.of(KINK), 1, 3);
  private static final Verdict FAIL = fail(3, "b1[0, 1]", 0.5, 1, 0.5);
  private static final Verdict WORSE = fail(4, "W2[1, 0]", -0.25, 0.125, 3);
  private static final Verdict NAN = fail(5, "W2[1, 1]", Double.NaN, 1, Double.NaN);
  private static final Verdict UNSURE =
      new Verdict.Unsure(new Comparison(6, "b2[0, 0]", 1, 1.1, 0.1, 0.2), List.of());

  private static Verdict.Fail fail(int i, String name, double a, double n, double error) {
    return new Verdict.Fail(new Comparison(i, name, a, n, error, 0));
  }

  @Test
  void sortsTheVerdictsByKind() {
    GradientReport report =
        new GradientReport(List.of(PASS, ZERO, AT_KINK, FAIL, WORSE, NAN, UNSURE), 1e-6);
    assertThat(report.passed()).isFalse();
    assertThat(report.passes()).extracting(Verdict.Pass::index).containsExactly(0);
    assertThat(report.vacuous()).extracting(Verdict.Vacuous::index).containsExactly(1);
    assertThat(report.unsure()).extracting(Verdict.Unsure::index).containsExactly(6);
    assertThat(report.tested()).isEqualTo(6);
    assertThat(report.atKinks()).extracting(Verdict.AtKink::index).containsExactly(2);
    assertThat(report.failures()).extracting(Verdict.Fail::index).containsExactly(5, 4, 3);
    assertThat(report.zeros()).isEqualTo(1);
    assertThat(report.greatestError()).isEqualTo(1e-9);
    assertThat(report.summary())
        .isEqualTo("7 parameters: 1 pass, 1 pass at a kink, 1 vacuous, 1 unsure, 3 fail");
  }

  @Test
  void quotientsStandAtTheirParametersAndOnesThatCannotBeTrustedAreNaN() {
    assertThat(new GradientReport(List.of(FAIL, UNSURE, AT_KINK), 1e-6).quotients(8))
        .containsExactly(
            Double.NaN, Double.NaN, 2, 1, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }

  @Test
  void greatestAbsoluteErrorCountsKinksToo() {
    assertThat(PASS.comparison().absoluteError()).isEqualTo(0.5);
    assertThat(new GradientReport(List.of(PASS, AT_KINK), 1e-6).greatestAbsoluteError())
        .isEqualTo(2);
    assertThat(new GradientReport(List.of(), 1e-6).greatestAbsoluteError()).isZero();
    assertThat(new GradientReport(List.of(), 1e-6).greatestError()).isZero();
  }

  @Test
  void requirePassReturnsTheReport() {
    GradientReport report = new GradientReport(List.of(PASS, AT_KINK), 1e-6);
    assertThat(report.requirePass()).isSameAs(report);
  }

  @Test
  void requirePassNamesTheWorstAndShowsBothValuesAndTheirRatio() {
    GradientReport report = new GradientReport(List.of(PASS, FAIL, WORSE), 1e-6);
    assertThatThrownBy(report::requirePass)
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """
            2 of 3 gradients are wrong (tolerance 1e-06); the worst:
              W2[1, 0]: analytic -0.2500000000, numeric 0.1250000000, relative error 3.00e+00, \
            ratio -2.00000
              b1[0, 1]: analytic 0.5000000000, numeric 1.000000000, relative error 5.00e-01, \
            ratio 0.500000
            wrong: 1 of 1 in b1, 1 of 1 in W2""");
  }

  @Test
  void requirePassShowsNoMoreThanFive() {
    List<Verdict> many = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      many.add(fail(i, "p" + i, 1, 2, i + 1));
    }
    assertThatThrownBy(() -> new GradientReport(many, 1e-6).requirePass())
        .hasMessageContaining("8 of 8")
        .hasMessageContaining("p7")
        .hasMessageContaining("p3:")
        .hasMessageNotContaining("p2:");
  }

  @Test
  void verdictsAreCopied() {
    List<Verdict> list = new ArrayList<>(List.of(PASS));
    GradientReport report = new GradientReport(list, 1e-6);
    list.clear();
    assertThat(report.verdicts()).containsExactly(PASS);
    List<Kink> kinks = new ArrayList<>(List.of(KINK));
    Verdict.AtKink verdict = new Verdict.AtKink(AT_KINK.comparison(), kinks, 0, 0);
    kinks.clear();
    assertThat(verdict.kinks()).containsExactly(KINK);
    assertThat(KINK).hasToString("h1[sample 3, unit 5]");
  }

  @Test
  void requirePassWantsThatSomethingWasJudged() {
    assertThatThrownBy(() -> new GradientReport(List.of(ZERO, UNSURE), 1e-6).requirePass())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("no gradient could be judged: 2 parameters")
        .hasMessageContaining("check at another point");
  }

  @Test
  void aFailureAtAKinkNamesIt() {
    Verdict fail = new Verdict.Fail(FAIL.comparison(), List.of(KINK));
    assertThatThrownBy(() -> new GradientReport(List.of(fail), 1e-6).requirePass())
        .hasMessageContaining("with h1[sample 3, unit 5] held on its piece");
  }

  @Test
  void theWorstComeFirstWhateverTheirVerdict() {
    GradientReport report = new GradientReport(List.of(PASS, AT_KINK, FAIL, WORSE), 1e-6);
    assertThat(report.worst(3)).containsExactly(WORSE, FAIL, AT_KINK);
  }

  @Test
  void anotherCheckCompletesWhatWasNotTested() {
    Verdict later = fail(1, "W1[0, 1]", 2, 1, 0.5);
    GradientReport first = new GradientReport(List.of(PASS, ZERO), 1e-6);
    assertThat(first.completedBy(new GradientReport(List.of(later), 1e-6)).verdicts())
        .containsExactly(PASS, later);
    assertThat(first.completedBy(new GradientReport(List.of(ZERO), 1e-6)).verdicts())
        .containsExactly(PASS, ZERO);
  }
}
