package dev.gradus.optimize;

import dev.gradus.matrix.Matrix;

/**
 * A recipe for descending a gradient. It is immutable; what a run remembers (velocity, moments) is
 * in the {@link Run} that it starts.
 */
public non-sealed interface Optimizer extends Descent {

  /**
   * Begins a run.
   *
   * @param theta θ [1 × p], whose shape and precision the run's memory takes; not changed here
   */
  Run start(Matrix theta);

  /** A running optimizer. */
  interface Run {

    /**
     * One step: the only place where θ changes.
     *
     * @param theta θ [1 × p]; changed
     * @param gradient ∂L/∂θ [1 × p]; subtracted, not changed
     * @param learningRate of this step, above 0
     */
    void step(Matrix theta, Matrix gradient, double learningRate);

    /**
     * Shows all that it remembers, so that a run can be kept and go on later with the same bits.
     *
     * @throws UnsupportedOperationException unless the run says what it remembers, be it nothing
     */
    default void exchange(Memory memory) {
      throw new UnsupportedOperationException(
          "this optimizer does not say what it remembers: its runs cannot be kept");
    }
  }
}
