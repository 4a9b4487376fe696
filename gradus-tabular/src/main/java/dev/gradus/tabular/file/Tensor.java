package dev.gradus.tabular.file;

import dev.gradus.matrix.Precision;

/**
 * A named matrix of a file.
 *
 * @param name 1 to 256 bytes of UTF-8
 * @param rows 1 or more
 * @param columns 1 or more
 * @param precision in which it is stored
 * @param values row by row, shared; of float32 tensors exactly representable as such
 */
@SuppressWarnings("ArrayRecordComponent") // shared inside; equality is not used
public record Tensor(String name, int rows, int columns, Precision precision, double[] values) {

  /** Bytes in the file. */
  long bytes() {
    return (long) rows * columns * width(precision);
  }

  static int width(Precision precision) {
    return precision == Precision.FLOAT32 ? Float.BYTES : Double.BYTES;
  }
}
