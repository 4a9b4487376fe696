package dev.gradus.matrix;

/** How a pass over elements is cut into parts for the team; who computes a part changes no bit. */
final class Share {
  /** Below this many elements a pass is not worth sharing: some ten microseconds. */
  private static final int WORTH_SHARING = 1 << 14;

  private static final int PARTS_PER_THREAD = 2;

  private Share() {}

  /**
   * How many units each part takes; all of them where sharing does not pay.
   *
   * @param units what is shared out: elements, rows or columns
   * @param grain units that stay together
   * @param elements of all units
   */
  static int of(int units, int grain, int elements, int threads) {
    if (threads == 1 || elements < WORTH_SHARING) {
      return Math.max(1, units); // no units: no parts
    }
    return (units / (threads * PARTS_PER_THREAD) / grain + 1) * grain;
  }
}
