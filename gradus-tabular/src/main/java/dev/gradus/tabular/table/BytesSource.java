package dev.gradus.tabular.table;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A CSV file in memory; shares its bytes. */
@SuppressWarnings("ArrayRecordComponent") // shared; equality is not used
record BytesSource(String name, byte[] content) implements CsvSource {
  @Override
  public InputStream open() {
    return new ByteArrayInputStream(content);
  }

  @Override
  public long length() {
    return content.length;
  }
}
