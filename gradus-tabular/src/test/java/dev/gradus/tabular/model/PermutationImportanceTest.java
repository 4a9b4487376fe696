package dev.gradus.tabular.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tabular.table.Table;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PermutationImportanceTest {
  private static final Table LINEAR = Tables.linear(300);
  private static final int[] ROWS = IntStream.range(0, 300).toArray();
  private static final Model MODEL = Tables.trained(LINEAR, Tables.settings(40, 0, 1)).model();

  @Test
  void whatTheTargetIsMadeOfIsWhatTheModelReliesOn() {
    List<PermutationImportance> found = PermutationImportance.of(MODEL, LINEAR, ROWS, 1);
    // y = 3a − 2b + 1 with a from −2 to 2 and b from 0 to 10: variances 12 and 33
    assertThat(found).extracting(PermutationImportance::column).startsWith("b").hasSize(3);
    assertThat(found.get(0).mean()).isGreaterThan(1); // R² falls from 1 to about 1 − 2·33/45
    assertThat(found.get(1).column()).isEqualTo("a");
    assertThat(found.get(1).mean()).isBetween(0.2, 0.9);
    assertThat(found.get(2).mean()).isLessThan(found.get(1).mean());
    assertThat(found).allSatisfy(one -> assertThat(one.deviation()).isBetween(0.0, 0.2));
  }

  @Test
  void theSeedDecidesAndTheOtherColumnsDoNot() {
    assertThat(PermutationImportance.of(MODEL, LINEAR, ROWS, 1))
        .isEqualTo(PermutationImportance.of(MODEL, LINEAR, ROWS, 1))
        .isNotEqualTo(PermutationImportance.of(MODEL, LINEAR, ROWS, 2));
  }

  @Test
  void ofClassesItIsTheLogLossThatRises() {
    Table blobs = Tables.blobs(150);
    Model model = Tables.trained(blobs, Tables.settings(40, 0, 1)).model();
    int[] rows = IntStream.range(0, 150).toArray();
    List<PermutationImportance> found = PermutationImportance.of(model, blobs, rows, 0);
    assertThat(found.get(0).column()).isEqualTo("a"); // tells all three apart
    assertThat(found.get(0).mean()).isGreaterThan(0.5);
    assertThat(PermutationImportance.rowsUsed(model, 1_000_000)).isEqualTo(5000);
    assertThat(PermutationImportance.rowsUsed(model, 12)).isEqualTo(12);
  }
}
