package dev.gradus.optimize;

/** See {@link LearningRate#cosineRestarts}. */
record CosineRestarts(double rate, int cycles, double growth) implements LearningRate {

  CosineRestarts {
    Hyperparameter.requireRate(rate);
    if (cycles < 1) {
      throw new IllegalArgumentException(cycles + " cycles: wants 1 or more");
    }
    if (!(growth >= 1 && growth <= 100)) {
      throw new IllegalArgumentException("growth " + growth + ": wants a number from 1 to 100");
    }
  }

  @Override
  public double at(long step, long steps) {
    double whole = 0; // in lengths of the first cycle
    double length = 1;
    for (int cycle = 0; cycle < cycles; cycle++) {
      whole += length;
      length *= growth;
    }
    double at = whole * step / steps;
    length = 1;
    for (int cycle = 1; cycle < cycles && at >= length; cycle++) {
      at -= length;
      length *= growth;
    }
    return rate * fallen(at / length);
  }

  /** ½ (1 + cos πp) = cos² (πp/2), whose last form is not lost beside 1 where it is small. */
  static double fallen(double p) {
    double half = StrictMath.cos(Math.PI / 2 * p);
    return half * half;
  }
}
