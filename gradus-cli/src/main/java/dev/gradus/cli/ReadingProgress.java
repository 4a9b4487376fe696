package dev.gradus.cli;

import dev.gradus.tabular.table.CsvSource;

/**
 * How far the reading of a large file has come, in megabytes of what is stored; of a stream, how
 * much of it was read. Small ones show nothing.
 */
final class ReadingProgress implements AutoCloseable {
  /** A smaller file is read before anybody asks. */
  private static final long SMALL = 32;

  private final Progress progress;
  private final CsvSource source;
  private long bytes;
  private long shown;

  ReadingProgress(Terminal terminal, CsvSource source) {
    progress = display(terminal, source.length());
    this.source = source.watched(this::read);
  }

  private static Progress display(Terminal terminal, long length) {
    String what = "reading, in MB";
    if (length < 0) {
      return terminal.count(what);
    }
    long megabytes = length >> 20;
    return megabytes < SMALL ? Progress.none() : terminal.progress(megabytes, what);
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
