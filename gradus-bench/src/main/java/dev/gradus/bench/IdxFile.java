package dev.gradus.bench;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * A file in the IDX format of the MNIST data, compressed: two zero bytes, the type (8 for unsigned
 * bytes), the number of dimensions, the dimensions (each four bytes, highest first), the elements.
 *
 * @param dimensions of the array, e.g. 60,000 × 28 × 28
 * @param elements row by row, to be read as 0 to 255; shared
 */
@SuppressWarnings("ArrayRecordComponent") // read once, and compared with nothing
record IdxFile(int[] dimensions, byte[] elements) {
  private static final int UNSIGNED_BYTES = 8;
  private static final int MOST = 1 << 28;

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read, or is something else
   */
  static IdxFile read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file))))) {
      int magic = in.readInt();
      if (magic >>> 8 != UNSIGNED_BYTES || (magic & 0xff) == 0) {
        throw new IOException(file + ": no IDX file of unsigned bytes");
      }
      int[] dimensions = new int[magic & 0xff];
      long size = 1;
      for (int i = 0; i < dimensions.length; i++) {
        dimensions[i] = in.readInt();
        size *= dimensions[i];
        if (dimensions[i] < 0 || size > MOST) {
          throw new IOException(file + ": more than " + MOST + " elements");
        }
      }
      byte[] elements = new byte[(int) size];
      in.readFully(elements);
      return new IdxFile(dimensions, elements);
    } catch (EOFException e) {
      throw new IOException(file + ": ends too early", e);
    }
  }

  /** The first dimension. */
  int count() {
    return dimensions[0];
  }

  /** Elements in each of them. */
  int width() {
    return count() == 0 ? 0 : elements.length / count();
  }

  /** One element, 0 to 255. */
  int get(int at) {
    return elements[at] & 0xff;
  }

  @Override
  public String toString() {
    return "IDX " + Arrays.toString(dimensions);
  }
}
