package dev.gradus.network;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * What layers draw in the training pass that is checked: the same for each pass that looks at it.
 */
@FunctionalInterface
public interface Masks {
  /** For networks that draw nothing. */
  Masks NONE =
      () ->
          () -> {
            throw new IllegalStateException("a layer draws: the objective wants a generator");
          };

  /** A generator that gives the same numbers each time. */
  RandomGenerator generator();

  /** Masks that follow from one number of a generator. */
  static Masks drawn(RandomGenerator random) {
    long seed = random.nextLong();
    return () -> new SplittableRandom(seed);
  }
}
