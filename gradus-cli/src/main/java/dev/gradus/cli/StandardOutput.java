package dev.gradus.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The stream below standard output. A {@link PrintStream} swallows every {@link IOException} of the
 * stream below it; this one throws {@link ClosedOutput} instead, which passes through.
 */
final class StandardOutput extends OutputStream {
  private static final int BUFFER = 1 << 16;

  private final OutputStream system;

  private StandardOutput(OutputStream system) {
    this.system = system;
  }

  /** A buffered UTF-8 stream that ends the command when it cannot be written. */
  static PrintStream over(OutputStream system) {
    OutputStream buffered = new BufferedOutputStream(new StandardOutput(system), BUFFER);
    return new PrintStream(buffered, false, StandardCharsets.UTF_8);
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    try {
      system.write(bytes, from, length);
    } catch (IOException e) {
      throw new ClosedOutput(e);
    }
  }

  @Override
  public void flush() {
    try {
      system.flush();
    } catch (IOException e) {
      throw new ClosedOutput(e);
    }
  }
}
