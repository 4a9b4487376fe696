package dev.gradus.optimize;

/**
 * The learning rate of each step of a run. Schedules are functions of the progress made, so that
 * one recipe serves runs of any length.
 */
@FunctionalInterface
public interface LearningRate {

  /**
   * η of one step.
   *
   * @param step from 0
   * @param steps of the whole run, 1 or more
   */
  double at(long step, long steps);

  /** η = rate. */
  static LearningRate constant(double rate) {
    double checked = checked(rate);
    return (step, steps) -> checked;
  }

  /** η = rate · (1 − step / steps): down to almost 0 along a line. */
  static LearningRate linearDecay(double rate) {
    double checked = checked(rate);
    return (step, steps) -> checked * (1 - (double) step / steps);
  }

  /**
   * η = rate · ½ (1 + cos(π step / steps)): slow, fast, slow.
   *
   * <p>Loshchilov, Hutter (2017), SGDR: Stochastic Gradient Descent with Warm Restarts, eq. 5,
   * without restarts and with a least rate of 0.
   */
  static LearningRate cosine(double rate) {
    double checked = checked(rate);
    return (step, steps) -> checked * 0.5 * (1 + StrictMath.cos(Math.PI * step / steps));
  }

  private static double checked(double rate) {
    if (!(rate > 0 && rate <= 1e6)) {
      throw new IllegalArgumentException(
          "learning rate " + rate + ": wants a number above 0 and at most 1e6");
    }
    return rate;
  }
}
