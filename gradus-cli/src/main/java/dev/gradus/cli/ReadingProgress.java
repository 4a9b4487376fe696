package dev.gradus.cli;

import dev.gradus.tabular.table.CsvSource;

/**
 * How far the reading of a large file has come, in megabytes of what is stored. Small files, and
 * those of unknown length, show nothing.
 */
final class ReadingProgress implements AutoCloseable {
  /** A smaller file is read before anybody asks. */
  private static final long SMALL = 32;

  private final Progress progress;
  private final CsvSource source;
  private long bytes;
  private long shown;

  ReadingProgress(Terminal terminal, CsvSource source) {
    long megabytes = source.length() >> 20;
    progress = megabytes < SMALL ? Progress.none() : terminal.progress(megabytes, "reading, in MB");
    this.source = source.watched(this::read);
  }

  /** The data; reading them moves the display. */
  CsvSource source() {
    return source;
  }

  private void read(long more) {
    bytes += more;
    long megabytes = bytes >> 20;
    if (megabytes > shown) {
      progress.step(megabytes - shown);
      shown = megabytes;
    }
  }

  @Override
  public void close() {
    progress.close();
  }
}
