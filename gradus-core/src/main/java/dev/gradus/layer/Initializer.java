package dev.gradus.layer;

import dev.gradus.matrix.Matrix;
import java.util.random.RandomGenerator;

/** Draws the first values of a parameter matrix. {@link StandardInitializer} is the table. */
@FunctionalInterface
public interface Initializer {

  /**
   * Sets all elements, row by row.
   *
   * @param parameter [fan-in × fan-out] for a weight, [1 × fan-out] for a bias
   * @param random the only source of chance
   */
  void fill(Matrix parameter, RandomGenerator random);
}
