package dev.gradus.tabular.onnx;

import dev.gradus.error.Location;
import dev.gradus.error.ModelFormatException;
import dev.gradus.matrix.Precision;
import dev.gradus.tabular.model.Model;

/** A model as the bytes of an ONNX file: one graph from raw columns to the final answer. */
public final class OnnxFile {
  /** 2 GB, less room for all that is not a parameter. */
  private static final long MOST_BYTES = Integer.MAX_VALUE - (1L << 24);

  private OnnxFile() {}

  /**
   * The file. The same model gives the same bytes.
   *
   * @param precision of the network and of the outputs; numbers come in in float64
   * @throws ModelFormatException if a layer has no ONNX form, or there are more parameters than a
   *     file of 2 GB holds, which is the most that the wire format can say
   */
  public static byte[] of(Model model, Precision precision) {
    requireRoom(model, precision);
    OnnxGraph graph = new OnnxGraph();
    ElementType type = ElementType.of(precision);
    Real x = Columns.of(graph, type, model.features());
    Real y =
        new Layers(model.parameters())
            .stack(model.network().layers(), x, model.network().inputs(), "");
    new Outputs(graph, type, model.features().names())
        .add(model.target(), y, model.network().outputs());
    return graph.bytes("predicts " + model.target().name());
  }

  private static void requireRoom(Model model, Precision precision) {
    int size = precision == Precision.FLOAT32 ? Float.BYTES : Double.BYTES;
    long bytes = (long) model.network().parameterCount() * size;
    if (bytes > MOST_BYTES) {
      throw new ModelFormatException(
          "onnx.too_large",
          Location.of(""),
          "the parameters take " + bytes + " bytes; an ONNX file takes at most " + MOST_BYTES);
    }
  }
}
