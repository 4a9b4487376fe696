package dev.gradus.optimize;

import dev.gradus.matrix.Matrix;

/**
 * A recipe for minimizing a function that can be evaluated wherever the method wants to look: the
 * loss over all rows. It finds the length of its steps by itself, so there is no learning rate.
 */
public non-sealed interface FullBatchOptimizer extends Descent {

  /** A function of θ and its gradient. */
  @FunctionalInterface
  interface Function {

    /**
     * f(θ), and ∂f/∂θ.
     *
     * @param theta θ [1 × p]; not changed
     * @param gradient [1 × p]; all of it is written
     */
    double evaluate(Matrix theta, Matrix gradient);
  }

  /**
   * Begins a run, and evaluates f once, at θ.
   *
   * @param theta θ [1 × p], where the search begins; the run moves it, and nobody else may
   * @param f what is minimized
   */
  Run start(Matrix theta, Function f);

  /** A running search. */
  interface Run {

    /**
     * One iteration: θ moves to a point where f is lower.
     *
     * @return whether there is one; if not, θ stays, and further iterations would find none either
     */
    boolean step();

    /** f at the present θ. */
    double value();

    /**
     * Shows all that it remembers beside θ, so that a search can be kept and go on later with the
     * same bits.
     *
     * @throws UnsupportedOperationException unless the run says what it remembers, be it nothing
     */
    default void exchange(Memory memory) {
      throw new UnsupportedOperationException(
          "this optimizer does not say what it remembers: its runs cannot be kept");
    }
  }
}
