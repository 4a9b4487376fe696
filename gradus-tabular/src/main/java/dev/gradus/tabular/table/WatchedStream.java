package dev.gradus.tabular.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how many bytes were read. */
final class WatchedStream extends FilterInputStream {
  private final LongConsumer reader;

  WatchedStream(InputStream in, LongConsumer reader) {
    super(in);
    this.reader = reader;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    reader.accept(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int count = super.read(bytes, from, length);
    reader.accept(Math.max(count, 0));
    return count;
  }
}
