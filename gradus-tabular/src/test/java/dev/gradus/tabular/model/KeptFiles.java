package dev.gradus.tabular.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The files of every format version, as they were written then. */
final class KeptFiles {
  private KeptFiles() {}

  /** {@code format-2/values-2.gradus}. */
  static byte[] bytes(String name) {
    try (InputStream in = KeptFiles.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
