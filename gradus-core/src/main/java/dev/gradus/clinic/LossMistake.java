package dev.gradus.clinic;

import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Matrix;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Mistakes in ∂L/∂ŷ, where the backward pass begins. Batch n, outputs m. */
public enum LossMistake implements Mistake {

  /** n ∂L/∂ŷ. */
  BATCH_MEAN_MISSING(
      "1/batch is missing",
      "The loss is a mean over the batch; its gradient was computed as that of the sum.",
      "any loss") {
    @Override
    void spoil(Specimen specimen, Matrix dPrediction) {
      map(dPrediction, d -> specimen.batch() * d);
    }
  },

  /** m ∂L/∂ŷ. */
  OUTPUT_MEAN_MISSING(
      "1/outputs is missing",
      "The loss is a mean over all elements; its gradient was divided by the batch alone.",
      "a loss that is a mean over all elements, and 2 or more outputs") {
    @Override
    boolean fits(Specimen specimen) {
      return isMeanOverElements(specimen) && specimen.target().columns() > 1;
    }

    @Override
    void spoil(Specimen specimen, Matrix dPrediction) {
      map(dPrediction, d -> dPrediction.columns() * d);
    }
  },

  /** ½ ∂L/∂ŷ. */
  HALF_FACTOR(
      "the loss's factor ½",
      "The gradient is that of ½ (ŷ − y)², the loss is (ŷ − y)²: the factor 2 was lost.",
      "loss mse") {
    @Override
    boolean fits(Specimen specimen) {
      return specimen.loss() == StandardLoss.MSE;
    }

    @Override
    void spoil(Specimen specimen, Matrix dPrediction) {
      map(dPrediction, d -> 0.5 * d);
    }
  },

  /** s/n in the place of (s − t)/n. */
  TARGET_NOT_SUBTRACTED(
      "the target is not subtracted",
      "∂L/∂z of softmax or sigmoid with cross-entropy is (s − t)/n; s/n was passed on.",
      "loss softmax_ce or bce") {
    @Override
    boolean fits(Specimen specimen) {
      return specimen.loss() == StandardLoss.SOFTMAX_CE || specimen.loss() == StandardLoss.BCE;
    }

    @Override
    void spoil(Specimen specimen, Matrix dPrediction) {
      Matrix target = specimen.target();
      double count = isMeanOverElements(specimen) ? target.size() : target.rows();
      for (int k = 0; k < target.rows(); k++) {
        for (int j = 0; j < target.columns(); j++) {
          dPrediction.set(k, j, dPrediction.get(k, j) + target.get(k, j) / count);
        }
      }
    }
  },

  /** −∂L/∂ŷ. */
  SIGN(
      "the sign is turned",
      "The gradient belongs to y − ŷ in the place of ŷ − y: it points downhill.",
      "any loss") {
    @Override
    void spoil(Specimen specimen, Matrix dPrediction) {
      map(dPrediction, d -> -d);
    }
  },

  /** ∂L/∂ŷ held within ± half its greatest element. */
  CLIPPED(
      "clipping inside the loss",
      "∂L/∂ŷ was clipped on its way back, at half its greatest element: the value was not.",
      "any loss") {
    @Override
    void spoil(Specimen specimen, Matrix dPrediction) {
      double greatest = 0;
      for (double d : dPrediction.toArray()) {
        greatest = Math.max(greatest, Math.abs(d));
      }
      double bound = greatest / 2;
      map(dPrediction, d -> Math.clamp(d, -bound, bound));
    }
  },

  /** Only the first row of ∂L/∂ŷ. */
  FIRST_SAMPLE_ONLY(
      "only the first sample counts",
      "The gradient of the first sample was taken (divided by the batch), not the sum over all.",
      "any loss") {
    @Override
    void spoil(Specimen specimen, Matrix dPrediction) {
      for (int k = 1; k < dPrediction.rows(); k++) {
        dPrediction.setRow(k, new double[dPrediction.columns()]);
      }
    }
  };

  private final String title;
  private final String sentence;
  private final String wants;

  LossMistake(String title, String sentence, String wants) {
    this.title = title;
    this.sentence = sentence;
    this.wants = wants;
  }

  /** Changes ∂L/∂ŷ [n × m], which was right. */
  abstract void spoil(Specimen specimen, Matrix dPrediction);

  boolean fits(Specimen specimen) {
    return true;
  }

  /** Softmax cross-entropy is a mean over the batch, every other loss over batch × outputs. */
  private static boolean isMeanOverElements(Specimen specimen) {
    return specimen.loss() != StandardLoss.SOFTMAX_CE;
  }

  private static void map(Matrix matrix, DoubleUnaryOperator f) {
    double[] values = matrix.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = f.applyAsDouble(values[i]);
    }
    matrix.setAll(values);
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String sentence() {
    return sentence;
  }

  @Override
  public String wants() {
    return wants;
  }

  @Override
  public List<Planted> plantings(Specimen specimen) {
    return Planted.once(this, fits(specimen));
  }
}
