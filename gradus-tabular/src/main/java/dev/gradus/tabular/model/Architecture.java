package dev.gradus.tabular.model;

import dev.gradus.error.ModelFormatException;
import dev.gradus.layer.Activation;
import dev.gradus.layer.Block;
import dev.gradus.layer.Dense;
import dev.gradus.layer.Layer;
import dev.gradus.layer.Residual;
import dev.gradus.layer.StandardLayer;
import dev.gradus.matrix.ShapeException;
import dev.gradus.network.Network;
import dev.gradus.tabular.file.JsonObject;
import dev.gradus.tabular.table.Quotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A network's layers in a file: data, never a class name. Only what stands in the tables of the
 * core can be written, and only that is read.
 *
 * <p>A layer is its kind and its settings: {@code {"kind":"dense","inputs":4,"outputs":16}}, with
 * {@code "bias":false} where there is none; {@code {"kind":"dropout","rate":0.2}} and its like of
 * {@link StandardLayer}; {@code {"kind":"residual","layers":[…]}}; {@code {"kind":"relu"}}.
 */
final class Architecture {
  static final int MAX_LAYERS = 1024;

  /** So that four bytes for each and the header fit an array of bytes. */
  static final long MAX_PARAMETERS = (1L << 29) - (1 << 19);

  private static final int MAX_WIDTH = 1 << 24;

  private int count; // of the layers read, those inside of others too

  private Architecture() {}

  /** How many parameters the layers have, and those inside them; no overflow up to 1,024 layers. */
  static long parameterCount(List<Layer> layers, int inputs) {
    long count = 0;
    int width = inputs;
    for (Layer layer : layers) {
      for (Block block : layer.parameters(width)) {
        count += (long) block.rows() * block.columns();
      }
      count += parameterCount(layer.inner(), width);
      width = layer.outputs(width);
    }
    return count;
  }

  /** For the file. */
  static List<Object> write(Network network) {
    return write(network.layers());
  }

  private static List<Object> write(List<Layer> layers) {
    return layers.stream().<Object>map(Architecture::write).toList();
  }

  private static Map<String, Object> write(Layer layer) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("kind", layer.kind());
    switch (layer) {
      case Dense dense -> {
        entry.put("inputs", dense.inputs());
        entry.put("outputs", dense.outputs());
        if (dense.biases().isEmpty()) {
          entry.put("bias", false);
        }
      }
      case Residual residual -> entry.put("layers", write(residual.inner()));
      case Activation activation -> {}
      default -> {
        if (standard(layer.kind()).isEmpty()) {
          throw new IllegalArgumentException(layer.kind() + ": this layer has no form in a file");
        }
        entry.putAll(layer.settings());
      }
    }
    return entry;
  }

  /**
   * From the file.
   *
   * @throws ModelFormatException if a layer is unknown, or the widths do not chain
   */
  static Network read(JsonObject header) {
    int inputs = header.whole("inputs", 1, MAX_WIDTH);
    List<Layer> layers = new Architecture().layers(header, inputs, "");
    long parameters = parameterCount(layers, inputs);
    if (parameters > MAX_PARAMETERS) {
      throw header.refuse("layers: " + parameters + " parameters; at most " + MAX_PARAMETERS);
    }
    try {
      return Network.of(inputs, layers);
    } catch (ShapeException | ArithmeticException e) {
      throw header.refuse("layers: " + e.getMessage());
    }
  }

  /**
   * The layers of a network, or those inside a layer.
   *
   * @param within the number of the layer that they are inside of, with a dot, or nothing
   */
  private List<Layer> layers(JsonObject holder, int inputs, String within) {
    List<JsonObject> entries = holder.objects("layers");
    count += entries.size();
    if (entries.isEmpty() || count > MAX_LAYERS) {
      throw holder.refuse(entries.size() + " layers; wants 1 to " + MAX_LAYERS);
    }
    List<Layer> layers = new ArrayList<>();
    int width = inputs;
    for (JsonObject entry : entries) {
      String number = within + (layers.size() + 1);
      Layer layer = layer(entry, width, number);
      if (layer instanceof Dense dense && dense.inputs() != width) {
        String before =
            layers.isEmpty() && within.isEmpty() ? "the preprocessing" : "what is before it";
        throw entry.refuse(
            String.format(
                Locale.ROOT,
                "layer %s: takes %d inputs, %s gives %d",
                number,
                dense.inputs(),
                layers.isEmpty() ? before : "layer " + within + layers.size(),
                width));
      }
      width = outputs(layer, width, entry, number);
      layers.add(layer);
    }
    return layers;
  }

  private static int outputs(Layer layer, int width, JsonObject entry, String number) {
    try {
      return layer.outputs(width);
    } catch (ShapeException e) {
      throw entry.refuse("layer " + number + ": " + e.getMessage());
    }
  }

  private Layer layer(JsonObject entry, int width, String number) {
    String kind = entry.text("kind");
    return switch (kind) {
      case "dense" -> dense(entry);
      case "residual" -> {
        entry.only("kind", "layers");
        yield new Residual(layers(entry, width, number + "."));
      }
      default ->
          standard(kind)
              .map(standard -> withSettings(standard, entry, number))
              .orElseGet(() -> activation(entry, kind, number));
    };
  }

  private static Dense dense(JsonObject entry) {
    entry.only("kind", "inputs", "outputs", "bias");
    Dense dense =
        Dense.dense(entry.whole("inputs", 1, MAX_WIDTH), entry.whole("outputs", 1, MAX_WIDTH));
    return entry.has("bias") && !entry.truth("bias") ? dense.withoutBias() : dense;
  }

  private static Optional<StandardLayer> standard(String kind) {
    return Stream.of(StandardLayer.values())
        .filter(layer -> layer.toString().equals(kind))
        .findFirst();
  }

  private static Layer withSettings(StandardLayer layer, JsonObject entry, String number) {
    List<String> names = List.copyOf(layer.standard().settings().keySet());
    entry.only(Stream.concat(Stream.of("kind"), names.stream()).toArray(String[]::new));
    Map<String, Double> settings = new LinkedHashMap<>();
    for (String name : names) {
      settings.put(name, entry.number(name));
    }
    try {
      return layer.with(settings);
    } catch (IllegalArgumentException e) {
      throw entry.refuse("layer " + number + ": " + layer + ": " + e.getMessage());
    }
  }

  private static Layer activation(JsonObject entry, String kind, String number) {
    entry.only("kind");
    return Stream.of(Activation.values())
        .filter(activation -> activation.kind().equals(kind))
        .findFirst()
        .orElseThrow(
            () ->
                entry.refuse(
                    String.format(
                        Locale.ROOT,
                        "layer %s: \"%s\" is not a known activation; known: %s",
                        number,
                        Quotation.name(kind),
                        known())));
  }

  private static String known() {
    return Stream.of(Activation.values()).map(Activation::kind).collect(Collectors.joining(", "));
  }
}
