package dev.gradus.tabular.model;

import dev.gradus.layer.Dense;
import dev.gradus.layer.Layer;
import dev.gradus.network.Network;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A network in a few words, for messages: {@code 4-16-3 relu}. */
public final class NetworkText {
  private NetworkText() {}

  /** Its widths, and the kinds of what is between the dense layers, each once. */
  public static String of(Network network) {
    String widths =
        network.inputs()
            + network.layers().stream()
                .flatMap(NetworkText::withInner)
                .filter(Dense.class::isInstance)
                .map(layer -> "-" + ((Dense) layer).outputs())
                .collect(Collectors.joining());
    String kinds =
        network.layers().stream()
            .flatMap(NetworkText::withInner)
            .filter(layer -> !(layer instanceof Dense))
            .map(layer -> " " + layer.kind())
            .distinct()
            .collect(Collectors.joining());
    return widths + kinds;
  }

  private static Stream<Layer> withInner(Layer layer) {
    return Stream.concat(Stream.of(layer), layer.inner().stream().flatMap(NetworkText::withInner));
  }
}
