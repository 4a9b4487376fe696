package dev.gradus.data;

import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.ShapeException;

/**
 * Inputs and targets, row by row. The matrices are shared, not copied.
 *
 * @param x [n × in]
 * @param target [n × out]
 */
public record Dataset(Matrix x, Matrix target) {

  /** Checks that both have the same number of rows. */
  public Dataset {
    if (x.rows() != target.rows()) {
      throw new ShapeException("x is " + x.describe() + ", the target is " + target.describe());
    }
  }

  /** n. */
  public int rows() {
    return x.rows();
  }
}
