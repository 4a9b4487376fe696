package dev.gradus.tabular.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.matrix.Precision;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.model.RandomModel;
import dev.gradus.tabular.preprocess.CategoryFeature;
import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.Column;
import dev.gradus.tabular.table.Table;
import org.junit.jupiter.api.Test;

class SampleTableTest {
  @Test
  void theSecondRowIsMissingAndUnseenTextsComeUp() {
    boolean unseen = false;
    for (int i = 0; i < 12; i++) {
      Model model = RandomModel.of(i, Precision.FLOAT64);
      Table table = SampleTable.of(model, 30, i);
      assertThat(table.names()).isEqualTo(model.features().names());
      for (int j = 0; j < table.columns().size(); j++) {
        Column column = table.columns().get(j);
        assertThat(column.isMissing(1)).isTrue();
        unseen |=
            model.features().list().get(j) instanceof CategoryFeature feature
                && column instanceof CategoryColumn texts
                && !feature.categories().containsAll(texts.categories());
      }
    }
    assertThat(unseen).isTrue();
  }
}
