package dev.gradus.tabular.table;

import dev.gradus.error.FileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Locale;
import java.util.function.LongConsumer;

/**
 * A CSV file on disk, compressed or not.
 *
 * @param file where it is
 * @param reader is told of the bytes that are read
 */
record FileSource(InputFile file, LongConsumer reader) implements CsvSource {

  /**
   * Opens the file once, so that one that cannot be read is refused here.
   *
   * @throws FileException if it cannot be opened
   */
  static CsvSource of(String name) {
    InputFile file = InputFile.of(name, "a CSV file");
    FileSource source = new FileSource(file, read -> {});
    InputStream in = file.open();
    if (!Files.isRegularFile(file.path())) {
      return CsvSource.stream(name, isGzip(name) ? GzipStream.of(name, in) : in);
    }
    try (in) {
      return source;
    } catch (IOException e) {
      throw file.failed(e);
    }
  }

  private static boolean isGzip(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".csv.gz");
  }

  @Override
  public String name() {
    return file.name();
  }

  @Override
  public InputStream open() {
    InputStream stored = new WatchedStream(file.open(), reader);
    return isGzip(name()) ? GzipStream.of(name(), stored) : stored;
  }

  @Override
  public long length() {
    try {
      return Files.size(file.path());
    } catch (IOException e) {
      return -1; // it was there a moment ago; opening it says what is wrong
    }
  }

  @Override
  public CsvSource watched(LongConsumer other) {
    return new FileSource(file, other);
  }
}
