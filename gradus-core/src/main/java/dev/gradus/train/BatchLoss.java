package dev.gradus.train;

import dev.gradus.data.BatchSource;
import dev.gradus.loss.Loss;
import dev.gradus.loss.LossCheck;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.RowWeights;
import dev.gradus.network.Workspace;

/** The loss over the batches of a source, whose rows may count differently. */
final class BatchLoss {
  private final Loss plain;
  private final Loss loss;
  private final BatchSource source;
  private final Workspace workspace;
  private final RowWeights weights; // of the batch; ones unless the source has others
  private boolean checked;

  BatchLoss(Loss loss, BatchSource source, Workspace workspace) {
    this.plain = loss;
    this.source = source;
    this.workspace = workspace;
    this.weights = RowWeights.ones(workspace.maxRows());
    this.loss = source.weighted() ? loss.weighted(weights) : loss;
    this.checked = loss instanceof StandardLoss;
  }

  /** A new batch is in the workspace. */
  void batchCame() {
    if (source.weighted()) {
      source.weights(weights);
    }
  }

  /** The weighted mean, and its derivative into the workspace. A user's own is checked once. */
  double evaluate() {
    double mean =
        loss.evaluate(workspace.prediction(), workspace.target(), workspace.dPrediction());
    if (!checked && Double.isFinite(mean)) {
      LossCheck.require(plain, workspace.prediction(), workspace.target());
      checked = true;
    }
    return mean;
  }

  /** How much the rows of the batch count. */
  double weight() {
    return weights.total(workspace.x().rows());
  }
}
