package dev.gradus.optimize;

import dev.gradus.matrix.Matrix;

/**
 * What a run remembers, named piece by piece. One list of names serves for keeping and for taking
 * back, so that the two cannot differ: whoever keeps copies what it is shown, whoever takes back
 * overwrites it.
 *
 * <p>A run shows its memory in {@link Optimizer.Run#exchange} and {@link
 * FullBatchOptimizer.Run#exchange}:
 *
 * <pre>{@code
 * memory.vector("m", m);
 * power = memory.number("power", power);
 * }</pre>
 */
public interface Memory {

  /**
   * A vector, whose values are kept, or overwritten by those kept.
   *
   * @param name no other piece of the run has it
   */
  void vector(String name, Matrix vector);

  /**
   * A number.
   *
   * @param name no other piece of the run has it
   * @param present finite
   * @return what it is from now on: the present one, or the one kept
   */
  double number(String name, double present);
}
