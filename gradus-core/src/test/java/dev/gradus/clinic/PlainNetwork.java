package dev.gradus.clinic;

import dev.gradus.layer.Activation;
import dev.gradus.layer.Dense;
import dev.gradus.layer.Layer;
import dev.gradus.network.Network;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Forward and backward with plain loops over arrays, as somebody else would write them, with every
 * mistake of the tables written anew: a second witness for what the clinic computes.
 */
final class PlainNetwork {
  private final Specimen specimen;
  private final double[] theta;
  private final List<double[][]> values = new ArrayList<>();

  PlainNetwork(Specimen specimen, double[] theta) {
    this.specimen = specimen;
    this.theta = theta.clone();
  }

  private Network network() {
    return specimen.network();
  }

  private int batch() {
    return specimen.batch();
  }

  private double[][] rows(dev.gradus.matrix.Matrix matrix) {
    double[][] rows = new double[matrix.rows()][matrix.columns()];
    for (int k = 0; k < rows.length; k++) {
      for (int j = 0; j < rows[k].length; j++) {
        rows[k][j] = matrix.get(k, j);
      }
    }
    return rows;
  }

  /** Where W of a layer begins in θ; its b follows. */
  private int offset(int layer) {
    return network().layout().stream()
        .filter(part -> part.layer() == layer)
        .findFirst()
        .orElseThrow()
        .offset();
  }

  /** The loss, with the penalty; keeps the values of all layers. */
  double loss() {
    values.clear();
    values.add(rows(specimen.x()));
    for (int i = 0; i < network().layers().size(); i++) {
      values.add(forward(i, values.getLast()));
    }
    double sum = 0;
    double[][] y = values.getLast();
    double[][] t = rows(specimen.target());
    for (int k = 0; k < batch(); k++) {
      sum += PlainFunctions.cost(specimen.loss(), y[k], t[k]);
    }
    return sum / batch() + penalty();
  }

  private double[][] forward(int layer, double[][] x) {
    double[][] y = new double[batch()][network().widths().get(layer + 1)];
    for (int k = 0; k < batch(); k++) {
      for (int j = 0; j < y[k].length; j++) {
        y[k][j] =
            network().layers().get(layer) instanceof Dense dense
                ? affine(layer, dense, x[k], j)
                : PlainFunctions.f(network().layers().get(layer), x[k][j]);
      }
    }
    return y;
  }

