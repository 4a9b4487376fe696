package dev.gradus.bench;

import dev.gradus.data.Xoshiro256;
import dev.gradus.tabular.onnx.Wire;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Writes an ONNX file of a multilayer perceptron with relu, float32, for onnxruntime to run: input
 * {@code x} [n × in], output {@code y} [n × out]. The numbers of the fields are those of
 * onnx.proto.
 */
final class OnnxModel {
  private static final int IR_VERSION = 8;
  private static final int OPSET = 13;
  private static final int FLOAT = 1;

  private OnnxModel() {}

  /** The bytes of the file; weights are drawn, as in the workload of ours. */
  static byte[] of(Shape shape) {
    Wire opset = new Wire().put(1, "").put(2, OPSET);
    return new Wire()
        .put(1, IR_VERSION)
        .put(2, "gradus-bench")
        .put(7, graph(shape))
        .put(8, opset)
        .bytes();
  }

  private static Wire graph(Shape shape) {
    Wire graph = new Wire();
    Xoshiro256 random = Xoshiro256.seeded(1);
    String from = "x";
    for (int i = 0; i < shape.depth(); i++) {
      boolean last = i == shape.depth() - 1;
      int in = shape.widths().get(i);
      int out = shape.widths().get(i + 1);
      String to = last ? "y" : "h" + i;
      graph.put(1, node("Gemm", to, from, "W" + i, "b" + i));
      graph.put(5, tensor("W" + i, uniform(in * out, Math.sqrt(6.0 / in), random), in, out));
      graph.put(5, tensor("b" + i, new float[out], out));
      from = last ? to : "a" + i;
      if (!last) {
        graph.put(1, node("Relu", from, to));
      }
    }
    return graph
        .put(2, "mlp")
        .put(11, value("x", shape.inputs()))
        .put(12, value("y", shape.outputs()));
  }

  private static Wire node(String operator, String output, String... inputs) {
    Wire node = new Wire();
    for (String input : inputs) {
      node.put(1, input);
    }
    return node.put(2, output).put(3, operator + "_" + output).put(4, operator);
  }

  private static Wire tensor(String name, float[] values, int... dimensions) {
    Wire tensor = new Wire();
    for (int dimension : dimensions) {
      tensor.put(1, dimension);
    }
    ByteBuffer raw = ByteBuffer.allocate(Float.BYTES * values.length);
    raw.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    return tensor.put(2, FLOAT).put(8, name).put(9, raw.array());
  }

  /** Any number of rows, called n. */
  private static Wire value(String name, int columns) {
    Wire rows = new Wire().put(2, "n");
    Wire shape = new Wire().put(1, rows).put(1, new Wire().put(1, columns));
    Wire type = new Wire().put(1, new Wire().put(1, FLOAT).put(2, shape));
    return new Wire().put(1, name).put(2, type);
  }

  private static float[] uniform(int n, double bound, Xoshiro256 random) {
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (float) (bound * (2 * random.nextDouble() - 1));
    }
    return values;
  }
}
