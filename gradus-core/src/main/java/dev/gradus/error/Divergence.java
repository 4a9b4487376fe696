package dev.gradus.error;

/**
 * Where a training run left the finite numbers: the first quantity of a step, in the order of its
 * computation, that is not finite.
 *
 * @param step of the run, from 0
 * @param epoch from 1; 0 if the source has no epochs
 * @param batch in the epoch, from 1; 0 if the source has no epochs
 * @param quantity in words, with its layer: {@code h2, the output of layer 3 (dense),}
 * @param value NaN, or an infinity
 */
public record Divergence(long step, long epoch, long batch, String quantity, double value) {

  /** {@code training diverged at epoch 3, batch 12: h2 of layer 3 (dense) is NaN}. */
  @Override
  public String toString() {
    String when = epoch == 0 ? "step " + (step + 1) : "epoch " + epoch + ", batch " + batch;
    return "training diverged at " + when + ": " + quantity + " is " + value;
  }
}
