package dev.gradus.optimize;

/**
 * The learning rate of each step of a run. Schedules are functions of the progress made, so that
 * one recipe serves runs of any length; {@link Schedule} is the table.
 *
 * <p>A schedule is immutable. One that listens to the losses answers {@link #afterEpoch} with the
 * schedule that holds from there on, and the run goes on with that.
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

  /**
   * The schedule that holds after an epoch: this one, unless it listens.
   *
   * @param loss of the validation rows, or where there are none of the training rows
   */
  default LearningRate afterEpoch(double loss) {
    return this;
  }

  /** η = rate. */
  static LearningRate constant(double rate) {
    Hyperparameter.requireRate(rate);
    return (step, steps) -> rate;
  }

  /**
   * η = rate · factor^⌊parts · step / steps⌋: equal parts, each with the rate of the one before
   * times the factor.
   *
   * <p>He, Zhang, Ren, Sun (2016), Deep Residual Learning, section 3.4: divided by 10 when the
   * error plateaus.
   *
   * @param factor above 0, at most 1
   * @param parts 1 or more
   */
  static LearningRate step(double rate, double factor, int parts) {
    Hyperparameter.requireRate(rate);
    Hyperparameter.requireFactor(factor);
    if (parts < 1) {
      throw new IllegalArgumentException(parts + " parts: wants 1 or more");
    }
    return (step, steps) -> {
      int part = Math.toIntExact(parts * step / steps);
      return rate * StrictMath.pow(factor, part);
    };
  }

  /**
   * η = rate · factor^(step / steps): the same share of what is left in each step, and the factor
   * in all.
   *
   * @param factor above 0, at most 1
   */
  static LearningRate exponential(double rate, double factor) {
    Hyperparameter.requireRate(rate);
    Hyperparameter.requireFactor(factor);
    return (step, steps) -> rate * StrictMath.pow(factor, progress(step, steps));
  }

  /** η = rate · (1 − step / steps): down to almost 0 along a line. */
  static LearningRate linearDecay(double rate) {
    Hyperparameter.requireRate(rate);
    return (step, steps) -> rate * (1 - progress(step, steps));
  }

  /**
   * η = rate · ½ (1 + cos(π step / steps)): slow, fast, slow.
   *
   * <p>Loshchilov, Hutter (2017), SGDR: Stochastic Gradient Descent with Warm Restarts, eq. 5,
   * without restarts and with a least rate of 0.
   */
  static LearningRate cosine(double rate) {
    return cosineRestarts(rate, 1, 1);
  }

  /**
   * The cosine of {@link #cosine} several times, each cycle {@code growth} times as long as the one
   * before: in a cycle that begins at progress a and has the length l, η = rate · ½ (1 + cos(π
   * (step / steps − a) / l)).
   *
   * <p>Why restarts: a jump back to the full rate leaves a narrow minimum, and each end of a cycle
   * is a usable model. Loshchilov, Hutter (2017), SGDR, eq. 5 with T_mult = growth.
   *
   * @param cycles 1 or more
   * @param growth 1 or more
   */
  static LearningRate cosineRestarts(double rate, int cycles, double growth) {
    return new CosineRestarts(rate, cycles, growth);
  }

  /**
   * Up, then down along two half cosines, with p = step / steps:
   *
   * <pre>
   * p &lt; 0.3    η from rate / 25 to rate            η = a + (b − a) ½ (1 − cos(π p / 0.3))
   * else       η from rate to rate / 250,000       η = a + (b − a) ½ (1 − cos(π (p − 0.3) / 0.7))
   * </pre>
   *
   * <p>Why: the small rate at first keeps a fresh network from diverging, the large one in the
   * middle keeps it out of sharp minima, the tiny one at the end settles.
   *
   * <p>Smith, Topin (2018), Super-Convergence; the shape and the three numbers are those of fast.ai
   * (Howard, Gugger, 2020, fastai: A Layered API for Deep Learning), which libraries took over.
   */
  static LearningRate oneCycle(double rate) {
    Hyperparameter.requireRate(rate);
    double first = rate / 25;
    double last = first / 1e4;
    double top = 0.3;
    return (step, steps) -> {
      double p = progress(step, steps);
      return p < top
          ? between(first, rate, CosineRestarts.fallen(p / top))
          : between(rate, last, CosineRestarts.fallen((p - top) / (1 - top)));
    };
  }

  private static double between(double from, double to, double share) {
    return from * share + to * (1 - share);
  }

  private static double progress(long step, long steps) {
    return (double) step / steps;
  }

  /**
   * Before any schedule: in the first w = ⌊fraction · steps⌋ steps η rises along a line towards the
   * schedule's first rate, which then begins with all the steps that are left.
   *
   * <pre>
   * step &lt; w    η = then(0) · (step + 1) / (w + 1)
   * else         η = then(step − w of steps − w)
   * </pre>
   *
   * <p>Why: the first gradients of a fresh network, and the first moments of Adam, are too rough
   * for the full rate. Goyal et al. (2017), Accurate, Large Minibatch SGD, section 2.2.
   *
   * @param fraction of all steps, 0 to below 1
   */
  static LearningRate warmUp(double fraction, LearningRate then) {
    return new WarmUp(fraction, then);
  }

  /**
   * η = rate at first; times {@code factor} after every {@code patience} epochs in a row whose loss
   * was not below 0.9999 of the best.
   *
   * <p>A common rule of libraries rather than of a paper; the relative threshold of 1e-4 is
   * PyTorch's.
   *
   * @param factor above 0, below 1
   * @param patience epochs, 1 or more
   */
  static LearningRate reduceOnPlateau(double rate, double factor, int patience) {
    return ReduceOnPlateau.begin(rate, factor, patience);
  }
}
