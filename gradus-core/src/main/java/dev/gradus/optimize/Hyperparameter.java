package dev.gradus.optimize;

/** The ranges that several recipes share, refused with one wording. */
final class Hyperparameter {
  private Hyperparameter() {}

  /** How much of a mean is kept from one step to the next. */
  static void requireDecay(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(name + " " + value + ": wants a number from 0 to below 1");
    }
  }

  /**
   * What keeps a division from 0 / 0: in float32 the square of a gradient below 1e-23 is 0, so that
   * less than 1e-30 would not keep the quotient within bounds, and less than 1e-45 is 0 itself.
   */
  static void requireEpsilon(double value) {
    if (!(value >= 1e-30 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("epsilon " + value + ": wants a number of at least 1e-30");
    }
  }

  /** The greatest rate of a schedule. */
  static void requireRate(double rate) {
    if (!(rate > 0 && rate <= 1e6)) {
      throw new IllegalArgumentException(
          "learning rate " + rate + ": wants a number above 0 and at most 1e6");
    }
  }

  /** What a rate is multiplied by on its way down. */
  static void requireFactor(double factor) {
    if (!(factor > 0 && factor <= 1)) {
      throw new IllegalArgumentException(
          "factor " + factor + ": wants a number above 0 and at most 1");
    }
  }
}
