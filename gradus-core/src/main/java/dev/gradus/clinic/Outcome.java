package dev.gradus.clinic;

/** What became of one mistake when it was planted under the eyes of a check. */
public sealed interface Outcome {

  /** The mistake. */
  Mistake mistake();

  /**
   * The check fails wherever it is planted.
   *
   * @param fromBatch the least number of first rows of the batch with which it does
   */
  record Caught(Mistake mistake, int fromBatch) implements Outcome {}

  /**
   * In one place at least the check does not fail.
   *
   * @param where one of these places
   * @param reason why not
   */
  record Missed(Mistake mistake, Planted where, Reason reason) implements Outcome {}

  /** It cannot be made in this network: see {@link Mistake#wants}. */
  record Inapplicable(Mistake mistake) implements Outcome {}

  /** Why a check does not fail. */
  enum Reason {
    /** In a batch of one, sum, mean and last row are the same. */
    BATCH_OF_ONE("a batch of one cannot see it"),
    /** The gradient is the right one, on this batch and at this point. */
    NO_DIFFERENCE("it makes no difference on this batch, at these parameters"),
    /** The gradient is wrong, by less than the check can tell. */
    UNSEEN("the gradient is wrong, but the check does not fail");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /** A clause. */
    public String words() {
      return words;
    }
  }
}
