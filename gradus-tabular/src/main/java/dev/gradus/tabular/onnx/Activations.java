package dev.gradus.tabular.onnx;

import dev.gradus.layer.Activation;
import dev.gradus.layer.Elu;
import dev.gradus.layer.LeakyRelu;

/**
 * The table of activations as nodes. What rounds is computed in float64 in every graph and rounded
 * once, as Gradus does: onnxruntime's float32 kernels are quicker and lose digits, which shows
 * where an answer is a small difference of large terms.
 */
final class Activations {
  private Activations() {}

  static Real of(Activation activation, Real x) {
    return switch (activation) {
      case IDENTITY -> x;
      case RELU -> x.apply("Relu");
      case HARD_TANH -> x.clip(-1, 1);
      default -> formula(activation, x.in(ElementType.DOUBLE)).in(x.type());
    };
  }

  private static Real formula(Activation activation, Real x) {
    return switch (activation) {
      case IDENTITY, RELU, HARD_TANH -> throw new AssertionError(activation + " rounds nothing");
      case LEAKY_RELU -> x.max(x.times(LeakyRelu.STANDARD.slope()));
      case ELU -> x.above(0).choose(x, below(x).times(Elu.STANDARD.alpha()));
      case SELU -> x.above(0).choose(x.times(aboveZero()), below(x).times(belowZero()));
      case GELU -> Functions.gelu(x);
      case SILU -> Functions.silu(x);
      case MISH -> Functions.mish(x);
      case SOFTPLUS -> Functions.softplus(x);
      case SOFTSIGN -> x.over(x.abs().plus(1));
      case SIGMOID -> Functions.sigmoid(x);
      case TANH -> x.apply("Tanh");
    };
  }

  /** eˣ − 1 for the x below 0. */
  private static Real below(Real x) {
    return Functions.expm1(x.min(0));
  }

  /** λ of selu. */
  private static double aboveZero() {
    return Activation.SELU.value(1);
  }

  /** λ α of selu. */
  private static double belowZero() {
    return Activation.SELU.derivative(0, 0);
  }
}
