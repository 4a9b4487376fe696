package dev.gradus.tabular.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gradus.error.ConfigException;
import dev.gradus.error.DataException;
import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Table;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WeightColumnTest {
  private static final WeightColumn W = new WeightColumn(Optional.of("w"));
  private static final int[] ALL = {0, 1, 2};

  private static Table table(double... w) {
    return Table.of("d.csv", NumberColumn.of("y", 1, 2, 3), NumberColumn.of("w", w));
  }

  @Test
  void rowsOfWeightZeroAreLeftOut() {
    assertThat(W.counting(table(1, 0, 2), ALL)).containsExactly(0, 2);
    assertThat(W.of(table(1, 0, 2), new int[] {2, 0})).containsExactly(2, 1);
  }

  @Test
  void withoutAColumnAllCountTheSame() {
    WeightColumn none = WeightColumn.of(TrainingSettings.standard());
    assertThat(none.of(table(1, 0, 2), ALL)).containsExactly(1, 1, 1);
    assertThat(none.counting(table(1, 0, 2), ALL)).isSameAs(ALL);
    assertThat(W.in(Table.of("d.csv", NumberColumn.of("y", 1))).name()).isEmpty();
  }

  @Test
  void aRecordNamesIt() {
    assertThat(WeightColumn.of(Map.of("weight", "w"))).isEqualTo(W);
    assertThat(WeightColumn.of(Map.of("weight", 3.0)).name()).isEmpty();
  }

  @Test
  void whatIsNoWeightIsRefused() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> W.of(table(1, -1, 2), ALL))
        .withMessage("d.csv: line 3: weight -1; wants numbers of at least 0");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> W.of(table(1, 1, Double.NaN), ALL))
        .withMessage("d.csv: line 4, column 2 (w): the weight is missing");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> W.counting(table(0, 0, 0), ALL))
        .withMessage("d.csv: column w: all sample weights are 0");
    Table texts = Table.of("d.csv", CategoryColumn.of("w", "a", "b", "c"));
    assertThatExceptionOfType(ConfigException.class).isThrownBy(() -> W.of(texts, ALL));
  }
}
