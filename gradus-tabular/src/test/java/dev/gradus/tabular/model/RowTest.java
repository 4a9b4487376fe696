package dev.gradus.tabular.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.matrix.Precision;
import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Table;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowTest {
  private static final Model VALUES =
      Tables.trained(Tables.linear(60), Tables.settings(1, 0, 1)).model();
  private static final Model CLASSES =
      Tables.trained(Tables.blobs(60), Tables.settings(1, 0, 1)).model();

  @Test
  void aRowHasTheBitsOfTheSameRowInATable() {
    double[] a = {0.5, Double.NaN, -1.75, 1e300};
    double[] b = {7, 3, Double.NaN, -2};
    String[] c = {"low", "high", null, "never seen"};
    Table table =
        Table.of("t", NumberColumn.of("a", a), NumberColumn.of("b", b), CategoryColumn.of("c", c));
    Predictions.Values all = (Predictions.Values) VALUES.predict(table);
    Row row = VALUES.row();
    for (int i = 0; i < a.length; i++) {
      row.clear().set("a", a[i]).set(1, b[i]).set("c", c[i] == null ? "" : c[i]);
      assertThat(VALUES.predict(row).value()).isEqualTo(all.values()[i]);
    }
  }

  @Test
  void classesHaveTheirProbabilities() {
    Table table = Table.of("t", NumberColumn.of("a", 4.25), NumberColumn.of("b", 5));
    Predictions.Classes all = (Predictions.Classes) CLASSES.predict(table);
    Answer answer = CLASSES.predict(Map.of("a", 4.25, "b", 5));
    assertThat(answer.label()).isEqualTo(all.text(0)).isEqualTo(answer.toString());
    for (int k = 0; k < 3; k++) {
      assertThat(answer.probability(k)).isEqualTo(all.probabilities()[k]);
    }
    assertThatIllegalStateException().isThrownBy(answer::value);
  }

  @Test
  void cellsThatAreNotSetAreMissing() {
    Row row = VALUES.row();
    row.set("a", 1).set("c", "low");
    double before = VALUES.predict(row).value();
    row.set("b", 5);
    double with = VALUES.predict(row).value();
    assertThat(with).isNotEqualTo(before);
    assertThat(VALUES.predict(row.set("b", Double.NaN)).value()).isEqualTo(before);
    assertThat(VALUES.predict(Map.of("a", 1, "c", "low")).value()).isEqualTo(before);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Row row = VALUES.row();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> row.set("z", 1))
        .withMessage("z: no such column; there are: a, b, c");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> row.set("c", 1))
        .withMessage("column c holds texts");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> row.set("a", Double.POSITIVE_INFINITY))
        .withMessage("column a: Infinity is not a finite number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CLASSES.predict(row))
        .withMessage("this row belongs to another model");
  }

  @Test
  void aWidenedModelComputesInFloat64() {
    double wide = VALUES.in(Precision.FLOAT64).predict(Map.of("a", 1, "b", 2)).value();
    double narrow = VALUES.predict(Map.of("a", 1, "b", 2)).value();
    assertThat(wide).isNotEqualTo(narrow).isCloseTo(narrow, within(1e-5));
  }
}
