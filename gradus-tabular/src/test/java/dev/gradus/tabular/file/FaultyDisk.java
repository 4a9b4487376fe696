package dev.gradus.tabular.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;

/** Each operation counts; a chosen one fails, after half of the work. */
final class FaultyDisk implements Disk {
  private int left = Integer.MAX_VALUE;
  private boolean failed;
  private boolean forgetful;

  void failAfter(int operations) {
    left = operations;
  }

  /** From now on a bit of what it is given is lost, in silence. */
  void forget() {
    forgetful = true;
  }

  boolean hasFailed() {
    return failed;
  }

  private void count() throws IOException {
    if (--left == 0) {
      failed = true;
      throw new IOException("No space left on device");
    }
  }

  @Override
  public FileChannel create(Path file) throws IOException {
    count();
    return REAL.create(file);
  }

  @Override
  public void write(FileChannel to, byte[] content) throws IOException {
    to.write(ByteBuffer.wrap(content, 0, content.length / 2));
    count();
    byte[] rest = Arrays.copyOfRange(content, content.length / 2, content.length);
    rest[0] ^= (byte) (forgetful ? 1 : 0);
    REAL.write(to, rest);
  }

  @Override
  public void force(FileChannel file) throws IOException {
    count();
    REAL.force(file);
  }

  @Override
  public void close(FileChannel file) throws IOException {
    REAL.close(file);
    count();
  }

  @Override
  public byte[] read(Path file) throws IOException {
    count();
    return REAL.read(file);
  }

  @Override
  public void link(Path name, Path file) throws IOException {
    count();
    REAL.link(name, file);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    count();
    REAL.move(from, to);
  }

  @Override
  public void delete(Path file) throws IOException {
    count();
    REAL.delete(file);
  }

  @Override
  public void forceFolder(Path of) throws IOException {
    count();
    REAL.forceFolder(of);
  }
}
