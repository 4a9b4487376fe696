package dev.gradus.lab.room;

import dev.gradus.lab.http.Fields;
import dev.gradus.layer.Dense;
import dev.gradus.layer.Frame;
import dev.gradus.layer.Layer;
import dev.gradus.matrix.Matrix;
import dev.gradus.network.Network;
import dev.gradus.network.ParameterBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A frozen minibatch as JSON: all matrices by their names, and the steps that made them. */
final class PassForm {
  private final Frozen frozen;
  private final Network network;
  private final List<Object> matrices = new ArrayList<>();
  private final List<Object> forward = new ArrayList<>();
  private final List<Object> backward = new ArrayList<>();

  private PassForm(Frozen frozen) {
    this.frozen = frozen;
    this.network = frozen.network();
  }

  static Map<String, Object> write(Frozen frozen) {
    return new PassForm(frozen).write();
  }

  private Map<String, Object> write() {
    matrix("x", "input", frozen.workspace().x());
    for (int i = 0; i < network.layers().size(); i++) {
      forward(i);
    }
    matrix("y", "target", frozen.workspace().target());
    String prediction = output(network.layers().size() - 1);
    String loss = Formulas.loss(frozen.loss(), prediction);
    matrix("d" + prediction, "gradient", frozen.workspace().dPrediction());
    backward.add(
        step(
            prediction,
            "loss",
            Formulas.lossGradient(frozen.loss(), prediction),
            shape(frozen.workspace().dPrediction()),
            List.of(prediction, "y"),
            List.of("d" + prediction)));
    for (int i = network.layers().size() - 1; i >= 0; i--) {
      backward(i);
    }
    return new Fields()
        .put("rows", frozen.workspace().x().rows())
        .put("step", frozen.step())
        .number("loss", frozen.value())
        .put("lossName", frozen.loss().toString())
        .number("penalty", frozen.penalty().value(frozen.workspace().parameters()))
        .put("matrices", matrices)
        .put("forward", forward)
        .put(
            "lossStep",
            new Fields().put("formula", loss).put("reads", List.of(prediction, "y")).map())
        .put("backward", backward)
        .map();
  }

  private String output(int layer) {
    return network.outputNames().get(layer);
  }

  private String input(int layer) {
    return layer == 0 ? "x" : output(layer - 1);
  }

  private List<ParameterBlock> blocks(int layer) {
    return network.layout().stream().filter(block -> block.layer() == layer).toList();
  }

  private List<String> symbols(int layer) {
    return blocks(layer).stream().map(Frozen::symbol).toList();
  }

  private void forward(int i) {
    Layer layer = network.layers().get(i);
    Frame frame = frozen.frames().get(i);
    for (ParameterBlock block : blocks(i)) {
      matrix(Frozen.symbol(block), "parameter", frozen.workspace().parameters().get(block.name()));
    }
    matrix(output(i), "output", frame.y());
    List<String> reads = new ArrayList<>(List.of(input(i)));
    reads.addAll(symbols(i));
    String shapes = shape(frame.y()) + " = " + shape(frame.x());
    if (layer instanceof Dense) {
      shapes += shape(frame.theta(0)) + (blocks(i).size() > 1 ? " + " + shape(frame.theta(1)) : "");
    }
    forward.add(
        step(
            output(i),
            layer.kind(),
            Formulas.forward(layer, output(i), input(i), symbols(i)),
            shapes,
            reads,
            List.of(output(i))));
  }

  private void backward(int i) {
    Layer layer = network.layers().get(i);
    Frame frame = frozen.frames().get(i);
    for (ParameterBlock block : blocks(i)) {
      matrix(
          "d" + Frozen.symbol(block), "gradient", frozen.workspace().gradient().get(block.name()));
    }
    if (i > 0) {
      matrix("d" + input(i), "gradient", frame.dx());
    }
    if (layer instanceof Dense) {
      dense(i, frame);
    } else {
      String dx = i > 0 ? "d" + input(i) : "dx";
      List<String> writes = new ArrayList<>(i > 0 ? List.of(dx) : List.of());
      symbols(i).forEach(symbol -> writes.add("d" + symbol));
      backward.add(
          step(
              output(i),
              layer.kind(),
              Formulas.backward(layer, output(i), input(i)),
              shape(frame.dy()) + " ⊙ " + shape(frame.x()),
              List.of("d" + output(i), input(i), output(i)),
              writes));
    }
  }

  /** dW = xᵀ dy [in × n][n × out], db = Σ dy [1 × out], dx = dy Wᵀ [n × out][out × in]. */
  private void dense(int i, Frame frame) {
    String dy = "d" + output(i);
    String x = input(i);
    String w = symbols(i).getFirst();
    boolean penalized = frozen.penalty().l2() > 0;
    backward.add(
        step(
            output(i),
            "dense",
            "d" + w + " = " + x + "ᵀ " + dy + (penalized ? " + l2 " + w : ""),
            shape(frame.theta(0)) + " = " + transposed(frame.x()) + shape(frame.dy()),
            List.of(x, dy),
            List.of("d" + w)));
    if (symbols(i).size() > 1) {
      String b = symbols(i).get(1);
      backward.add(
          step(
              output(i),
              "dense",
              "d" + b + " = Σₙ " + dy,
              shape(frame.theta(1)) + " = Σ " + shape(frame.dy()),
              List.of(dy),
              List.of("d" + b)));
    }
    if (i > 0) {
      backward.add(
          step(
              output(i),
              "dense",
              "d" + x + " = " + dy + " " + w + "ᵀ",
              shape(frame.x()) + " = " + shape(frame.dy()) + transposed(frame.theta(0)),
              List.of(dy, w),
              List.of("d" + x)));
    }
  }

  private static Map<String, Object> step(
      String name,
      String kind,
      String formula,
      String shapes,
      List<String> reads,
      List<String> writes) {
    return new Fields()
        .put("name", name)
        .put("kind", kind)
        .put("formula", formula)
        .put("shapes", shapes)
        .put("reads", reads)
        .put("writes", writes)
        .map();
  }

  private void matrix(String name, String kind, Matrix matrix) {
    boolean editable = kind.equals("input") || kind.equals("parameter") || kind.equals("target");
    matrices.add(
        new Fields()
            .put("name", name)
            .put("kind", kind)
            .put("rows", matrix.rows())
            .put("columns", matrix.columns())
            .put("values", Fields.rows(matrix))
            .put("editable", editable)
            .map());
  }

  private static String shape(Matrix matrix) {
    return "[" + matrix.rows() + " × " + matrix.columns() + "]";
  }

  private static String transposed(Matrix matrix) {
    return "[" + matrix.columns() + " × " + matrix.rows() + "]";
  }
}
