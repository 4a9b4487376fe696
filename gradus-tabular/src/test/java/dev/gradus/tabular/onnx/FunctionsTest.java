package dev.gradus.tabular.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import dev.gradus.matrix.Elementary;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Table;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Formulas in float64 graphs, run by onnxruntime, beside Gradus's own functions. */
class FunctionsTest {
  /** Near 0 and far out on both sides. */
  private static final double[] POINTS =
      DoubleStream.concat(
              DoubleStream.iterate(1e-300, x -> x < 37, x -> x * 7)
                  .flatMap(x -> DoubleStream.of(x, -x)),
              DoubleStream.iterate(-36.7, x -> x < 37, x -> x + 0.31))
          .toArray();

  private static void near(
      UnaryOperator<Real> formula, DoubleUnaryOperator wanted, double from, double most)
      throws OrtException {
    OnnxGraph graph = new OnnxGraph();
    Real x = new Real(graph, graph.input("x", ElementType.DOUBLE), ElementType.DOUBLE);
    graph.output("prediction", formula.apply(x).name(), ElementType.DOUBLE, 1);
    double[] points = DoubleStream.of(POINTS).filter(p -> p >= from).toArray();
    List<Double> got;
    try (OnnxRuntime runtime = new OnnxRuntime(graph.bytes("a formula"))) {
      got = runtime.run(Table.of("t", NumberColumn.of("x", points))).prediction();
    }
    double worst = 0;
    for (int i = 0; i < points.length; i++) {
      double right = wanted.applyAsDouble(points[i]);
      worst = Math.max(worst, Math.abs(got.get(i) - right) / Math.abs(right));
    }
    assertThat(worst).isLessThan(most);
  }

  @Test
  void formulasKeepTheirDigitsEverywhere() throws OrtException {
    double always = Double.NEGATIVE_INFINITY;
    near(Functions::expm1, Elementary::expm1, always, 2e-15);
    near(Functions::log1p, Elementary::log1p, 0, 2e-15);
    near(Functions::sigmoid, Elementary::sigmoid, always, 2e-15);
    near(Functions::softplus, Elementary::softplus, always, 2e-15);
    near(Functions::silu, Elementary::silu, always, 2e-15);
    near(Functions::mish, Elementary::mish, always, 2e-15);
  }

  @Test
  void theTailOfGeluIsRightToItsStatedBound() throws OrtException {
    near(Functions::gelu, Elementary::gelu, Double.NEGATIVE_INFINITY, 1.5e-13);
  }
}
