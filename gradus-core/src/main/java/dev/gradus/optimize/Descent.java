package dev.gradus.optimize;

/**
 * How a loss is made small: step by step along the gradient of one minibatch after another ({@link
 * Optimizer}), or by searching along lines on all rows at once ({@link FullBatchOptimizer}). Both
 * are open to the user's own; {@link StandardOptimizer} is the table.
 */
public sealed interface Descent permits Optimizer, FullBatchOptimizer {

  /** The name in files and flags. */
  String name();
}
