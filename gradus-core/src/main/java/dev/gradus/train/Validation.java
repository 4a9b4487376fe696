package dev.gradus.train;

import dev.gradus.data.Dataset;
import dev.gradus.loss.Loss;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.RowWeights;
import dev.gradus.network.Workspace;

/** The mean loss over rows that are never learned from. */
final class Validation {
  private final Loss loss;
  private final RowWeights counts; // of the rows of a pass
  private final Dataset data;
  private final Workspace workspace;

  /**
   * Shares all of them.
   *
   * @param workspace whose parameters are judged; what it held is overwritten
   */
  Validation(Loss loss, Dataset data, Workspace workspace) {
    this.counts = RowWeights.ones(workspace.maxRows());
    this.loss = data.weights().isPresent() ? loss.weighted(counts) : loss;
    this.data = data;
    this.workspace = workspace;
  }

  double loss() {
    double sum = 0;
    double total = 0;
    for (int at = 0; at < data.rows(); at += workspace.maxRows()) {
      int n = Math.min(workspace.maxRows(), data.rows() - at);
      fill(at, n);
      workspace.forward();
      sum += counts.total(n) * loss.value(workspace.prediction(), workspace.target());
      total += counts.total(n);
    }
    return sum / total;
  }

  private void fill(int at, int n) {
    workspace.rows(n);
    workspace.x().set(rows(data.x(), at, n));
    workspace.target().set(rows(data.target(), at, n));
    for (int i = 0; data.weights().isPresent() && i < n; i++) {
      counts.set(i, data.weights().get().get(at + i));
    }
  }

  private static Matrix rows(Matrix all, int from, int n) {
    return all.view(from * all.columns(), n, all.columns());
  }
}
