package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.calculus.Comparison;
import dev.gradus.calculus.Kink;
import dev.gradus.calculus.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckPageTest {
  private static final Comparison IT = new Comparison(0, "W1[0, 0]", 1, 2, 0.5, 0);
  private static final Kink KINK = new Kink("h1", 3, 5);

  @Test
  void eachVerdictHasItsWordAndNamesItsKinks() {
    assertThat(CheckPage.word(new Verdict.Pass(IT))).isEqualTo("pass");
    assertThat(CheckPage.word(new Verdict.Vacuous(IT))).isEqualTo("vacuous");
    assertThat(CheckPage.word(new Verdict.Fail(IT))).isEqualTo("fail");
    assertThat(CheckPage.word(new Verdict.Fail(IT, List.of(KINK))))
        .isEqualTo("fail at h1[sample 3, unit 5]");
    assertThat(CheckPage.word(new Verdict.Unsure(IT, List.of(KINK, KINK))))
        .isEqualTo("unsure at h1[sample 3, unit 5] and 1 more");
    assertThat(CheckPage.word(new Verdict.AtKink(IT, List.of(KINK), 0, 1)))
        .isEqualTo("kink at h1[sample 3, unit 5]");
  }
}
