package dev.gradus.tabular.model;

import dev.gradus.matrix.Matrix;
import java.util.List;
import java.util.function.DoubleSupplier;

/** How good a model is on its validation rows while it is trained: R², or the accuracy. */
final class EpochMetric implements DoubleSupplier {
  private static final int CHUNK = 4096;

  private final Model model;
  private final Scoring scoring;
  private final Matrix x;

  /**
   * Shares all of them.
   *
   * @param model whose parameters are those that are being trained
   * @param scoring of the rows of {@code x}
   * @param x [rows × inputs], of the same compute as the parameters
   */
  EpochMetric(Model model, Scoring scoring, Matrix x) {
    this.model = model;
    this.scoring = scoring;
    this.x = x;
  }

  @Override
  public double getAsDouble() {
    int width = model.network().outputs();
    double[] outputs = new double[Math.multiplyExact(x.rows(), width)];
    for (int from = 0; from < x.rows(); from += CHUNK) {
      int rows = Math.min(CHUNK, x.rows() - from);
      Matrix some = x.view(from * x.columns(), rows, x.columns());
      double[] of = model.network().predict(model.parameters(), some).toArray();
      System.arraycopy(of, 0, outputs, from * width, of.length);
    }
    return scoring.headline(model.predictions(outputs, List.of()));
  }
}
