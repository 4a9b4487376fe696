package dev.gradus.optimize;

import java.util.Locale;
import java.util.function.DoubleFunction;

/** The table of schedules, each with its standard shape: a function of the rate. */
public enum Schedule {
  /** {@link LearningRate#constant}. */
  CONSTANT(LearningRate::constant),
  /** {@link LearningRate#step}: three equal parts, a tenth each time. */
  STEP(rate -> LearningRate.step(rate, 0.1, 3)),
  /** {@link LearningRate#exponential}: down to a hundredth. */
  EXPONENTIAL(rate -> LearningRate.exponential(rate, 0.01)),
  /** {@link LearningRate#linearDecay}. */
  LINEAR(LearningRate::linearDecay),
  /** {@link LearningRate#cosine}. */
  COSINE(LearningRate::cosine),
  /** {@link LearningRate#cosineRestarts}: three cycles, each twice as long as the one before. */
  COSINE_RESTARTS(rate -> LearningRate.cosineRestarts(rate, 3, 2)),
  /** {@link LearningRate#oneCycle}. */
  ONE_CYCLE(LearningRate::oneCycle),
  /** {@link LearningRate#reduceOnPlateau}: a tenth after ten epochs, as in PyTorch and Keras. */
  PLATEAU(rate -> LearningRate.reduceOnPlateau(rate, 0.1, 10));

  @SuppressWarnings("ImmutableEnumChecker") // functions without state
  private final DoubleFunction<LearningRate> shape;

  Schedule(DoubleFunction<LearningRate> shape) {
    this.shape = shape;
  }

  /** The schedule whose greatest rate this is. */
  public LearningRate of(double rate) {
    return shape.apply(rate);
  }

  /** The name in files and flags: {@code one_cycle}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
