package dev.gradus.tabular.onnx;

import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.preprocess.QuantileTarget;
import dev.gradus.tabular.preprocess.RegressionTarget;
import dev.gradus.tabular.preprocess.SeveralTargets;
import dev.gradus.tabular.preprocess.Target;
import dev.gradus.tabular.preprocess.TargetScale;
import dev.gradus.tabular.preprocess.TargetTransform;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the network gives as answers: {@code prediction} [n × 1], a number in the user's units or
 * the name of a class ([n × k] of several targets or levels), and {@code probabilities} [n ×
 * classes]. They are computed in float64.
 */
final class Outputs {
  private final OnnxGraph graph;
  private final ElementType type;
  private final List<String> inputs;

  /**
   * Shares its arguments.
   *
   * @param inputs names of the graph's inputs
   */
  Outputs(OnnxGraph graph, ElementType type, List<String> inputs) {
    this.graph = graph;
    this.type = type;
    this.inputs = inputs;
  }

  /** The name of an output: as wanted, with a stroke for each time that an input has it. */
  static String name(String wanted, List<String> inputs) {
    String name = wanted;
    while (inputs.contains(name)) {
      name += "'";
    }
    return name;
  }

  /**
   * Adds the outputs.
   *
   * @param y of the network, [n × out]
   */
  void add(Target target, Real y, int width) {
    Real wide = y.in(ElementType.DOUBLE);
    switch (target) {
      case RegressionTarget values -> values(List.of(values), wide);
      case SeveralTargets several -> values(several.list(), wide);
      case QuantileTarget quantiles -> values(Collections.nCopies(width, quantiles.values()), wide);
      case ClassTarget classes ->
          classes(classes, width == 1 ? binary(wide) : Layers.softmax(wide));
    }
  }

  private void values(List<RegressionTarget> targets, Real t) {
    List<Real> columns = new ArrayList<>();
    for (int j = 0; j < targets.size(); j++) {
      Real one = targets.size() == 1 ? t : t.columns(j, j + 1);
      columns.add(decoded(targets.get(j).scale(), one));
    }
    graph.output(
        name("prediction", inputs), Real.beside(columns).in(type).name(), type, targets.size());
  }

  private static Real decoded(TargetScale scale, Real t) {
    Real mapped = t.times(scale.deviation()).plus(scale.center());
    Real y = scale.transform() == TargetTransform.LOG ? mapped.exp() : mapped;
    return y.clip(-Double.MAX_VALUE, Double.MAX_VALUE);
  }

  /** One logit z, of the second class: σ(−z), σ(z). */
  private static Real binary(Real z) {
    return Real.beside(List.of(Functions.sigmoid(z.negated()), Functions.sigmoid(z)));
  }

  /** Of equally probable classes the first is the label. */
  private void classes(ClassTarget target, Real probabilities) {
    int k = target.classes().size();
    String best =
        graph.node(
            "ArgMax",
            List.of(probabilities.name()),
            Attribute.of("axis", 1),
            Attribute.of("keepdims", 1));
    String names = graph.tensor("classes", target.classes(), k);
    String label = graph.node("Gather", List.of(names, best));
    graph.output(name("prediction", inputs), label, ElementType.STRING, 1);
    graph.output(name("probabilities", inputs), probabilities.in(type).name(), type, k);
  }
}
