package dev.gradus.clinic;

import dev.gradus.layer.Activation;
import dev.gradus.layer.Layer;
import dev.gradus.loss.Loss;
import dev.gradus.loss.StandardLoss;

/** The functions of {@link PlainNetwork}, as a textbook has them. */
final class PlainFunctions {
  private PlainFunctions() {}

  static double f(Layer layer, double x) {
    return switch ((Activation) layer) {
      case RELU -> x > 0 ? x : 0;
      case LEAKY_RELU -> x > 0 ? x : 0.01 * x;
      case TANH -> StrictMath.tanh(x);
      case SIGMOID -> 1 / (1 + StrictMath.exp(-x));
      default -> x;
    };
  }

  static double derivative(Layer layer, double x) {
    double y = f(layer, x);
    return switch ((Activation) layer) {
      case RELU -> x > 0 ? 1 : 0;
      case LEAKY_RELU -> x > 0 ? 1 : 0.01;
      case TANH -> 1 - y * y;
      case SIGMOID -> y * (1 - y);
      default -> 1;
    };
  }

  /** Of one sample: the mean over its outputs, or softmax cross-entropy. */
  static double cost(Loss loss, double[] y, double[] t) {
    double sum = 0;
    for (int j = 0; j < y.length; j++) {
      sum +=
          switch ((StandardLoss) loss) {
            case MAE -> Math.abs(y[j] - t[j]) / y.length;
            case MSE -> (y[j] - t[j]) * (y[j] - t[j]) / y.length;
            case BCE -> (StrictMath.log(1 + StrictMath.exp(y[j])) - t[j] * y[j]) / y.length;
            case SOFTMAX_CE -> -t[j] * StrictMath.log(softmax(y)[j]);
            default -> throw new AssertionError(loss);
          };
    }
    return sum;
  }

  private static double[] softmax(double[] z) {
    double sum = 0;
    for (double v : z) {
      sum += StrictMath.exp(v);
    }
    double[] s = new double[z.length];
    for (int j = 0; j < z.length; j++) {
      s[j] = StrictMath.exp(z[j]) / sum;
    }
    return s;
  }

  /** Its derivatives by the outputs. */
  static double[] costGradient(Loss loss, double[] y, double[] t) {
    double[] d = new double[y.length];
    for (int j = 0; j < y.length; j++) {
      d[j] =
          switch ((StandardLoss) loss) {
            case MAE -> Math.signum(y[j] - t[j]) / y.length;
            case MSE -> 2 * (y[j] - t[j]) / y.length;
            case BCE -> (f(Activation.SIGMOID, y[j]) - t[j]) / y.length;
            case SOFTMAX_CE -> softmax(y)[j] - t[j];
            default -> throw new AssertionError(loss);
          };
    }
    return d;
  }
}
