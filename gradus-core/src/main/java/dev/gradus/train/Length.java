package dev.gradus.train;

/** How long to train. */
public sealed interface Length {

  /**
   * A number of steps.
   *
   * @param count 0 or more
   */
  record Steps(long count) implements Length {
    /** Checks the range. */
    public Steps {
      if (count < 0) {
        throw new IllegalArgumentException(count + " steps; wants 0 or more");
      }
    }
  }

  /**
   * A number of passes over all rows; needs a source that has epochs.
   *
   * @param count 0 or more
   */
  record Epochs(int count) implements Length {
    /** Checks the range. */
    public Epochs {
      if (count < 0) {
        throw new IllegalArgumentException(count + " epochs; wants 0 or more");
      }
    }
  }
}
