package dev.gradus.tabular.table;

import dev.gradus.error.DataException;
import dev.gradus.error.FileException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Bytes of a CSV file with the name under which messages speak of them. */
public interface CsvSource {

  /** The file as the user gave it. */
  String name();

  /**
   * The bytes from the beginning. A source that is not {@link #repeatable} gives them once.
   *
   * @throws FileException if they cannot be opened, saying why
   * @throws DataException if a compressed file is not what its name says
   */
  InputStream open();

  /** How many bytes are stored, compressed or not; -1 where that is not known. */
  default long length() {
    return -1;
  }

  /** The same bytes, to be opened any number of times: those of a stream are read into memory. */
  default CsvSource repeatable() {
    return this;
  }

  /**
   * The same bytes; while they are read, the reader is told of the number of stored bytes since it
   * was told last.
   */
  default CsvSource watched(LongConsumer reader) {
    CsvSource whole = this;
    return new CsvSource() {
      @Override
      public String name() {
        return whole.name();
      }

      @Override
      public InputStream open() {
        return new WatchedStream(whole.open(), reader);
      }

      @Override
      public long length() {
        return whole.length();
      }

      @Override
      public CsvSource repeatable() {
        return whole.repeatable().watched(reader);
      }
    };
  }

  /**
   * A file; one whose name ends in {@code .csv.gz} is decompressed. What is not a regular file (a
   * pipe, say) can be opened once.
   *
   * @param name the path as the user gave it
   * @throws FileException if there is no such file, it is a folder, or it may not be read
   */
  static CsvSource file(String name) {
    return FileSource.of(name);
  }

  /**
   * What a stream holds, to be opened once.
   *
   * @param name what messages call it
   */
  static CsvSource stream(String name, InputStream in) {
    return new StreamSource(name, in);
  }

  /** Shares the bytes, which must not change. */
  static CsvSource bytes(String name, byte[] content) {
    return new BytesSource(name, content);
  }

  /**
   * Everything that a source gives, kept in memory.
   *
   * @throws FileException if reading fails
   */
  static CsvSource kept(CsvSource once) {
    try (InputStream in = once.open()) {
      return bytes(once.name(), in.readAllBytes());
    } catch (IOException e) {
      throw InputFile.failed(once.name(), e);
    }
  }
}
