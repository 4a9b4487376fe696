package dev.gradus.tabular.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.preprocess.RegressionTarget;
import dev.gradus.tabular.preprocess.Target;
import dev.gradus.tabular.preprocess.Warning;
import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.Column;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Table;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableAuditTest {
  private static final int ROWS = 200;
  private static final int[] HELD = IntStream.range(0, 40).toArray();
  private static final int[] TRAINING = IntStream.range(40, ROWS).toArray();
  private static final double[] NOISE = new SplittableRandom(3).doubles(ROWS, -1, 1).toArray();

  private static Column numbers(String name, IntToDoubleFunction value) {
    return NumberColumn.of(name, IntStream.range(0, ROWS).mapToDouble(value).toArray());
  }

  private static Column texts(String name, IntFunction<String> value) {
    return CategoryColumn.of(name, IntStream.range(0, ROWS).mapToObj(value).toArray(String[]::new));
  }

  private static List<String> audit(Target target, Column... columns) {
    Table table = Table.of("t.csv", columns);
    List<String> names = table.names().stream().filter(name -> !name.equals("y")).toList();
    return TableAudit.of(table, target, names, TRAINING, HELD).stream()
        .map(Warning::message)
        .toList();
  }

  private static ClassTarget classes(String... classes) {
    return new ClassTarget("y", List.of(classes), false);
  }

  @Test
  void aColumnThatSaysTheClassInOtherWordsLeaks() {
    assertThat(
            audit(
                classes("0", "1"),
                texts("y", i -> NOISE[i] > 0 ? "1" : "0"),
                texts("alive", i -> NOISE[i] > 0 ? "yes" : "no"),
                numbers("age", i -> i % 17)))
        .containsExactly(
            "column alive alone predicts y: balanced accuracy 1.0000 on 40 held-out rows; if it is"
                + " known only after the target, --ignore alive");
  }

  @Test
  void aNumberFromWhichTheTargetWasMadeLeaks() {
    RegressionTarget target = new RegressionTarget("y", 0, 1);
    Column y = numbers("y", i -> 3 * NOISE[i] * NOISE[i]);
    assertThat(audit(target, y, numbers("made", i -> NOISE[i]), numbers("b", i -> i % 5)))
        .singleElement()
        .asString()
        .startsWith("column made alone predicts y: R² 1.0000 on 40 held-out rows");
    assertThat(
            audit(
                target,
                y,
                numbers("a", i -> NOISE[i] + NOISE[ROWS - 1 - i]),
                numbers("b", i -> i % 5)))
        .isEmpty();
  }

  @Test
  void ofASingleColumnAndOnFewRowsNothingIsSaid() {
    RegressionTarget target = new RegressionTarget("y", 0, 1);
    Table table =
        Table.of(
            "t.csv",
            numbers("y", i -> NOISE[i]),
            numbers("x", i -> NOISE[i]),
            numbers("b", i -> i % 5));
    assertThat(LeakSearch.of(table, target, List.of("x", "b"), TRAINING, HELD)).hasSize(1);
    assertThat(LeakSearch.of(table, target, List.of("x"), TRAINING, HELD)).isEmpty();
    int[] few = IntStream.range(0, LeakSearch.LEAST_ROWS - 1).toArray();
    assertThat(LeakSearch.of(table, target, List.of("x", "b"), TRAINING, few)).isEmpty();
  }

  @Test
  void withoutRowsHeldOutNoColumnIsSaidToLeak() {
    RegressionTarget target = new RegressionTarget("y", 0, 1);
    Table table =
        Table.of("t.csv", numbers("y", i -> NOISE[i]), numbers("x", i -> i), numbers("b", i -> 1));
    assertThat(TableAudit.of(table, target, List.of("x", "b"), TRAINING, new int[0])).isEmpty();
  }

  @Test
  void aScoreThatIsNoNumberIsNoEvidence() {
    RegressionTarget target = new RegressionTarget("y", 0, 1);
    assertThat(
            audit(
                target,
                numbers("y", i -> i % 2 == 0 ? 1.7e308 : -1.7e308),
                numbers("x", i -> i < HELD.length ? 0.5 : i % 2), // between +∞ and −∞
                numbers("b", i -> i % 5)))
        .isEmpty();
  }

  @Test
  void sayingTheCommonClassIsNoFeat() {
    List<String> warnings =
        audit(
            classes("no", "yes"),
            texts("y", i -> i % 50 == 7 ? "yes" : "no"),
            numbers("a", i -> NOISE[i]),
            numbers("b", i -> i % 5));
    assertThat(warnings)
        .containsExactly(
            "the classes of column y are out of balance: \"yes\" has 4 of 200 rows (2.0 %), \"no\""
                + " has 196 of 200 rows (98.0 %); look at the balanced accuracy, and see"
                + " --class-weight balanced");
  }

  @Test
  void tenTimesAsManyRowsAreOutOfBalance() {
    int[] codes = new int[110];
    for (int i = 0; i < 10; i++) {
      codes[i] = 1;
    }
    assertThat(ClassBalance.of(classes("a", "b"), codes)).hasSize(1);
    codes[10] = 1;
    assertThat(ClassBalance.of(classes("a", "b"), codes)).isEmpty();
  }
}
