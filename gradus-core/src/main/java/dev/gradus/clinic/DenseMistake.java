package dev.gradus.clinic;

import dev.gradus.layer.Dense;
import dev.gradus.layer.Frame;
import dev.gradus.matrix.Matrix;
import java.util.List;

/**
 * Mistakes in the backward pass of a dense layer, dW = xᵀ dy, db = Σ dy, dx = dy Wᵀ. Batch n, x [n
 * × in], W [in × out].
 */
public enum DenseMistake implements Mistake {

  /** db = the last row of dy. */
  BIAS_NOT_SUMMED(
      "the bias's gradient is not summed over the batch",
      "db is the sum of dy over the batch; one sample's dy was taken, the last one's.",
      "a dense layer with a bias") {
    @Override
    boolean fits(Specimen specimen, Dense dense, int layer) {
      return dense.biases().isPresent();
    }

    @Override
    void spoil(Frame f, double stepSize) {
      for (int j = 0; j < f.dy().columns(); j++) {
        f.dTheta(B).set(0, j, f.dy().get(f.dy().rows() - 1, j));
      }
    }
  },

  /** db = 1/n Σ dy. */
  BIAS_AVERAGED(
      "the bias's gradient is averaged",
      "db is the sum of dy over the batch; the mean was taken, though dy holds 1/batch already.",
      "a dense layer with a bias") {
    @Override
    boolean fits(Specimen specimen, Dense dense, int layer) {
      return dense.biases().isPresent();
    }

    @Override
    void spoil(Frame f, double stepSize) {
      scale(f.dTheta(B), 1.0 / f.dy().rows());
    }
  },

  /** dbⱼ = Σₖ Σᵢ dyₖᵢ for each j. */
  BIAS_SUMMED_OVER_ALL(
      "the bias's gradient is summed over the units too",
      "db is the sum of dy along the batch; the sum over all its elements went to each unit.",
      "a dense layer with a bias and 2 or more units") {
    @Override
    boolean fits(Specimen specimen, Dense dense, int layer) {
      return dense.outputs() > 1 && dense.biases().isPresent();
    }

    @Override
    void spoil(Frame f, double stepSize) {
      double sum = 0;
      for (double d : f.dy().toArray()) {
        sum += d;
      }
      for (int j = 0; j < f.dy().columns(); j++) {
        f.dTheta(B).set(0, j, sum);
      }
    }
  },

  /** dW = 1/n xᵀ dy, db = 1/n Σ dy. */
  BATCH_MEAN_TWICE(
      "1/batch comes twice",
      "dy holds 1/batch from the loss already; the layer divided dW and db by it once more.",
      "a dense layer") {
    @Override
    void spoil(Frame f, double stepSize) {
      scaleAll(f, 1.0 / f.dy().rows());
    }
  },

  /** dx = dy V with V = the numbers of W, row by row, as [out × in]. */
  WEIGHT_NOT_TRANSPOSED(
      "the weight is not transposed",
      "dx is dy Wᵀ; W was reshaped to [out × in], not transposed (where it is square: left as it"
          + " is).",
      "a dense layer of 2 or more inputs and units above another one") {
    @Override
    boolean fits(Specimen specimen, Dense dense, int layer) {
      return specimen.hasParametersBelow(layer) && Math.min(dense.inputs(), dense.outputs()) > 1;
    }

    @Override
    void spoil(Frame f, double stepSize) {
      Matrix reshaped = f.theta(W).like(f.dy().columns(), f.x().columns());
      reshaped.setAll(f.theta(W).toArray());
      f.dx().setAffine(f.dy(), reshaped, reshaped.like(1, f.x().columns()));
    }
  },

  /** dx = dy (W − η dW)ᵀ. */
  WEIGHT_OF_ANOTHER_STEP(
      "dx is computed with the weight of another step",
      "dx is dy Wᵀ with the W of the forward pass; W was updated first (or is an older copy).",
      "a dense layer above another one") {
    @Override
    boolean fits(Specimen specimen, Dense dense, int layer) {
      return specimen.hasParametersBelow(layer);
    }

    @Override
    void spoil(Frame f, double stepSize) {
      Matrix updated = f.theta(W).copy();
      updated.addScaled(-stepSize, f.dTheta(W));
      f.dx().setTimesTranspose(f.dy(), updated);
    }
  },

  /** The last column of dW and db is 0. */
  UNIT_FORGOTTEN(
      "one unit is forgotten",
      "The loop over the units ends one too early: the last one's dW and db stay 0.",
      "a dense layer with 2 or more units") {
    @Override
    boolean fits(Specimen specimen, Dense dense, int layer) {
      return dense.outputs() > 1;
    }

    @Override
    void spoil(Frame f, double stepSize) {
      int last = f.dy().columns() - 1;
      for (int block = 0; block < f.blocks(); block++) {
        for (int i = 0; i < f.dTheta(block).rows(); i++) {
          f.dTheta(block).set(i, last, 0);
        }
      }
    }
  },

  /** 2 dW, 2 db. */
  NOT_CLEARED(
      "the gradient is added to the last one",
      "The gradient of the pass before was not cleared: dW and db came on top of it.",
      "a dense layer") {
    @Override
    void spoil(Frame f, double stepSize) {
      scaleAll(f, 2);
    }
  };

  private static final int W = 0;
  private static final int B = 1;

  private final String title;
  private final String sentence;
  private final String wants;

  DenseMistake(String title, String sentence, String wants) {
    this.title = title;
    this.sentence = sentence;
    this.wants = wants;
  }

  /** Changes what the layer's backward wrote, which was right; η is of an update. */
  abstract void spoil(Frame f, double stepSize);

  boolean fits(Specimen specimen, Dense dense, int layer) {
    return true;
  }

  /** dW, and db where there is a bias. */
  private static void scaleAll(Frame f, double factor) {
    for (int block = 0; block < f.blocks(); block++) {
      scale(f.dTheta(block), factor);
    }
  }

  private static void scale(Matrix matrix, double factor) {
    double[] values = matrix.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
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
    return Planted.inLayers(
        this,
        specimen.network(),
        i -> specimen.network().layers().get(i) instanceof Dense dense && fits(specimen, dense, i));
  }
}
