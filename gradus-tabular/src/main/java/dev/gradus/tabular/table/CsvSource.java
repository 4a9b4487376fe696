package dev.gradus.tabular.table;

import dev.gradus.error.FileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes of a CSV file with the name under which messages speak of them; can be read again. */
public interface CsvSource {

  /** The file as the user gave it. */
  String name();

  /**
   * The bytes from the beginning.
   *
   * @throws FileException if they cannot be opened, saying why
   */
  InputStream open();

  /**
   * A file. What is not a regular file (a pipe, say) is read into memory at once, since a table is
   * read twice: once for the types of its columns, once for the cells.
   *
   * @param name the path as the user gave it
   * @throws FileException if there is no such file, it is a folder, or it may not be read
   */
  static CsvSource file(String name) {
    return FileSource.of(name);
  }

  /**
   * Everything that a stream holds, kept in memory; the stream is not closed.
   *
   * @param name what messages call it
   * @throws FileException if reading fails
   */
  static CsvSource stream(String name, InputStream in) {
    try {
      return bytes(name, in.readAllBytes());
    } catch (IOException e) {
      throw InputFile.failed(name, e);
    }
  }

  /** Shares the bytes, which must not change. */
  static CsvSource bytes(String name, byte[] content) {
    return new CsvSource() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(content);
      }
    };
  }
}
