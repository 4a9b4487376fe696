package dev.gradus.tabular.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A graph that grows node by node, and then its file. All names are its own but those of inputs: a
 * value is called after its operator, and a name that is taken gets a stroke. The same calls give
 * the same bytes. The numbers of the fields are those of onnx.proto.
 */
final class OnnxGraph {
  /** Opset 20 came with this one: ONNX 1.15. */
  private static final int IR_VERSION = 9;

  private static final int OPSET = 20;

  private final List<Wire> nodes = new ArrayList<>();
  private final List<Wire> tensors = new ArrayList<>();
  private final List<Wire> inputs = new ArrayList<>();
  private final List<Wire> outputs = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, String> constants = new HashMap<>();

  /** A column of any number of rows, [n × 1]. The name is used as it is. */
  String input(String name, ElementType type) {
    if (!names.add(name)) {
      throw new IllegalStateException(name + ": this name is taken; inputs come first");
    }
    inputs.add(value(name, type, 1));
    return name;
  }

  /** Calls a value an output, [n × columns]; the name may have to get a stroke. */
  void output(String wanted, String value, ElementType type, int columns) {
    String name = free(wanted);
    nodes.add(message("Identity", name, List.of(value)));
    outputs.add(value(name, type, columns));
  }

  private static Wire value(String name, ElementType type, int columns) {
    Wire shape =
        new Wire().put(1, new Wire().put(2, "n")).put(1, new Wire().put(1, (long) columns));
    Wire tensor = new Wire().put(1, (long) type.number()).put(2, shape);
    return new Wire().put(1, name).put(2, new Wire().put(1, tensor));
  }

  /** A node with one output, whose name is returned. */
  String node(String operator, List<String> from, Attribute... attributes) {
    String name = numbered(operator);
    Wire node = message(operator, name, from);
    for (Attribute attribute : attributes) {
      node.put(5, attribute.message());
    }
    nodes.add(node);
    return name;
  }

  private static Wire message(String operator, String output, List<String> from) {
    Wire node = new Wire();
    from.forEach(input -> node.put(1, input));
    return node.put(2, output).put(3, output).put(4, operator);
  }

  private String numbered(String word) {
    return free(word + counts.merge(word, 1, Integer::sum));
  }

  private String free(String wanted) {
    String name = wanted;
    while (!names.add(name)) {
      name += "'";
    }
    return name;
  }

  /** A tensor of numbers in the file. */
  String tensor(String wanted, ElementType type, double[] values, int... shape) {
    return store(free(wanted), type, values, shape);
  }

  private String store(String name, ElementType type, double[] values, int... shape) {
    tensors.add(shape(type, shape).put(8, name).put(9, type.bytes(values)));
    return name;
  }

  /** A tensor of texts in the file. */
  String tensor(String wanted, List<String> texts, int... shape) {
    String name = free(wanted);
    Wire tensor = shape(ElementType.STRING, shape);
    texts.forEach(text -> tensor.put(6, text));
    tensors.add(tensor.put(8, name));
    return name;
  }

  private static Wire shape(ElementType type, int... shape) {
    Wire tensor = new Wire();
    for (int length : shape) {
      tensor.put(1, (long) length);
    }
    return tensor.put(2, (long) type.number());
  }

  /** A number without a shape, which meets every element; each is written once. */
  String constant(ElementType type, double value) {
    String key = type + " " + Double.doubleToRawLongBits(value);
    String name = constants.get(key);
    if (name == null) {
      name = store(numbered("constant"), type, new double[] {value});
      constants.put(key, name);
    }
    return name;
  }

  /** Whole numbers, for operators that take places in their input as a tensor. */
  String places(double... numbers) {
    String key = "places " + Arrays.toString(numbers);
    String name = constants.get(key);
    if (name == null) {
      name = store(numbered("places"), ElementType.INT64, numbers, numbers.length);
      constants.put(key, name);
    }
    return name;
  }

  /**
   * The file.
   *
   * @param description for people
   */
  byte[] bytes(String description) {
    Wire graph = new Wire();
    nodes.forEach(node -> graph.put(1, node));
    graph.put(2, "gradus");
    tensors.forEach(tensor -> graph.put(5, tensor));
    inputs.forEach(input -> graph.put(11, input));
    outputs.forEach(output -> graph.put(12, output));
    return new Wire()
        .put(1, (long) IR_VERSION)
        .put(2, "gradus")
        .put(6, description)
        .put(7, graph)
        .put(8, new Wire().put(1, "").put(2, (long) OPSET))
        .bytes();
  }
}
