package dev.gradus.tabular.file;

import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import dev.gradus.network.Parameters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Parameters for NumPy: {@code np.load("m.npz")["W1"]}. A zip archive, nothing compressed, of an
 * array file for each block, in the order of the layers and in its own precision. The same
 * parameters give the same bytes.
 *
 * <p>The formats: NumPy's enhancement proposal 1, and its {@code numpy.savez}.
 */
public final class NpzFile {
  /** The earliest that a zip archive can say; no clock and no time zone shows in the file. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  /** The array begins at a multiple of this. */
  private static final int ALIGNMENT = 64;

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

  private NpzFile() {}

  /** The file. */
  public static byte[] of(Parameters parameters) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (Map.Entry<String, Matrix> block : parameters.views().entrySet()) {
        byte[] array = array(block.getValue());
        ZipEntry entry = new ZipEntry(block.getKey() + ".npy");
        CRC32 sum = new CRC32();
        sum.update(array);
        entry.setCrc(sum.getValue());
        entry.setSize(array.length);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(array);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Magic, version 1.0, the header's length, the header, and the numbers row by row. */
  private static byte[] array(Matrix matrix) {
    boolean wide = matrix.compute().precision() == Precision.FLOAT64;
    String header = header(wide ? "<f8" : "<f4", matrix.rows(), matrix.columns());
    int size = Math.multiplyExact(matrix.size(), wide ? Double.BYTES : Float.BYTES);
    ByteBuffer file =
        ByteBuffer.allocate(Math.addExact(MAGIC.length + Short.BYTES + header.length(), size))
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(MAGIC)
            .putShort((short) header.length())
            .put(header.getBytes(StandardCharsets.US_ASCII));
    for (double value : matrix.toArray()) {
      if (wide) {
        file.putDouble(value);
      } else {
        file.putFloat((float) value);
      }
    }
    return file.array();
  }

  /** A Python dictionary, with spaces and a line feed to the alignment. */
  private static String header(String type, int rows, int columns) {
    String shape = "(" + rows + ", " + columns + ")";
    String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }";
    int used = MAGIC.length + Short.BYTES + text.length() + 1;
    return text + " ".repeat(Math.floorMod(-used, ALIGNMENT)) + "\n";
  }
}
