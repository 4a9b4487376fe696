package dev.gradus.tabular.summary;

/**
 * How many different values there are, in bounded memory: exact up to its capacity, then an
 * estimate with a standard error of about 1.2 / √capacity.
 *
 * <p>It keeps the hashes (64 bits) that end in d zeros; where they become too many, d grows by one
 * and half of them go. 2^d times those kept is the estimate.
 *
 * <p>Source: Wegman's adaptive sampling, in Flajolet, On adaptive sampling (1990).
 */
final class DistinctCounter {
  private final int capacity;
  private long[] slots = new long[64];
  private int kept;
  private int depth;
  private boolean zero;

  /**
   * @param capacity the most hashes that are kept
   */
  DistinctCounter(int capacity) {
    this.capacity = capacity;
  }

  void add(double number) {
    addHash(mixed(Double.doubleToLongBits(number + 0.0))); // −0 is 0
  }

  void add(String text) {
    long hash = 0xcbf29ce484222325L; // FNV-1a
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    addHash(mixed(hash ^ text.length()));
  }

  /** The finalizer of SplitMix64: each bit of the result depends on each of the argument. */
  private static long mixed(long bits) {
    long z = bits + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  private void addHash(long hash) {
    if (Long.numberOfTrailingZeros(hash) < depth) {
      return;
    }
    if (hash == 0) {
      zero = true; // 0 marks a free slot
    } else if (put(slots, hash)) {
      kept++;
      if (kept > capacity) {
        depth++;
        rehash(slots.length);
      } else if (2 * kept > slots.length) {
        rehash(2 * slots.length);
      }
    }
  }

  /** Whether it is new. */
  private static boolean put(long[] slots, long hash) {
    int mask = slots.length - 1;
    int at = (int) (hash >>> 40) & mask;
    while (slots[at] != 0) {
      if (slots[at] == hash) {
        return false;
      }
      at = (at + 1) & mask;
    }
    slots[at] = hash;
    return true;
  }

  private void rehash(int length) {
    long[] old = slots;
    slots = new long[length];
    kept = 0;
    for (long hash : old) {
      if (hash != 0 && Long.numberOfTrailingZeros(hash) >= depth) {
        put(slots, hash);
        kept++;
      }
    }
  }

  /** How many different values came. */
  long count() {
    return (long) (kept + (zero ? 1 : 0)) << depth;
  }

  boolean isExact() {
    return depth == 0;
  }
}
