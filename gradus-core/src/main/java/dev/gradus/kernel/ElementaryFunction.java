package dev.gradus.kernel;

/** The functions of {@link Elementary} that have a vector form. */
enum ElementaryFunction {
  EXP,
  EXPM1,
  LOG,
  LOG1P,
  TANH,
  SIGMOID,
  ERF;

  /** The scalar form. */
  double at(double x) {
    return switch (this) {
      case EXP -> Elementary.exp(x);
      case EXPM1 -> Elementary.expm1(x);
      case LOG -> Elementary.log(x);
      case LOG1P -> Elementary.log1p(x);
      case TANH -> Elementary.tanh(x);
      case SIGMOID -> Elementary.sigmoid(x);
      case ERF -> Elementary.erf(x);
    };
  }
}
