package dev.gradus.tabular.onnx;

import dev.gradus.matrix.Precision;
import dev.gradus.tabular.model.Model;

/** A model as the bytes of an ONNX file: one graph from raw columns to the final answer. */
public final class OnnxFile {
  private OnnxFile() {}

  /**
   * The file. The same model gives the same bytes.
   *
   * @param precision of the network and of the outputs; numbers come in in float64
   * @throws dev.gradus.error.ModelFormatException if a layer has no ONNX form
   */
  public static byte[] of(Model model, Precision precision) {
    OnnxGraph graph = new OnnxGraph();
    ElementType type = ElementType.of(precision);
    Real x = Columns.of(graph, type, model.features());
    Real y =
        new Layers(model.parameters())
            .stack(model.network().layers(), x, model.network().inputs(), "");
    new Outputs(graph, type).add(model.target(), y, model.network().outputs());
    return graph.bytes("predicts " + model.target().name());
  }
}
