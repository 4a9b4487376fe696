package dev.gradus.clinic;

import dev.gradus.network.Network;
import java.util.List;

/**
 * What the clinic makes of a wrong gradient.
 *
 * @param network whose gradient it is
 * @param causes mistakes, each of which gives just these numbers; empty where none is known
 * @param seen what is seen of the ratios, one clause
 */
public record Diagnosis(Network network, List<Planted> causes, String seen) {

  /** Copies the list. */
  public Diagnosis {
    causes = List.copyOf(causes);
  }

  /** Whether a cause is known. */
  public boolean isKnown() {
    return !causes.isEmpty();
  }

  /** {@code every ratio is 16, the batch: 1/batch is missing}, or that no pattern is known. */
  public String sentence() {
    if (seen.startsWith(Ratios.NONE)) {
      return seen + ": nothing to explain";
    }
    if (causes.isEmpty()) {
      return seen + ": no pattern known";
    }
    List<String> named = causes.stream().map(cause -> cause.describe(network)).toList();
    return seen + ": " + String.join(", or ", named);
  }
}
