package dev.gradus.tabular.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl;
import dev.gradus.matrix.Precision;
import dev.gradus.tabular.file.Json;
import dev.gradus.tabular.model.MlpClassifier;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.Column;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // what is not in the vectors fails the test
class OutputsTest {
  private static Model model(String... features) {
    List<Column> columns = new ArrayList<>();
    for (String name : features) {
      columns.add(NumberColumn.of(name, IntStream.range(0, 20).mapToDouble(i -> i).toArray()));
    }
    columns.add(
        CategoryColumn.of(
            "y",
            IntStream.range(0, 20).mapToObj(i -> i % 2 == 0 ? "a" : "b").toArray(String[]::new)));
    Table table = Table.of("t.csv", columns.toArray(Column[]::new));
    return MlpClassifier.builder().maxIter(1).build().fit(table, "y");
  }

  /** A column may be called as an output is. */
  @Test
  void theVectorsCallTheOutputsAsTheGraphDoes() throws Exception {
    for (String[] features :
        new String[][] {{"x"}, {"prediction", "probabilities"}, {"prediction", "prediction'"}}) {
      Model model = model(features);
      OnnxMl.GraphProto graph =
          OnnxMl.ModelProto.parseFrom(OnnxFile.of(model, Precision.FLOAT32)).getGraph();
      List<String> names =
          graph.getOutputList().stream().map(OnnxMl.ValueInfoProto::getName).toList();
      Map<?, ?> vectors = (Map<?, ?>) Json.read(TestVectors.of(model, Precision.FLOAT32));
      assertThat(((Map<?, ?>) vectors.get("outputs")).keySet().stream().map(String::valueOf))
          .containsExactlyElementsOf(names);
    }
  }
}
