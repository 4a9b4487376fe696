package dev.gradus.tabular.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.NumberColumn;
import org.junit.jupiter.api.Test;

class OneColumnRuleTest {
  private static final double[][] TARGET = {{1}, {3}, {10}, {20}};
  private static final int[] TRAINING = {0, 1, 2, 3};

  @Test
  void numbersAreJoinedByStraightLines() {
    NumberColumn x = NumberColumn.of("x", 0, 0, 4, Double.NaN, 2, -9, 9, 4);
    OneColumnRule rule = new OneColumnRule(x, TRAINING, TARGET);
    assertThat(rule.predict(4)).containsExactly(6); // between 2, the mean at 0, and 10 at 4
    assertThat(rule.predict(5)).containsExactly(2);
    assertThat(rule.predict(6)).containsExactly(10);
    assertThat(rule.predict(7)).containsExactly(10);
    assertThat(rule.predict(3)).containsExactly(20); // the missing one
  }

  @Test
  void textsHaveTheMeanOfTheirRowsAndUnseenOnesThatOfAll() {
    CategoryColumn x = CategoryColumn.of("x", "a", "a", "b", "c", "b", "d", null);
    OneColumnRule rule = new OneColumnRule(x, TRAINING, TARGET);
    assertThat(rule.predict(0)).containsExactly(2);
    assertThat(rule.predict(4)).containsExactly(10);
    assertThat(rule.predict(5)).containsExactly(8.5);
    assertThat(rule.predict(6)).containsExactly(8.5);
  }
}
