package dev.gradus.tabular.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gradus.error.ConfigException;
import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Table;
import dev.gradus.train.TrainingListener;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrossValidationTest {
  private static final int ROWS = 60;
  private static final double[] A = new SplittableRandom(4).doubles(ROWS).toArray();

  /** Two common classes; the third in the rows of one of six groups, or in one row alone. */
  private static Table rare(boolean single) {
    return Table.of(
        "rare.csv",
        NumberColumn.of("a", A),
        CategoryColumn.of(
            "g", IntStream.range(0, ROWS).mapToObj(i -> "g" + i / 10).toArray(String[]::new)),
        CategoryColumn.of(
            "y",
            IntStream.range(0, ROWS)
                .mapToObj(i -> (single ? i == 7 : i / 10 == 2) ? "rare" : i % 2 == 0 ? "in" : "out")
                .toArray(String[]::new)));
  }

  private static CrossValidation folds(Table table, TrainingSettings settings) {
    return CrossValidation.of(
        Tables.plan(table, settings.with(Hyperparameters.FOLDS, 3)), done -> {});
  }

  @Test
  void aClassOfOneRowIsKnownToAllParts() {
    CrossValidation result = folds(rare(true), Tables.settings(2, 1, 1));
    assertThat(result.parts()).hasSize(3);
    assertThat(result.summary()).containsKey("accuracy");
  }

  @Test
  void aClassOfOneGroupIsKnownToAllParts() {
    TrainingSettings settings = Tables.settings(2, 1, 1).with(Hyperparameters.GROUP, "g");
    CrossValidation result = folds(rare(false), settings);
    assertThat(result.parts()).hasSize(3);
    assertThat(result.summary()).containsKey("accuracy");
  }

  @Test
  void aModelThatMayKnowTheRowsIsNoBeginning() {
    Model model =
        Tables.plan(rare(true), Tables.settings(1, 1, 1)).train(TrainingListener.silent()).model();
    TrainingSettings settings =
        TrainingSettings.standard()
            .with(Hyperparameters.WARM_START, "m.gradus")
            .with(Hyperparameters.FOLDS, 3);
    TrainingData data =
        TrainingData.of(rare(true), "y")
            .withStart(Optional.of(model))
            .withColumns(Optional.of(List.of("a", "g")));
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> TrainingPlan.of(data, settings))
        .withMessageStartingWith("--folds 3: with --warm-start the model may have learned");
  }
}
