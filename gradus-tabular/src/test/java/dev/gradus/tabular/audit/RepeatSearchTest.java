package dev.gradus.tabular.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tabular.preprocess.Warning;
import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.Column;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Table;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepeatSearchTest {
  private static List<String> repeats(Column... columns) {
    Table table = Table.of("t.csv", columns);
    return RepeatSearch.of(table, table.names(), IntStream.range(0, table.rows()).toArray())
        .stream()
        .map(Warning::message)
        .toList();
  }

  private static Column numbers(String name, double... values) {
    return NumberColumn.of(name, values);
  }

  private static Column texts(String name, String values) {
    return CategoryColumn.of(
        name,
        values
            .chars()
            .mapToObj(c -> c == '?' ? null : Character.toString(c))
            .toArray(String[]::new));
  }

  @Test
  void otherNamesForTheSameValuesAreFound() {
    assertThat(
            repeats(
                numbers("pclass", 3, 1, 2, 3, 1, 3), // of 891 in truth
                texts("class", "cabcac"),
                texts("who", "aabbab")))
        .containsExactly(
            "column class repeats pclass: each of its 3 values goes with one of the other's in all"
                + " 6 rows; --ignore class leaves it out");
  }

  @Test
  void missingIsAValueLikeAnyOther() {
    assertThat(repeats(texts("a", "xx?yxy"), texts("b", "pp?qpq"))).hasSize(1);
    assertThat(repeats(texts("a", "xx?yxy"), texts("b", "pprqpq"))).hasSize(1);
    assertThat(repeats(texts("a", "xx?yxy"), texts("b", "pppqpq"))).isEmpty();
  }

  @Test
  void oneMoreGroupIsNoRepeat() {
    assertThat(repeats(texts("a", "xxyyxy"), texts("b", "ppqqpr"))).isEmpty();
    assertThat(repeats(texts("b", "ppqqpr"), texts("a", "xxyyxy"))).isEmpty();
  }

  @Test
  void manyNumbersRepeatEachOtherIfTheyRiseAndFallTogether() {
    Column celsius = numbers("c", 10, -5, 31, Double.NaN, 17, 22.5);
    assertThat(repeats(celsius, numbers("f", 50, 23, 87.8, Double.NaN, 62.6, 72.5))).hasSize(1);
    assertThat(repeats(celsius, numbers("cold", -10, 5, -31, Double.NaN, -17, -22.5))).hasSize(1);
    assertThat(repeats(celsius, numbers("other", 3, 1, 2, Double.NaN, 4, 5))).isEmpty();
  }

  @Test
  void constantColumnsAndKeysRepeatNothing() {
    assertThat(repeats(texts("a", "xxxx"), numbers("b", 1, 1, 1, 1))).isEmpty();
    assertThat(repeats(texts("name", "abcd"), texts("key", "pqrs"))).isEmpty();
  }
}
