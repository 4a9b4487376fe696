package dev.gradus.train;

import dev.gradus.matrix.Matrix;
import dev.gradus.optimize.Memory;

/** A {@link StoppingRule} at work: watches the validation loss, and keeps the best parameters. */
final class EarlyStopping {
  private final StoppingRule rule;
  private final Matrix theta;
  private final Matrix kept; // θ of the best epoch
  private double lowest = Double.POSITIVE_INFINITY;
  private double reference = Double.POSITIVE_INFINITY; // what an epoch has to be better than
  private int bestEpoch; // from 1; 0 before the first
  private int waited;

  /**
   * @param theta what is trained; read after each epoch, and written in the end
   */
  EarlyStopping(StoppingRule rule, Matrix theta) {
    this.rule = rule;
    this.theta = theta;
    this.kept = theta.like(theta.rows(), theta.columns());
  }

  /**
   * An epoch has ended.
   *
   * @param epoch from 1
   * @param loss of the validation rows, finite
   */
  void ended(int epoch, double loss) {
    if (watch(epoch, loss)) {
      kept.set(theta);
    }
  }

  /** Counts an epoch; whether it is the best one so far. */
  private boolean watch(int epoch, double loss) {
    if (loss < reference - rule.minimumImprovement()) {
      reference = loss;
      waited = 0;
    } else {
      waited++;
    }
    boolean best = loss < lowest;
    if (best) {
      lowest = loss;
      bestEpoch = epoch;
    }
    return best;
  }

  /** An epoch that ended in a run that this one goes on from. */
  void endedBefore(int epoch, double loss) {
    watch(epoch, loss);
  }

  /** Shows the best parameters, once there are any. */
  void exchange(Memory memory) {
    if (bestEpoch > 0) {
      memory.vector(TrainingState.BEST, kept);
    }
  }

  /** Whether the patience is at its end. */
  boolean stops() {
    return waited >= rule.patience();
  }

  /** Epochs without an improvement that the rule bears. */
  int patience() {
    return rule.patience();
  }

  /** The best epoch, from 1; 0 if none has ended. */
  int bestEpoch() {
    return bestEpoch;
  }

  /** Its loss. */
  double lowest() {
    return lowest;
  }

  /** Puts the best parameters back, if there are any. */
  void restore() {
    if (bestEpoch > 0) {
      theta.set(kept);
    }
  }
}
