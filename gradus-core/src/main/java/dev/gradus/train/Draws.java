package dev.gradus.train;

import dev.gradus.data.BatchSource;
import dev.gradus.data.Xoshiro256;
import java.util.random.RandomGenerator;

/**
 * What the next rows and masks follow from.
 *
 * @param random words of the generator
 * @param position of the source
 */
@SuppressWarnings("ArrayRecordComponent") // made for one reader; equality is not used
record Draws(long[] random, int[] position) {

  /** As they are now. */
  static Draws of(RandomGenerator random, BatchSource source) {
    return new Draws(keepable(random).state(), source.position());
  }

  /** As they were in a run that was kept. */
  static Draws of(TrainingState state) {
    return new Draws(state.random(), state.position());
  }

  /** Makes them so again. */
  void restore(RandomGenerator generator, BatchSource source) {
    keepable(generator).restore(random);
    source.restore(position);
  }

  private static Xoshiro256 keepable(RandomGenerator random) {
    if (random instanceof Xoshiro256 generator) {
      return generator;
    }
    throw new IllegalArgumentException(
        "a run that is kept draws from a Xoshiro256, whose state can be read and set");
  }
}
