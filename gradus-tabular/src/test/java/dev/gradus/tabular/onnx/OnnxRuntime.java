package dev.gradus.tabular.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.Column;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Table;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** onnxruntime: what it makes of a table with an exported graph. */
final class OnnxRuntime implements AutoCloseable {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  OnnxRuntime(byte[] model) throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    session = environment.createSession(model, options);
  }

  /**
   * What came out.
   *
   * @param prediction numbers, widened; empty if they are texts
   * @param labels texts; empty if they are numbers
   * @param probabilities row by row, widened; empty for values
   */
  record Answers(List<Double> prediction, List<String> labels, List<Double> probabilities) {}

  Answers run(Table table) throws OrtException {
    Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
    for (Column column : table.columns()) {
      inputs.put(column.name(), tensor(column, table.rows()));
    }
    try (OrtSession.Result result = session.run(inputs)) {
      List<Object> outputs =
          IntStream.range(0, result.size()).mapToObj(i -> (Object) result.get(i)).toList();
      OnnxTensor first = (OnnxTensor) outputs.getFirst();
      boolean texts = first.getInfo().type == OnnxJavaType.STRING;
      return new Answers(
          texts ? List.of() : numbers(first),
          texts ? texts(first) : List.of(),
          outputs.size() == 1 ? List.of() : numbers((OnnxTensor) outputs.get(1)));
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private OnnxTensor tensor(Column column, int n) throws OrtException {
    long[] shape = {n, 1};
    return switch (column) {
      case NumberColumn numbers -> {
        double[] values =
            IntStream.range(0, n)
                .mapToDouble(i -> numbers.isMissing(i) ? Double.NaN : numbers.value(i))
                .toArray();
        yield OnnxTensor.createTensor(environment, DoubleBuffer.wrap(values), shape);
      }
      case CategoryColumn texts -> {
        String[] values =
            IntStream.range(0, n)
                .mapToObj(i -> texts.isMissing(i) ? "" : texts.categories().get(texts.code(i)))
                .toArray(String[]::new);
        yield OnnxTensor.createTensor(environment, values, shape);
      }
    };
  }

  private static List<Double> numbers(OnnxTensor tensor) {
    if (tensor.getInfo().type == OnnxJavaType.DOUBLE) {
      DoubleBuffer values = tensor.getDoubleBuffer();
      return IntStream.range(0, values.capacity()).mapToObj(values::get).toList();
    }
    FloatBuffer values = tensor.getFloatBuffer();
    return IntStream.range(0, values.capacity()).mapToObj(i -> (double) values.get(i)).toList();
  }

  private static List<String> texts(OnnxTensor tensor) throws OrtException {
    String[][] rows = (String[][]) tensor.getValue();
    return Arrays.stream(rows).map(row -> row[0]).toList();
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
