package dev.gradus.tabular.model;

import dev.gradus.matrix.Matrix;
import dev.gradus.train.TrainingEvent;
import dev.gradus.train.TrainingListener;
import java.util.Optional;

/**
 * Keeps the parameters of the epoch with the lowest validation loss, for a run that ends with its
 * last ones: should somebody stop it before its time, the best so far are the better model.
 */
final class BestParameters implements TrainingListener {
  private final Matrix theta;
  private final Matrix kept;
  private Optional<TrainingEvent.BestRestored> best = Optional.empty();

  /**
   * @param theta what is trained; read after each epoch
   */
  BestParameters(Matrix theta) {
    this.theta = theta;
    this.kept = theta.like(theta.rows(), theta.columns());
  }

  @Override
  public void on(TrainingEvent event) {
    if (event instanceof TrainingEvent.EpochEnded ended) {
      double loss = ended.heldOrTrainingLoss();
      if (best.isEmpty() || loss < best.get().validationLoss()) {
        kept.set(theta);
        best = Optional.of(new TrainingEvent.BestRestored(ended.epoch(), loss));
      }
    }
  }

  /**
   * Puts them back.
   *
   * @return which they are; nothing before the end of the first epoch
   */
  Optional<TrainingEvent.BestRestored> restore() {
    best.ifPresent(event -> theta.set(kept));
    return best;
  }
}
