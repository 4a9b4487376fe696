package dev.gradus.tabular.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.tabular.file.TensorFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
