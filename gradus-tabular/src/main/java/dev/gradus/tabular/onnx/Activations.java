package dev.gradus.tabular.onnx;

import dev.gradus.layer.Activation;
import dev.gradus.layer.Elu;
import dev.gradus.layer.LeakyRelu;

/** The table of activations as nodes: an operator of ONNX in float32, written out in float64. */
final class Activations {
  private Activations() {}

  static Real of(Activation activation, Real x) {
    return x.type() == ElementType.FLOAT ? operator(activation, x) : formula(activation, x);
  }

  private static Real operator(Activation activation, Real x) {
    return switch (activation) {
      case IDENTITY -> x;
      case RELU -> x.apply("Relu");
      case LEAKY_RELU -> x.apply("LeakyRelu", Attribute.of("alpha", LeakyRelu.STANDARD.slope()));
      case ELU -> x.apply("Elu", Attribute.of("alpha", Elu.STANDARD.alpha()));
      case SELU ->
          x.apply(
              "Selu",
              Attribute.of("alpha", belowZero() / aboveZero()),
              Attribute.of("gamma", aboveZero()));
      case GELU -> x.apply("Gelu", Attribute.of("approximate", "none"));
      case SILU -> x.times(x.apply("Sigmoid"));
      case MISH -> x.apply("Mish");
      case SOFTPLUS -> x.apply("Softplus");
      case SOFTSIGN -> x.apply("Softsign");
      case HARD_TANH -> x.clip(-1, 1);
      case SIGMOID -> x.apply("Sigmoid");
      case TANH -> x.apply("Tanh");
    };
  }

  private static Real formula(Activation activation, Real x) {
    return switch (activation) {
      case IDENTITY -> x;
      case RELU -> x.apply("Relu");
      case LEAKY_RELU -> x.max(x.times(LeakyRelu.STANDARD.slope()));
      case ELU -> x.above(0).choose(x, below(x).times(Elu.STANDARD.alpha()));
      case SELU -> x.above(0).choose(x.times(aboveZero()), below(x).times(belowZero()));
      case GELU -> Functions.gelu(x);
      case SILU -> Functions.silu(x);
      case MISH -> Functions.mish(x);
      case SOFTPLUS -> Functions.softplus(x);
      case SOFTSIGN -> x.over(x.abs().plus(1));
      case HARD_TANH -> x.clip(-1, 1);
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
