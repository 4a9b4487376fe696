package dev.gradus.train;

import dev.gradus.error.DivergedException;
import dev.gradus.optimize.Memory;

/** What a step of a run is: one minibatch, or one iteration of a full-batch optimizer. */
interface Stepping {

  /**
   * Takes one.
   *
   * @param step from 0
   * @param learningRate of this step
   * @return the mean loss before it
   * @throws DivergedException if something is not finite; θ is as it was before the step
   */
  double step(long step, double learningRate);

  /** How much the rows of the last step count: their number, unless they have weights. */
  double weight();

  /** Whether a further step can do anything. */
  boolean goesOn();

  /** Whether the rows are drawn once for all, before the first step. */
  boolean drawsOnce();

  /** Shows all that it remembers beside θ. */
  void exchange(Memory memory);

  /** In how many steps the gradient was clipped since this was asked last. */
  long takeClipped();
}
