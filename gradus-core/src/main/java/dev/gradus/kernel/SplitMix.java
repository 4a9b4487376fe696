package dev.gradus.kernel;

/**
 * SplitMix64 by index: any number of a seed's sequence at once, so that threads can share a
 * sequence out. Steele, Lea, Flood (2014), Fast Splittable Pseudorandom Number Generators, with
 * Stafford's mixing constants.
 */
final class SplitMix {
  private static final long STEP = 0x9e3779b97f4a7c15L;

  private SplitMix() {}

  /** Number i, from 0, of the seed's sequence. */
  static long number(long seed, int i) {
    long z = seed + (i + 1) * STEP;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
