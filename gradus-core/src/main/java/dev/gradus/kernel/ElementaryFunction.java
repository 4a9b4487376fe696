package dev.gradus.kernel;

import java.util.List;

/** The functions that have a vector form. */
public enum ElementaryFunction {
  EXP,
  EXPM1,
  LOG,
  LOG1P,
  TANH,
  SIGMOID,
  ERF,
  SILU,
  GELU,
  TANH_SLOPE,
  SIGMOID_SLOPE,
  SILU_SLOPE,
  GELU_SLOPE;

  /** Those that serve as activations. */
  static final List<ElementaryFunction> ACTIVATIONS = List.of(TANH, SIGMOID, SILU, GELU);

  /** The scalar form. */
  public double at(double x) {
    return switch (this) {
      case EXP -> Elementary.exp(x);
      case EXPM1 -> Elementary.expm1(x);
      case LOG -> Elementary.log(x);
      case LOG1P -> Elementary.log1p(x);
      case TANH -> Elementary.tanh(x);
      case SIGMOID -> Elementary.sigmoid(x);
      case ERF -> Elementary.erf(x);
      case SILU -> Gated.silu(x);
      case GELU -> Gated.gelu(x);
      case TANH_SLOPE -> Logistic.tanhSlope(x);
      case SIGMOID_SLOPE -> Logistic.sigmoidSlope(x);
      case SILU_SLOPE -> Gated.siluSlope(x);
      case GELU_SLOPE -> Gated.geluSlope(x);
    };
  }

  /** The derivative of an activation. */
  ElementaryFunction slope() {
    return switch (this) {
      case TANH -> TANH_SLOPE;
      case SIGMOID -> SIGMOID_SLOPE;
      case SILU -> SILU_SLOPE;
      case GELU -> GELU_SLOPE;
      default -> throw new IllegalArgumentException(this + " is no activation");
    };
  }
}
