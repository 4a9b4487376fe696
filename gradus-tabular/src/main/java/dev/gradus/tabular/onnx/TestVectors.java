package dev.gradus.tabular.onnx;

import dev.gradus.matrix.Precision;
import dev.gradus.tabular.file.Json;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.model.Predictions;
import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Table;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Rows for an exported graph with the answers that it is to give: inputs and outputs by their
 * names, column by column. A missing number stands as {@code "NaN"}, a missing text as {@code ""}.
 */
public final class TestVectors {
  private static final int ROWS = 10;

  private TestVectors() {}

  /**
   * As JSON.
   *
   * @param precision of the graph
   */
  public static byte[] of(Model model, Precision precision) {
    Table table = SampleTable.of(model, ROWS, 0);
    Map<String, Object> inputs = new LinkedHashMap<>();
    table.columns().forEach(column -> inputs.put(column.name(), cells(column)));
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("precision", precision.toString());
    all.put("relative_tolerance", precision == Precision.FLOAT32 ? 1e-5 : 1e-12);
    all.put("inputs", inputs);
    all.put("outputs", answers(model.in(precision).predict(table), model.features().names()));
    return Json.bytes(all);
  }

  private static List<Object> cells(dev.gradus.tabular.table.Column column) {
    return IntStream.range(0, ROWS)
        .<Object>mapToObj(
            row ->
                switch (column) {
                  case NumberColumn numbers -> numbers.isMissing(row) ? "NaN" : numbers.value(row);
                  case CategoryColumn texts ->
                      texts.isMissing(row) ? "" : texts.categories().get(texts.code(row));
                })
        .toList();
  }

  private static Map<String, Object> answers(Predictions predictions, List<String> columns) {
    String prediction = Outputs.name("prediction", columns);
    Map<String, Object> outputs = new LinkedHashMap<>();
    switch (predictions) {
      case Predictions.Values values ->
          outputs.put(prediction, Arrays.stream(values.values()).boxed().toList());
      case Predictions.Several several -> {
        int k = several.names().size();
        int first = several.names().getFirst().equals("prediction") ? 1 : 0; // of quantiles: levels
        outputs.put(
            prediction,
            IntStream.range(0, ROWS)
                .mapToObj(
                    row ->
                        Arrays.stream(several.values(), row * k + first, (row + 1) * k)
                            .boxed()
                            .toList())
                .toList());
      }
      case Predictions.Classes classes -> {
        int k = classes.classes().size();
        outputs.put(prediction, IntStream.range(0, ROWS).mapToObj(classes::text).toList());
        outputs.put(
            Outputs.name("probabilities", columns),
            IntStream.range(0, ROWS)
                .mapToObj(
                    row ->
                        Arrays.stream(classes.probabilities(), row * k, (row + 1) * k)
                            .boxed()
                            .toList())
                .toList());
      }
    }
    return outputs;
  }
}
