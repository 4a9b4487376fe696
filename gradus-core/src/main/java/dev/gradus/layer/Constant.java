package dev.gradus.layer;

import dev.gradus.matrix.Matrix;
import java.util.random.RandomGenerator;

/**
 * One value for all elements; nothing is drawn.
 *
 * @param value finite
 */
record Constant(double value) implements Initializer {

  @Override
  public void fill(Matrix parameter, RandomGenerator random) {
    for (int i = 0; i < parameter.rows(); i++) {
      for (int j = 0; j < parameter.columns(); j++) {
        parameter.set(i, j, value);
      }
    }
  }
}
