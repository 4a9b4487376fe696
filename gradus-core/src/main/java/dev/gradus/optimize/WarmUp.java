package dev.gradus.optimize;

/** See {@link LearningRate#warmUp}. */
record WarmUp(double fraction, LearningRate then) implements LearningRate {

  WarmUp {
    if (!(fraction >= 0 && fraction < 1)) {
      throw new IllegalArgumentException(
          "warm-up " + fraction + ": wants a number from 0 to below 1");
    }
  }

  @Override
  public double at(long step, long steps) {
    long warm = (long) (fraction * steps);
    return step < warm
        ? then.at(0, steps - warm) * (step + 1) / (warm + 1)
        : then.at(step - warm, steps - warm);
  }

  @Override
  public LearningRate afterEpoch(double loss) {
    return new WarmUp(fraction, then.afterEpoch(loss));
  }
}
