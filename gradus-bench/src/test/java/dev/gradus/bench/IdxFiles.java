package dev.gradus.bench;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Small IDX files for tests. */
final class IdxFiles {
  private IdxFiles() {}

  static Path write(Path file, int[] dimensions, byte[] elements) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(0x800 | dimensions.length);
      for (int dimension : dimensions) {
        out.writeInt(dimension);
      }
      out.write(elements);
    }
    return file;
  }

  /** Images of 28 × 28 whose every pixel is bright where the label is odd. */
  static void images(Path folder, String part, int n) throws IOException {
    byte[] pixels = new byte[n * 784];
    byte[] labels = new byte[n];
    for (int i = 0; i < n; i++) {
      labels[i] = (byte) (i % 10);
      for (int j = 0; j < 784; j++) {
        pixels[i * 784 + j] = (byte) (j / 79 == i % 10 ? 255 : 0);
      }
    }
    write(folder.resolve(part + "-images-idx3-ubyte.gz"), new int[] {n, 28, 28}, pixels);
    write(folder.resolve(part + "-labels-idx1-ubyte.gz"), new int[] {n}, labels);
  }
}
