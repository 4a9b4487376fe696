package dev.gradus.tabular.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tabular.table.Table;
import dev.gradus.train.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EpochMetricTest {
  private static double last(Table table, List<Double> metrics) {
    TrainingPlan plan = Tables.plan(table, Tables.settings(4, 0, 1));
    Trained trained =
        plan.train(TrainingListener.silent(), epoch -> metrics.add(epoch.metric().getAsDouble()));
    return switch (trained.validation()) {
      case Evaluation.Regression values -> values.metrics().r2();
      case Evaluation.Quantiles values -> values.metrics().r2();
      case Evaluation.Several several -> throw new AssertionError(several.targets());
      case Evaluation.Classification classes -> classes.metrics().accuracy();
    };
  }

  @Test
  void afterTheLastEpochItIsTheModels() {
    List<Double> values = new ArrayList<>();
    double r2 = last(Tables.linear(200), values);
    assertThat(values).hasSize(4).last().isEqualTo(r2);
    List<Double> classes = new ArrayList<>();
    double accuracy = last(Tables.blobs(90), classes);
    assertThat(classes).hasSize(4).last().isEqualTo(accuracy);
  }

  @Test
  void askingForItChangesNothingOfTheTraining() {
    Table table = Tables.linear(60);
    List<Double> metrics = new ArrayList<>();
    byte[] asked =
        Tables.file(
                Tables.plan(table, Tables.settings(3, 0, 1))
                    .train(
                        TrainingListener.silent(),
                        epoch -> metrics.add(epoch.metric().getAsDouble()))
                    .model())
            .bytes();
    assertThat(asked)
        .isEqualTo(Tables.file(Tables.trained(table, Tables.settings(3, 0, 1)).model()).bytes());
  }
}
