package dev.gradus.optimize;

/**
 * See {@link LearningRate#reduceOnPlateau}.
 *
 * @param rate that holds now
 * @param best lowest loss so far
 * @param waited epochs since then, or since the last reduction
 */
record ReduceOnPlateau(double rate, double factor, int patience, double best, int waited)
    implements LearningRate {
  private static final double THRESHOLD = 1e-4;

  static ReduceOnPlateau begin(double rate, double factor, int patience) {
    Hyperparameter.requireRate(rate);
    if (!(factor > 0 && factor < 1)) {
      throw new IllegalArgumentException("factor " + factor + ": wants a number above 0, below 1");
    }
    if (patience < 1) {
      throw new IllegalArgumentException("patience " + patience + ": wants 1 or more epochs");
    }
    return new ReduceOnPlateau(rate, factor, patience, Double.POSITIVE_INFINITY, 0);
  }

  @Override
  public double at(long step, long steps) {
    return rate;
  }

  @Override
  public LearningRate afterEpoch(double loss) {
    if (loss < best - THRESHOLD * Math.abs(best) || best == Double.POSITIVE_INFINITY) {
      return new ReduceOnPlateau(rate, factor, patience, loss, 0);
    }
    return waited + 1 < patience
        ? new ReduceOnPlateau(rate, factor, patience, best, waited + 1)
        : new ReduceOnPlateau(rate * factor, factor, patience, best, 0);
  }
}
