package dev.gradus.tabular.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The single operations that a checkpoint takes; a test lets any of them fail. */
interface Disk {
  /** The real one. */
  Disk REAL = new Disk() {};

  /** A new file. */
  default FileChannel create(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** Writes all. */
  default void write(FileChannel to, byte[] content) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(content);
    while (rest.hasRemaining()) {
      to.write(rest);
    }
  }

  /** Brings what was written to the device. */
  default void force(FileChannel file) throws IOException {
    file.force(true);
  }

  /** Closes. */
  default void close(FileChannel file) throws IOException {
    file.close();
  }

  /** All that is in a file. */
  default byte[] read(Path file) throws IOException {
    return Files.readAllBytes(file);
  }

  /** Whether there is a file. */
  default boolean exists(Path file) {
    return Files.exists(file);
  }

  /** A second name for a file. */
  default void link(Path name, Path file) throws IOException {
    try {
      Files.createLink(name, file);
    } catch (UnsupportedOperationException e) {
      throw new IOException(e);
    }
  }

  /** Moves over whatever has that name, all at once. */
  default void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Removes a name, if it is there. */
  default void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
  }

  /** Brings the names in a folder to the device, where the system can. */
  default void forceFolder(Path folder) throws IOException {
    FileChannel channel;
    try {
      channel = FileChannel.open(folder, StandardOpenOption.READ);
    } catch (IOException e) {
      return; // folders cannot be opened on every system; the content is safe already
    }
    try (channel) {
      channel.force(true);
    }
  }
}