  private double affine(int layer, Dense dense, double[] x, int j) {
    int at = offset(layer);
    double sum = theta[at + dense.inputs() * dense.outputs() + j];
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * theta[at + i * dense.outputs() + j];
    }
    return sum;
  }

  private double penalty() {
    double absolute = 0;
    double squared = 0;
    for (int layer = 0; layer < network().layers().size(); layer++) {
      if (network().layers().get(layer) instanceof Dense dense) {
        for (int i = 0; i < dense.inputs() * dense.outputs(); i++) {
          absolute += Math.abs(theta[offset(layer) + i]);
          squared += theta[offset(layer) + i] * theta[offset(layer) + i];
        }
      }
    }
    return specimen.penalty().l1() * absolute + specimen.penalty().l2() * squared / 2;
  }

  /** Two-point differences. */
  double[] numeric() {
    double[] numeric = new double[theta.length];
    for (int i = 0; i < theta.length; i++) {
      double kept = theta[i];
      theta[i] = kept + 1e-5;
      double plus = loss();
      theta[i] = kept - 1e-5;
      numeric[i] = (plus - loss()) / 2e-5;
      theta[i] = kept;
    }
    return numeric;
  }

  /** The gradient with a mistake in it; right where there is none. */
  double[] gradient(@Nullable Planted planted) {
    loss();
    double[] gradient = new double[theta.length];
    double[][] dy = dLoss(planted == null ? null : planted.mistake());
    for (int i = network().layers().size() - 1; i >= 0; i--) {
      Mistake mistake = planted != null && planted.layers().contains(i) ? planted.mistake() : null;
      dy =
          network().layers().get(i) instanceof Dense dense
              ? dense(i, dense, dy, gradient, mistake == null ? null : planted)
              : activation(i, dy, (ActivationMistake) mistake);
    }
    addPenalty(gradient, planted == null ? null : planted.mistake());
    return gradient;
  }

  private double[][] dLoss(@Nullable Mistake mistake) {
    double[][] y = values.getLast();
    double[][] t = rows(specimen.target());
    double[][] d = new double[batch()][];
    for (int k = 0; k < batch(); k++) {
      double[] subtracted =
          mistake == LossMistake.TARGET_NOT_SUBTRACTED ? new double[t[k].length] : t[k];
      d[k] = PlainFunctions.costGradient(specimen.loss(), y[k], subtracted);
      for (int j = 0; j < d[k].length; j++) {
        d[k][j] /= batch();
      }
    }
    return mistake instanceof LossMistake spoiler ? spoilt(spoiler, d) : d;
  }

  private double[][] spoilt(LossMistake mistake, double[][] d) {
    double greatest = 0;
    for (double[] row : d) {
      for (double v : row) {
        greatest = Math.max(greatest, Math.abs(v));
      }
    }
    for (int k = 0; k < d.length; k++) {
      for (int j = 0; j < d[k].length; j++) {
        d[k][j] =
            switch (mistake) {
              case BATCH_MEAN_MISSING -> d[k][j] * batch();
              case OUTPUT_MEAN_MISSING -> d[k][j] * d[k].length;
              case HALF_FACTOR -> d[k][j] / 2;
              case TARGET_NOT_SUBTRACTED -> d[k][j];
              case SIGN -> -d[k][j];
              case CLIPPED -> Math.max(-greatest / 2, Math.min(greatest / 2, d[k][j]));
              case FIRST_SAMPLE_ONLY -> k == 0 ? d[k][j] : 0;
            };
      }
    }
    return d;
  }

  private double[][] dense(
      int layer, Dense dense, double[][] dy, double[] gradient, @Nullable Planted planted) {
    int out = dense.outputs();
    int W = offset(layer);
    int b = W + dense.inputs() * out;
    double[][] x = values.get(layer);
    double all = 0;
    for (int k = 0; k < batch(); k++) {
      for (int j = 0; j < out; j++) {
        for (int i = 0; i < dense.inputs(); i++) {
          gradient[W + i * out + j] += x[k][i] * dy[k][j];
        }
        gradient[b + j] += dy[k][j];
        all += dy[k][j];
      }
    }
    double[][] dx = dx(dense, dy, W, gradient, planted);
    if (planted != null) {
      spoil((DenseMistake) planted.mistake(), gradient, W, dense, dy, all);
    }
    return dx;
  }

  private double[][] dx(
      Dense dense, double[][] dy, int W, double[] gradient, @Nullable Planted planted) {
    Mistake mistake = planted == null ? null : planted.mistake();
    double stepSize = planted == null ? 0 : planted.stepSize();
    double[][] dx = new double[batch()][dense.inputs()];
    for (int k = 0; k < batch(); k++) {
      for (int i = 0; i < dense.inputs(); i++) {
        for (int j = 0; j < dense.outputs(); j++) {
          int right = W + i * dense.outputs() + j;
          double w =
              mistake == DenseMistake.WEIGHT_NOT_TRANSPOSED
                  ? theta[W + j * dense.inputs() + i]
                  : mistake == DenseMistake.WEIGHT_OF_ANOTHER_STEP
                      ? theta[right] - stepSize * gradient[right]
                      : theta[right];
          dx[k][i] += dy[k][j] * w;
        }
      }
    }
    return dx;
  }

  private void spoil(
      DenseMistake mistake, double[] gradient, int W, Dense dense, double[][] dy, double all) {
    int out = dense.outputs();
    int b = W + dense.inputs() * out;
    for (int j = 0; j < out; j++) {
      gradient[b + j] =
          switch (mistake) {
            case BIAS_NOT_SUMMED -> dy[batch() - 1][j];
            case BIAS_AVERAGED, BATCH_MEAN_TWICE -> gradient[b + j] / batch();
            case BIAS_SUMMED_OVER_ALL -> all;
            case UNIT_FORGOTTEN -> j == out - 1 ? 0 : gradient[b + j];
            case NOT_CLEARED -> 2 * gradient[b + j];
            default -> gradient[b + j];
          };
      for (int i = 0; i < dense.inputs(); i++) {
        gradient[W + i * out + j] *=
            switch (mistake) {
              case BATCH_MEAN_TWICE -> 1.0 / batch();
              case UNIT_FORGOTTEN -> j == out - 1 ? 0 : 1;
              case NOT_CLEARED -> 2;
              default -> 1;
            };
      }
    }
  }

  private double[][] activation(int layer, double[][] dy, @Nullable ActivationMistake mistake) {
    Layer f = network().layers().get(layer);
    double[][] x = values.get(layer);
    double[][] dx = new double[batch()][x[0].length];
    for (int k = 0; k < batch(); k++) {
      for (int j = 0; j < x[k].length; j++) {
        double y = PlainFunctions.f(f, x[k][j]);
        double d = dy[k][j];
        dx[k][j] =
            switch (mistake) {
              case null -> d * PlainFunctions.derivative(f, x[k][j]);
              case DERIVATIVE_MISSING -> d;
              case DERIVATIVE_OF_ANOTHER_LAYER -> d * another(layer, k, j);
              case SIGN_OF_OUTPUT -> y > 0 ? d : y < 0 ? -d : 0;
              case SIGN_OF_GRADIENT -> d > 0 ? d : 0;
              case TANH_SQUARE_OF_DIFFERENCE -> d * (1 - y) * (1 - y);
              case TANH_AS_SIGMOID -> d * y * (1 - y);
              case SIGMOID_AS_TANH -> d * (1 - y * y);
              case DERIVATIVE_AT_OUTPUT -> d * PlainFunctions.derivative(f, y);
              case OVERWRITES -> PlainFunctions.derivative(f, x[k][j]);
            };
      }
    }
    return dx;
  }

  /** The derivative of the first other activation of the same width. */
  private double another(int layer, int k, int j) {
    for (int i = 0; i < network().layers().size(); i++) {
      boolean other = i != layer && network().layers().get(i) instanceof Activation;
      if (other
          && network().layers().get(i) != Activation.IDENTITY
          && network().widths().get(i).equals(network().widths().get(layer))) {
        return PlainFunctions.derivative(network().layers().get(i), values.get(i)[k][j]);
      }
    }
    throw new AssertionError("no other layer");
  }

  private void addPenalty(double[] gradient, @Nullable Mistake mistake) {
    for (int layer = 0; layer < network().layers().size(); layer++) {
      if (network().layers().get(layer) instanceof Dense dense) {
        int weights = dense.inputs() * dense.outputs();
        for (int i = 0; i < weights + dense.outputs(); i++) {
          double factor = i < weights ? 1 : 0;
          if (mistake == PenaltyMistake.PENALTY_FORGOTTEN) {
            factor = 0;
          } else if (mistake == PenaltyMistake.PENALTY_DOUBLED) {
            factor *= 2;
          } else if (mistake == PenaltyMistake.PENALTY_ON_BIASES) {
            factor = 1;
          }
          double w = theta[offset(layer) + i];
          gradient[offset(layer) + i] +=
              Math.min(factor, 1) * specimen.penalty().l1() * Math.signum(w)
                  + factor * specimen.penalty().l2() * w;
        }
      }
    }
  }
}
