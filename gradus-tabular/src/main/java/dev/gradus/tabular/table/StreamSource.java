package dev.gradus.tabular.table;

import java.io.InputStream;

/** A CSV file that comes once: standard input, a pipe. */
final class StreamSource implements CsvSource {
  private final String name;
  private final InputStream in;
  private boolean opened;

  StreamSource(String name, InputStream in) {
    this.name = name;
    this.in = in;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public InputStream open() {
    if (opened) {
      throw new IllegalStateException(name + " can be read once; wants repeatable()");
    }
    opened = true;
    return in;
  }

  @Override
  public CsvSource repeatable() {
    return CsvSource.kept(this);
  }
}
