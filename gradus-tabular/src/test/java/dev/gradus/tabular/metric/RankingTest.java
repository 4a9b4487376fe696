package dev.gradus.tabular.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankingTest {
  private static Ranking of(double[] scores, boolean... positive) {
    return Ranking.of(
        new Ranking.Rows() {
          @Override
          public double score(int row) {
            return scores[row];
          }

          @Override
          public boolean isPositive(int row) {
            return positive[row];
          }
        },
        RowWeighting.ones(scores.length));
  }

  @Test
  void fourRowsWorkedByHandAreRanked() {
    // pairs of one of the class and one other: 0.8 > 0.4, 0.8 > 0.1, 0.35 < 0.4, 0.35 > 0.1
    Ranking ranking = of(new double[] {0.1, 0.4, 0.35, 0.8}, false, false, true, true);
    assertThat(ranking.rocAuc()).isEqualTo(0.75);
    // recall ½ with precision 1, then recall 1 with precision 2/3
    assertThat(ranking.averagePrecision()).isCloseTo(0.5 + 0.5 * 2 / 3, within(1e-15));
  }

  @Test
  void tiesCountHalfAndZeroHasNoSign() {
    assertThat(of(new double[] {0.0, -0.0}, true, false).rocAuc()).isEqualTo(0.5);
    Ranking same = of(new double[] {0.5, 0.5, 0.5, 0.5}, true, false, false, false);
    assertThat(same).isEqualTo(new Ranking(0.5, 0.25));
  }

  @Test
  void rowsOfOneKindAloneHaveNoRanking() {
    assertThat(of(new double[] {0.1, 0.9}, true, true).rocAuc()).isNaN();
    assertThat(of(new double[] {0.1, 0.9}, false, false).averagePrecision()).isNaN();
  }
}
