package dev.gradus.train;

/**
 * Early stopping: a run ends when its validation loss has not become better for some epochs, and
 * the parameters of the best epoch are put back, however the run ends.
 *
 * <pre>
 * better     lossₖ &lt; reference − minimumImprovement      then reference = lossₖ
 * the end    after {@code patience} epochs in a row that were not
 * </pre>
 *
 * <p>The best epoch is the one with the lowest loss of all, the first of them if there are several;
 * a small improvement makes an epoch the best one, though it does not prolong the run. The rows
 * that decide are then no longer fresh ones: what the model gets on them is a little too good.
 *
 * <p>Prechelt (1998), Early Stopping — But When?, the criterion UP with strips of one epoch, and
 * measured from the best epoch.
 *
 * @param patience epochs, 1 or more
 * @param minimumImprovement in units of the loss, 0 or more
 */
public record StoppingRule(int patience, double minimumImprovement) {
  private static final int FOR_EVER = Integer.MAX_VALUE;

  /** Checks the ranges. */
  public StoppingRule {
    if (patience < 1) {
      throw new IllegalArgumentException("patience " + patience + ": wants 1 or more epochs");
    }
    if (!(minimumImprovement >= 0 && minimumImprovement < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "minimum improvement " + minimumImprovement + ": wants a number of at least 0");
    }
  }

  /** Any improvement counts. */
  public static StoppingRule patience(int epochs) {
    return new StoppingRule(epochs, 0);
  }

  /** Never ends a run, and puts the best epoch's parameters back after it. */
  public static StoppingRule bestOnly() {
    return new StoppingRule(FOR_EVER, 0);
  }

  /** With another least improvement. */
  public StoppingRule withMinimumImprovement(double other) {
    return new StoppingRule(patience, other);
  }
}
