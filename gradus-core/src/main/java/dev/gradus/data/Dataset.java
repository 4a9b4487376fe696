package dev.gradus.data;

import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.RowWeights;
import dev.gradus.matrix.ShapeException;
import java.util.Optional;

/**
 * Inputs and targets, row by row, and how much each row counts. The matrices are shared, not
 * copied.
 *
 * @param x [n × in]
 * @param target [n × out]
 * @param weights one a row; none: all rows count the same
 */
public record Dataset(Matrix x, Matrix target, Optional<RowWeights> weights) {

  /** Checks that all have the same number of rows. */
  public Dataset {
    if (x.rows() != target.rows()) {
      throw new ShapeException("x is " + x.describe() + ", the target is " + target.describe());
    }
    if (weights.isPresent() && weights.get().rows() != x.rows()) {
      throw new ShapeException(
          "x is " + x.describe() + ", there are " + weights.get().rows() + " weights");
    }
  }

  /** All rows count the same. */
  public Dataset(Matrix x, Matrix target) {
    this(x, target, Optional.empty());
  }

  /** With other weights. */
  public Dataset withWeights(RowWeights other) {
    return new Dataset(x, target, Optional.of(other));
  }

  /** n. */
  public int rows() {
    return x.rows();
  }
}
