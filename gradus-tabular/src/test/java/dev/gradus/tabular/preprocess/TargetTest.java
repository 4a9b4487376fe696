package dev.gradus.tabular.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.error.DataException;
import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.Column;
import dev.gradus.tabular.table.ColumnKind;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Table;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TargetTest {
  static Stream<Arguments> choices() {
    return Stream.of(
        Arguments.of(
            NumberColumn.of("y", 0, 1, 1),
            "classification",
            "column y holds 2 different whole numbers"),
        Arguments.of(
            NumberColumn.of("y", 0, 1),
            "classification",
            "column y holds 2 different whole numbers"),
        Arguments.of(
            NumberColumn.of("y", 1, 2, 3),
            "regression",
            "column y holds 3 different whole numbers"),
        Arguments.of(
            NumberColumn.of("y", 1, 2, 3, 1, 2, 3),
            "classification",
            "column y holds 3 different whole numbers"),
        Arguments.of(
            NumberColumn.of("y", IntStream.range(0, 99).mapToDouble(i -> i % 11).toArray()),
            "regression",
            "column y holds 11 different whole numbers"),
        Arguments.of(
            NumberColumn.of("y", 0, 1, 1.5),
            "regression",
            "column y holds 3 different values, 1.5 is not whole"),
        Arguments.of(
            CategoryColumn.of("y", "b", "a", "b"),
            "classification",
            "column y holds 2 different texts"));
  }

  @ParameterizedTest
  @MethodSource("choices")
  void theTaskFollowsFromTheTarget(Column column, String task, String reason) {
    Table table = Table.of("d.csv", column);
    TaskChoice choice = TaskChoice.of(table, "y", Target.rows(table, "y"), Optional.empty());
    assertThat(choice.task().label()).isEqualTo(task);
    assertThat(choice.reason()).isEqualTo(reason);
  }

  @Test
  void theUsersChoiceGoesFirstWhereItCan() {
    Table numbers = Table.of("d.csv", NumberColumn.of("y", 0, 1, 1));
    assertThat(choice(numbers, Task.REGRESSION)).isEqualTo(Task.REGRESSION);
    double[] real = IntStream.range(0, 150).mapToDouble(i -> 1.37 + i).toArray();
    Table reals = Table.of("d.csv", NumberColumn.of("y", real));
    assertThatThrownBy(() -> choice(reals, Task.CLASSIFICATION))
        .hasMessage(
            "column y: 150 different values, 1.37 is not whole; for regression use --task"
                + " regression");
    Table texts = Table.of("d.csv", CategoryColumn.of("y", "a", "b"));
    assertThatThrownBy(() -> choice(texts, Task.REGRESSION))
        .hasMessage(
            "d.csv: line 2, column 1 (y): \"a\" is not a number; for classes use --task"
                + " classification");
  }

  private static Task choice(Table table, Task task) {
    return TaskChoice.of(table, "y", Target.rows(table, "y"), Optional.of(task)).task();
  }

  @Test
  void aMissingTargetIsRefusedOrLeftOut() {
    Table table =
        Table.of(
            "d.csv",
            NumberColumn.of("a", 1, 2, 3),
            NumberColumn.of("b", 1, 2, 3),
            NumberColumn.of("y", 1, Double.NaN, Double.NaN));
    DataException e = catchThrowableOfType(DataException.class, () -> Target.rows(table, "y"));
    assertThat(e).hasMessage("d.csv: line 3, column 3 (y): the target is missing in 2 rows");
    assertThat(e.hint()).contains("--missing-target drop");
    assertThat(Target.presentRows(table, "y")).containsExactly(0);
  }

  @Test
  void classesOfNumbersAreInTheOrderOfTheirValues() {
    Table table = Table.of("d.csv", NumberColumn.of("y", 10, -2, 9, -0.0, 0));
    ClassTarget target = ClassTarget.fit(table, "y", new int[] {0, 1, 2, 3, 4});
    assertThat(target.classes()).containsExactly("-2", "0", "9", "10");
    assertThat(target.codes(table, new int[] {0, 1, 2, 3, 4})).containsExactly(3, 0, 2, 1, 1);
    assertThat(target.kind()).isEqualTo(ColumnKind.NUMBER);
  }

  @Test
  void classesOfTextsAreInTheOrderOfTheirCodePoints() {
    // U+1F600 comes after U+FF21 by code point, before it by UTF-16 unit
    Table table = Table.of("d.csv", CategoryColumn.of("y", "\ud83d\ude00", "\uff21", "b", "Z"));
    ClassTarget target = ClassTarget.fit(table, "y", new int[] {0, 1, 2, 3});
    assertThat(target.classes()).containsExactly("Z", "b", "\uff21", "\ud83d\ude00");
  }

  @Test
  void aSingleClassIsRefused() {
    Table table = Table.of("d.csv", NumberColumn.of("y", 0, 0));
    assertThatThrownBy(() -> ClassTarget.fit(table, "y", new int[] {0, 1}))
        .hasMessage("d.csv: column y holds the single class \"0\"; at least 2 are needed");
  }

  @Test
  void aClassThatWasNotSeenIsRefused() {
    Table training = Table.of("d.csv", CategoryColumn.of("y", "b", "a"));
    ClassTarget target = ClassTarget.fit(training, "y", new int[] {0, 1});
    Table other = Table.of("e.csv", CategoryColumn.of("y", "a", "b", "a", "a", "b", "x"));
    assertThatThrownBy(() -> target.codes(other, new int[] {0, 1, 2, 3, 4, 5}))
        .hasMessage("e.csv: line 7: class \"x\" was not seen in training; known: a, b");
  }

  @Test
  void numbersAreStandardizedAndBack() {
    Table table = Table.of("d.csv", NumberColumn.of("y", 1, 3, 500));
    RegressionTarget target = RegressionTarget.fit(table, "y", new int[] {0, 1});
    assertThat(target).isEqualTo(new RegressionTarget("y", 2, 1));
    assertThat(target.encode(500)).isEqualTo(498);
    assertThat(target.decode(target.encode(0.7))).isCloseTo(0.7, within(1e-15));
    assertThat(target.values(table, new int[] {2, 0})).containsExactly(500, 1);
    assertThat(RegressionTarget.fit(table, "y", new int[] {2}).decode(0)).isEqualTo(500);
  }
}
