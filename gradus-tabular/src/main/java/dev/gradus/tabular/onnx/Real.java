package dev.gradus.tabular.onnx;

import java.util.List;

/**
 * A tensor of numbers in a graph, for formulas that read as such: {@code x.times(2).plus(1)}. Each
 * operation is a node. All operators have float64 kernels in onnxruntime.
 */
record Real(OnnxGraph graph, String name, ElementType type) {

  /** A condition, element by element. */
  record Truth(OnnxGraph graph, String name) {
    /** yes where it holds, no elsewhere. */
    Real choose(Real yes, Real no) {
      return yes.of("Where", List.of(name, yes.name, no.name));
    }

    /** 1 where it holds, 0 elsewhere. */
    Real asNumber(ElementType type) {
      String cast = graph.node("Cast", List.of(name), Attribute.of("to", type.number()));
      return new Real(graph, cast, type);
    }
  }

  private Real of(String operator, List<String> inputs, Attribute... attributes) {
    return new Real(graph, graph.node(operator, inputs, attributes), type);
  }

  /** Any operator of one input. */
  Real apply(String operator, Attribute... attributes) {
    return of(operator, List.of(name), attributes);
  }

  /** Any operator of two inputs. */
  Real apply(String operator, Real other) {
    return of(operator, List.of(name, other.name));
  }

  /** The same number for every element. */
  Real constant(double value) {
    return new Real(graph, graph.constant(type, value), type);
  }

  /** A matrix of numbers in the file. */
  Real tensor(String wanted, double[] values, int... shape) {
    return new Real(graph, graph.tensor(wanted, type, values, shape), type);
  }

  /** In another type; float32 rounds. */
  Real in(ElementType other) {
    if (type == other) {
      return this;
    }
    String cast = graph.node("Cast", List.of(name), Attribute.of("to", other.number()));
    return new Real(graph, cast, other);
  }

  Real plus(Real other) {
    return apply("Add", other);
  }

  Real plus(double other) {
    return plus(constant(other));
  }

  Real minus(Real other) {
    return apply("Sub", other);
  }

  Real minus(double other) {
    return minus(constant(other));
  }

  Real times(Real other) {
    return apply("Mul", other);
  }

  Real times(double other) {
    return times(constant(other));
  }

  Real over(Real other) {
    return apply("Div", other);
  }

  Real over(double other) {
    return over(constant(other));
  }

  /** constant − this. */
  Real from(double constant) {
    return constant(constant).minus(this);
  }

  Real negated() {
    return apply("Neg");
  }

  Real abs() {
    return apply("Abs");
  }

  Real sqrt() {
    return apply("Sqrt");
  }

  Real exp() {
    return apply("Exp");
  }

  Real log() {
    return apply("Log");
  }

  Real max(Real other) {
    return apply("Max", other);
  }

  Real max(double other) {
    return max(constant(other));
  }

  Real min(double other) {
    return apply("Min", constant(other));
  }

  Real clip(double low, double high) {
    return of("Clip", List.of(name, constant(low).name, constant(high).name));
  }

  /**
   * The product of two matrices. Not {@code MatMul}: onnxruntime fuses that with a number before or
   * behind it, and rounds the number to float32 in float64 graphs too.
   */
  Real product(Real matrix) {
    return apply("Gemm", matrix);
  }

  /** this · matrix + row. */
  Real affine(Real matrix, Real row) {
    return of("Gemm", List.of(name, matrix.name, row.name));
  }

  Truth above(double bound) {
    return truth("Greater", constant(bound));
  }

  Truth equalTo(double value) {
    return truth("Equal", constant(value));
  }

  Truth isNan() {
    return new Truth(graph, graph.node("IsNaN", List.of(name)));
  }

  private Truth truth(String operator, Real other) {
    return new Truth(graph, graph.node(operator, List.of(name, other.name)));
  }

  /** Columns beside each other. */
  static Real beside(List<Real> columns) {
    if (columns.size() == 1) {
      return columns.getFirst();
    }
    return columns
        .getFirst()
        .of("Concat", columns.stream().map(Real::name).toList(), Attribute.of("axis", 1));
  }

  /** With a first column of ones. */
  Real afterOne() {
    return of("Pad", List.of(name, graph.places(0, 1, 0, 0), constant(1).name));
  }

  /** Columns {@code [from, to)}. */
  Real columns(int from, int to) {
    return of("Slice", List.of(name, graph.places(from), graph.places(to), graph.places(1)));
  }
}
