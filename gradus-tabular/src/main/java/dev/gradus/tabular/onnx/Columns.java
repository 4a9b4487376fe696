package dev.gradus.tabular.onnx;

import dev.gradus.tabular.preprocess.CategoryFeature;
import dev.gradus.tabular.preprocess.Feature;
import dev.gradus.tabular.preprocess.Features;
import dev.gradus.tabular.preprocess.NumberFeature;
import dev.gradus.tabular.table.ColumnKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The preprocessing as nodes: an input for each raw column, [n × 1], and the network's x [n × in].
 *
 * <p>Numbers are float64 in every graph, NaN where missing: a float32 model too takes the user's
 * numbers as they are, and rounds only what it made of them. In float32 a date would lose minutes,
 * and a longitude enough to be seen in the answer. Truth values are 1 and 0, dates the days since
 * 1970-01-01T00:00Z, times of day the fraction of the day. Texts are strings, empty where missing.
 *
 * <p>The preprocessing runs in float64; x is of the graph's type.
 */
final class Columns {
  private static final double FAR = 0x1p30; // from here on the clip is its limit

  private final OnnxGraph graph;
  private final List<Real> inputs = new ArrayList<>();

  private Columns(OnnxGraph graph) {
    this.graph = graph;
  }

  /**
   * All columns; the inputs of a graph come first.
   *
   * @param type of x
   */
  static Real of(OnnxGraph graph, ElementType type, Features features) {
    Columns columns = new Columns(graph);
    List<String> names =
        features.list().stream().map(f -> graph.input(f.name(), typeOf(f.kind()))).toList();
    for (int i = 0; i < names.size(); i++) {
      columns.add(features.list().get(i), names.get(i));
    }
    return Real.beside(columns.inputs).in(type);
  }

  private static ElementType typeOf(ColumnKind kind) {
    return switch (kind) {
      case NUMBER, BOOLEAN, DATE, TIME -> ElementType.DOUBLE;
      case CATEGORY -> ElementType.STRING;
    };
  }

  private void add(Feature feature, String input) {
    switch (feature) {
      case NumberFeature number -> number(number, input);
      case CategoryFeature category -> category(category, input);
    }
  }

  private void number(NumberFeature feature, String input) {
    Real x = new Real(graph, input, ElementType.DOUBLE);
    Real.Truth missing = x.isNan();
    Real known = missing.choose(x.constant(feature.median()), x); // finite
    inputs.add(feature.isConstant() ? known.minus(known) : standardized(feature, known));
    if (feature.indicator()) {
      inputs.add(missing.asNumber(ElementType.DOUBLE));
    }
  }

  /** The operations of {@link NumberFeature#encode(double)}, one by one. */
  private static Real standardized(NumberFeature feature, Real x) {
    Real z = x.times(0.5).minus(0.5 * feature.mean()).over(0.5 * feature.deviation());
    double limit = feature.limit();
    if (limit == 0) {
      return z;
    }
    Real ratio = z.over(limit);
    Real clipped = z.over(ratio.times(ratio).plus(1).sqrt());
    return ratio.abs().above(FAR).choose(z.apply("Sign").times(limit), clipped);
  }

  private void category(CategoryFeature feature, String input) {
    Real.Truth missing = equal(input, graph.tensor("missing", List.of("")));
    String filled =
        graph.node(
            "Where",
            List.of(
                missing.name(), graph.tensor("commonest", List.of(feature.commonest())), input));
    if (feature.isConstant()) {
      Real zero = new Real(graph, graph.constant(ElementType.DOUBLE, 0), ElementType.DOUBLE);
      inputs.add(missing.choose(zero, zero));
    } else {
      oneHot(feature, filled);
    }
    if (feature.indicator()) {
      inputs.add(missing.asNumber(ElementType.DOUBLE));
    }
  }

  /** [n × 1] = [1 × k] gives [n × k]; what is none of them is the rest, if there is one. */
  private void oneHot(CategoryFeature feature, String filled) {
    int k = feature.categories().size();
    String known = graph.tensor("categories", feature.categories(), 1, k);
    Real places = equal(filled, known).asNumber(ElementType.DOUBLE);
    inputs.add(places);
    if (feature.other()) {
      double[] ones = new double[k];
      Arrays.fill(ones, 1);
      inputs.add(places.product(places.tensor("all", ones, k, 1)).from(1));
    }
  }

  private Real.Truth equal(String a, String b) {
    return new Real.Truth(graph, graph.node("Equal", List.of(a, b)));
  }
}
