package dev.gradus.tabular.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.tabular.file.TensorFile;
import dev.gradus.tabular.table.Column;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Table;
import dev.gradus.train.TrainingListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TestVectorsTest {

  @Test
  void tenRowsAreInTheFileAndGiveTheSameBitsWhenItIsLoaded() {
    Model model = Tables.trained(Tables.linear(50), Tables.settings(2, 1, 1)).model();
    Model again = Model.read("m", model.bytes());
    assertThat(again.vectors()).isEqualTo(model.vectors());
    assertThat(again.vectors().rows()).hasSize(10);
    assertThat(again.vectors().rows().getFirst()).hasSize(3);
    assertThat(again.bytes()).isEqualTo(model.bytes());
  }

  private static Table wide(int columns) {
    Column[] all = new Column[columns + 1];
    SplittableRandom random = new SplittableRandom(2);
    for (int j = 0; j < columns; j++) {
      all[j] = NumberColumn.of("c" + j, random.doubles(20).toArray());
    }
    all[columns] = NumberColumn.of("y", random.doubles(20).toArray());
    return Table.of("wide.csv", all);
  }

  private static final TrainingSettings SHORT =
      Tables.settings(1, 1, 1).with(Hyperparameters.HIDDEN, List.of(1));

  /** 3,500 columns take some 700 kB of the header, and ten rows of them as much again. */
  @Test
  void ofVeryManyColumnsThereAreAsManyVectorsAsFit() {
    Model model =
        Tables.plan(wide(3500), SHORT)
            .train(TrainingListener.silent(), epoch -> {}, TrainingContext.standard().unchecked())
            .orElseThrow()
            .model();
    assertThat(model.vectors().rows()).hasSizeBetween(1, 9);
    assertThat(Model.read("m", model.bytes()).vectors()).isEqualTo(model.vectors());
  }

  @Test
  void argumentsThatDoNotFitIntoTheHeaderAreRefusedBeforeTheTraining() {
    TrainingContext context =
        TrainingContext.standard()
            .of(
                new DataFingerprint("0".repeat(64), 20, 3),
                List.of("--ignore", "x".repeat(1 << 20)));
    AtomicInteger events = new AtomicInteger();
    assertThatThrownBy(
            () ->
                Tables.plan(wide(3), SHORT)
                    .train(event -> events.incrementAndGet(), epoch -> {}, context))
        .hasMessageContaining("want a model header of ");
    assertThat(events).hasValue(0);
  }

  @Test
  void anAnswerThatIsNotTheModelsIsRefused() {
    Model model = Tables.trained(Tables.linear(50), Tables.settings(2, 1, 1)).model();
    TensorFile file = Tables.file(model);
    Map<String, Object> content = new LinkedHashMap<>(file.gradus());
    List<List<Double>> answers = new ArrayList<>(model.vectors().answers());
    answers.set(2, List.of(Math.nextUp(answers.get(2).getFirst())));
    content.put("vectors", new TestVectors(model.vectors().rows(), answers).write());
    byte[] bytes = new TensorFile(content, file.tensors()).bytes();
    assertThatThrownBy(() -> Model.read("m", bytes))
        .hasMessageStartingWith("m: test vector 3: gives ");
  }
}
