package dev.gradus.matrix;

/** What operands must have in common; where they have not, the message names the operation. */
final class Shapes {
  private Shapes() {}

  /** That b has a's precision. */
  static void precision(Matrix a, Matrix b, String operation) {
    if (a.compute.precision() != b.compute.precision()) {
      throw new IllegalArgumentException(
          operation
              + ": "
              + a.compute.precision()
              + " and "
              + b.compute.precision()
              + " cannot be mixed");
    }
  }

  /** That b has a's shape. */
  static void same(Matrix a, Matrix b, String operation) {
    precision(a, b, operation);
    if (a.rows() != b.rows() || a.columns() != b.columns()) {
      throw new ShapeException(operation + ": " + a.describe() + " and " + b.describe());
    }
  }

  /** That b has a's shape, and that neither begins inside its array. */
  static void elementwise(Matrix a, Matrix b, String operation) {
    same(a, b, operation);
    if ((a.offset | b.offset) != 0) {
      throw new IllegalArgumentException(
          operation
              + ": a view that begins inside its array takes no part in elementwise operations");
    }
  }

  /** That r is one row of a's width; it may be a view. */
  static void row(Matrix a, Matrix r, String operation) {
    precision(a, r, operation);
    if (r.rows() != 1 || r.columns() != a.columns()) {
      throw new ShapeException(operation + ": " + a.describe() + " and " + r.describe());
    }
  }

  /** That c is one column of a's height, and no view. */
  static void column(Matrix a, Matrix c, String operation) {
    precision(a, c, operation);
    if (c.columns() != 1 || c.rows() != a.rows() || c.offset != 0) {
      throw new ShapeException(operation + ": " + a.describe() + " and " + c.describe());
    }
  }

  /** That r is one row, and no view, to take what comes of all rows of x, which there are. */
  static void reduction(Matrix r, Matrix x, String operation) {
    row(x, r, operation);
    if ((r.offset | x.offset) != 0 || x.rows() == 0) {
      throw new ShapeException(
          operation + " of " + x.describe() + ": wants rows, and no views inside their arrays");
    }
  }

  /** That no element of a destination is one of a source. */
  @SuppressWarnings("ReferenceEquality") // the same array, not one that looks alike
  static void apart(Matrix destination, Matrix source, String operation) {
    long from = Math.max(destination.offset, source.offset);
    long to =
        Math.min(
            (long) destination.offset + destination.size(), (long) source.offset + source.size());
    if (destination.array == source.array && from < to) {
      throw new IllegalArgumentException(operation + ": the destination is one of the sources");
    }
  }

  /** Two that do not fit each other, by their names. */
  static ShapeException misfit(String operation, String nameA, Matrix a, String nameB, Matrix b) {
    return new ShapeException(
        operation + ": " + nameA + " is " + a.describe() + ", " + nameB + " is " + b.describe());
  }
}
