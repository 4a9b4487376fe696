package dev.gradus.tabular.model;

import dev.gradus.error.ModelFormatException;
import dev.gradus.layer.Activation;
import dev.gradus.layer.Dense;
import dev.gradus.layer.Layer;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.matrix.ShapeException;
import dev.gradus.network.Network;
import dev.gradus.tabular.file.JsonObject;
import dev.gradus.tabular.table.Quotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A network's layers in a file: data, never a class name. Only what stands in the tables of the
 * core can be written, and only that is read.
 */
final class Architecture {
  static final int MAX_LAYERS = 1024;

  /** So that four bytes for each and the header fit an array of bytes. */
  static final long MAX_PARAMETERS = (1L << 29) - (1 << 19);

  private static final int MAX_WIDTH = 1 << 24;

  private Architecture() {}

  /** The layers of a multilayer perceptron, the last without an activation. */
  static List<Layer> layers(int inputs, List<Integer> hidden, Activation activation, int outputs) {
    List<Layer> layers = new ArrayList<>();
    int width = inputs;
    for (int next : hidden) {
      layers.add(Dense.dense(width, next).withWeights(scaled(activation)));
      layers.add(activation);
      width = next;
    }
    layers.add(Dense.dense(width, outputs).withWeights(StandardInitializer.GLOROT_UNIFORM));
    return layers;
  }

  /**
   * He for the rectifiers and their smooth kin, which pass on half a signal; Glorot for the rest.
   */
  private static StandardInitializer scaled(Activation activation) {
    return switch (activation) {
      case RELU, LEAKY_RELU, ELU, GELU, SILU, MISH -> StandardInitializer.HE_NORMAL;
      default -> StandardInitializer.GLOROT_UNIFORM;
    };
  }

  /** How many parameters the dense layers have; no overflow up to 1,024 layers. */
  static long parameterCount(List<Layer> layers) {
    long count = 0;
    for (Layer layer : layers) {
      if (layer instanceof Dense dense) {
        count += (dense.inputs() + 1L) * dense.outputs();
      }
    }
    return count;
  }

  /** For the file. */
  static List<Object> write(Network network) {
    List<Object> layers = new ArrayList<>();
    for (Layer layer : network.layers()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("kind", layer.kind());
      switch (layer) {
        case Dense dense -> {
          entry.put("inputs", dense.inputs());
          entry.put("outputs", dense.outputs());
        }
        case Activation activation -> {}
        default ->
            throw new IllegalArgumentException(layer.kind() + ": this layer has no form in a file");
      }
      layers.add(entry);
    }
    return layers;
  }

  /**
   * From the file.
   *
   * @throws ModelFormatException if a layer is unknown, or the widths do not chain
   */
  static Network read(JsonObject header) {
    List<JsonObject> entries = header.objects("layers");
    if (entries.isEmpty() || entries.size() > MAX_LAYERS) {
      throw header.refuse(entries.size() + " layers; wants 1 to " + MAX_LAYERS);
    }
    List<Layer> layers = new ArrayList<>();
    int width = header.whole("inputs", 1, MAX_WIDTH);
    int inputs = width;
    for (JsonObject entry : entries) {
      Layer layer = layer(entry, layers.size() + 1);
      if (layer instanceof Dense dense && dense.inputs() != width) {
        throw entry.refuse(
            "layer %d: takes %d inputs, %s gives %d"
                .formatted(
                    layers.size() + 1,
                    dense.inputs(),
                    layers.isEmpty() ? "the preprocessing" : "layer " + layers.size(),
                    width));
      }
      width = layer.outputs(width);
      layers.add(layer);
    }
    if (parameterCount(layers) > MAX_PARAMETERS) {
      throw header.refuse(
          "layers: " + parameterCount(layers) + " parameters; at most " + MAX_PARAMETERS);
    }
    try {
      return Network.of(inputs, layers);
    } catch (ShapeException | ArithmeticException e) {
      throw header.refuse("layers: " + e.getMessage());
    }
  }

  private static Layer layer(JsonObject entry, int number) {
    String kind = entry.text("kind");
    if (kind.equals("dense")) {
      entry.only("kind", "inputs", "outputs");
      return Dense.dense(entry.whole("inputs", 1, MAX_WIDTH), entry.whole("outputs", 1, MAX_WIDTH));
    }
    entry.only("kind");
    return activation(kind)
        .orElseThrow(
            () ->
                entry.refuse(
                    "layer %d: \"%s\" is not a known activation; known: %s"
                        .formatted(number, Quotation.name(kind), known())));
  }

  private static Optional<Activation> activation(String name) {
    return Stream.of(Activation.values())
        .filter(activation -> activation.kind().equals(name))
        .findFirst();
  }

  private static String known() {
    return Stream.of(Activation.values()).map(Activation::kind).collect(Collectors.joining(", "));
  }
}
