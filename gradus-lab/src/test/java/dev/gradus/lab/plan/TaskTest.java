package dev.gradus.lab.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.error.DataException;
import dev.gradus.lab.http.Refusal;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.optimize.StandardOptimizer;
import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TaskTest {
  private static final double[] X = IntStream.range(0, 50).asDoubleStream().toArray();
  private static final Table TABLE =
      Table.of(
          "t.csv",
          NumberColumn.of("x", X),
          CategoryColumn.of(
              "c", IntStream.range(0, 50).mapToObj(i -> "k" + i % 3).toArray(String[]::new)),
          NumberColumn.of("y", IntStream.range(0, 50).mapToDouble(i -> i * 1.5 + 0.25).toArray()));

  @Test
  void theDataSetsAreTheSameEachTimeAndStandForWhatTheySay() {
    for (PlayData data : PlayData.values()) {
      Task one = Task.of(data);
      Task two = Task.of(data);
      Compute compute = Compute.float64();
      Experiment first = Experiment.of(one, one.standard());
      Experiment second = Experiment.of(two, two.standard());
      assertThat(first.probe(compute).x().toArray()).isEqualTo(second.probe(compute).x().toArray());
      assertThat(one.training()).isEqualTo(two.training()).isNotEmpty();
      assertThat(one.endless()).isEqualTo(data == PlayData.SIN);
      assertThat(one.classes()).hasSize(data.compareTo(PlayData.MOONS) < 0 ? 0 : 2);
    }
  }

  @Test
  void aTableIsARegressionOrAClassificationByItsTarget() {
    Task values = Task.of(TABLE, "y", Optional.empty());
    assertThat(values.classes()).isEmpty();
    assertThat(values.features().names()).containsExactly("x", "c");
    assertThat(values.training().length + values.validation().length).isEqualTo(50);
    Task classes = Task.of(TABLE, "c", Optional.of(List.of("x")));
    assertThat(classes.classes()).containsExactly("k0", "k1", "k2");
    assertThat(classes.losses()).containsExactly(StandardLoss.SOFTMAX_CE);
    assertThat(classes.features().names()).containsExactly("x");
  }

  @Test
  void whatIsNotThereIsRefused() {
    assertThatThrownBy(() -> Task.of(TABLE, "z", Optional.empty()))
        .isInstanceOf(DataException.class);
    assertThatThrownBy(() -> Task.of(TABLE, "y", Optional.of(List.of("z"))))
        .isInstanceOf(DataException.class);
  }

  @Test
  void aLossThatDoesNotFitIsRefused() {
    Task moons = Task.of(PlayData.MOONS);
    Settings sin = Task.of(PlayData.SIN).standard();
    assertThatThrownBy(() -> Experiment.of(moons, sin))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("mae")
        .hasMessageContaining("softmax_ce");
  }

  @Test
  void lbfgsWantsRowsThatEnd() {
    Task sin = Task.of(PlayData.SIN);
    assertThatThrownBy(() -> Experiment.of(sin, lbfgs(sin.standard())))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("lbfgs: wants all rows at once, which sin has not");
    Task moons = Task.of(PlayData.MOONS);
    assertThat(Experiment.of(moons, lbfgs(moons.standard())).settings().isFullBatch()).isTrue();
  }

  private static Settings lbfgs(Settings s) {
    return new Settings(
        s.hidden(),
        s.initializer(),
        s.loss(),
        StandardOptimizer.LBFGS,
        1,
        s.schedule(),
        s.batchSize(),
        s.l2(),
        s.dropout(),
        s.steps(),
        s.seed());
  }

  @Test
  void theArticlesNetworkIsTheArticles() {
    Task sin = Task.of(PlayData.SIN);
    Experiment article = Experiment.of(sin, sin.standard());
    assertThat(article.network().parameterCount()).isEqualTo(609);
    double[] theta =
        article.network().initialize(Compute.float64(), article.random()).vector().toArray();
    double squares = 0;
    for (double value : theta) {
      squares += value * value;
    }
    assertThat(squares / theta.length).isBetween(0.8, 1.2); // all of them standard normal
  }
}
