package dev.gradus.clinic;

import dev.gradus.network.Network;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A mistake and where it was made.
 *
 * @param mistake what
 * @param layers indices of layers of the network, ascending; none for a mistake that is made in no
 *     layer
 * @param stepSize η of the update of {@link DenseMistake#WEIGHT_OF_ANOTHER_STEP}; no other mistake
 *     has one
 */
public record Planted(Mistake mistake, List<Integer> layers, double stepSize) {
  private static final double STEP_SIZE = 0.1;

  /** Copies the list. */
  public Planted {
    layers = List.copyOf(layers);
  }

  /** In all layers that fit at once, then in each of them alone. */
  static List<Planted> inLayers(Mistake mistake, Network network, IntPredicate fits) {
    List<Integer> layers =
        IntStream.range(0, network.layers().size()).filter(fits).boxed().toList();
    Stream<List<Integer>> together = layers.size() < 2 ? Stream.of() : Stream.of(layers);
    return Stream.concat(together, layers.stream().map(List::of))
        .map(where -> new Planted(mistake, where, STEP_SIZE))
        .toList();
  }

  /** In no layer: once, where it fits at all. */
  static List<Planted> once(Mistake mistake, boolean fits) {
    return fits ? List.of(new Planted(mistake, List.of(), STEP_SIZE)) : List.of();
  }

  /** The same with another η. */
  Planted withStepSize(double eta) {
    return new Planted(mistake, layers, eta);
  }

  /** {@code 1/batch is missing}, {@code tanh′ is taken for (1 − y)² at a1, a2}. */
  public String describe(Network network) {
    if (layers.isEmpty()) {
      return mistake.title();
    }
    return mistake.title()
        + " at "
        + layers.stream().map(network.outputNames()::get).collect(Collectors.joining(", "));
  }
}
