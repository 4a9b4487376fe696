package dev.gradus.data;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The generator xoshiro256++: 256 bits of state that can be read and set, so that a resumed run
 * draws what an uninterrupted one would have drawn. The seed is spread over the state by
 * SplitMix64.
 *
 * <p>Blackman, Vigna (2021), Scrambled Linear Pseudorandom Number Generators; both algorithms are
 * in the public domain. Not for secrets.
 */
public final class Xoshiro256 implements RandomGenerator {
  private final long[] state;

  private Xoshiro256(long[] state) {
    this.state = state;
  }

  /** Any seed will do; equal seeds draw equal numbers. */
  public static Xoshiro256 seeded(long seed) {
    long[] state = new long[4];
    long z = seed;
    for (int i = 0; i < 4; i++) {
      z += 0x9e3779b97f4a7c15L;
      state[i] = splitMix(z);
    }
    return new Xoshiro256(state);
  }

  private static long splitMix(long counter) {
    long z = (counter ^ (counter >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /**
   * Continues where another one was.
   *
   * @param state four words, not all 0
   */
  public static Xoshiro256 restored(long[] state) {
    if (state.length != 4 || Arrays.stream(state).allMatch(word -> word == 0)) {
      throw new IllegalArgumentException("a state has four words, not all 0");
    }
    return new Xoshiro256(state.clone());
  }

  /**
   * Goes on where another one was.
   *
   * @param words four, not all 0
   */
  public void restore(long[] words) {
    System.arraycopy(restored(words).state, 0, state, 0, state.length);
  }

  /** The present state, four words: a copy. */
  public long[] state() {
    return state.clone();
  }

  @Override
  public long nextLong() {
    long result = Long.rotateLeft(state[0] + state[3], 23) + state[0];
    long t = state[1] << 17;
    state[2] ^= state[0];
    state[3] ^= state[1];
    state[1] ^= state[2];
    state[0] ^= state[3];
    state[2] ^= t;
    state[3] = Long.rotateLeft(state[3], 45);
    return result;
  }

  /** 53 bits in [0, 1): the same in every version of Java. */
  @Override
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /**
   * Uniform on [0, bound), by the high half of a 64-bit product, redrawing where that would be
   * uneven (Lemire, 2019, Fast Random Integer Generation in an Interval).
   */
  @Override
  public int nextInt(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound " + bound + ": wants 1 or more");
    }
    long threshold = (1L << 32) % bound;
    while (true) {
      long product = (nextLong() >>> 32) * bound;
      if ((product & 0xffffffffL) >= threshold) {
        return (int) (product >>> 32);
      }
    }
  }
}
