package dev.gradus.clinic;

import java.util.List;
import java.util.stream.Stream;

/**
 * A classic mistake in the gradient of a network: the forward pass and the loss are right, one
 * thing in the backward pass is not. Each stands in a table, by the stage in which it is made.
 */
public sealed interface Mistake
    permits LossMistake, DenseMistake, ActivationMistake, PenaltyMistake {

  /** All of them: those at the loss first, then along the backward pass. */
  static List<Mistake> all() {
    return Stream.<Mistake[]>of(
            LossMistake.values(),
            DenseMistake.values(),
            ActivationMistake.values(),
            PenaltyMistake.values())
        .flatMap(Stream::of)
        .toList();
  }

  /** Its name in the table: {@code BIAS_AVERAGED}. */
  String name();

  /** A few words: {@code 1/batch is missing}. */
  String title();

  /** What was computed, and what should have been. */
  String sentence();

  /** What a network must have for this to be a mistake in it: {@code a tanh layer}. */
  String wants();

  /**
   * The ways to make it in a network: in all layers at once where it can be made, then in each of
   * them alone.
   *
   * @return empty where it cannot be made, or would be none
   */
  List<Planted> plantings(Specimen specimen);
}
