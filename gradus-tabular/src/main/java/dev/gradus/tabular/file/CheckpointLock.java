package dev.gradus.tabular.file;

import dev.gradus.error.FileException;
import dev.gradus.error.FileException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two trainings from writing one checkpoint: a lock of the system on {@code NAME.lock}, which
 * holds the number of the process. The system frees it when the process dies.
 */
final class CheckpointLock implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;

  private CheckpointLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Locks.
   *
   * @throws FileException if another process, or another training of this one, has the lock
   */
  static CheckpointLock of(Path checkpoint) {
    Path file = checkpoint.resolveSibling(checkpoint.getFileName() + ".lock");
    try {
      CheckpointLock lock = attempt(file, checkpoint);
      while (lock == null) { // its owner removed the file while we locked it
        lock = attempt(file, checkpoint);
      }
      return lock;
    } catch (IOException e) {
      throw AtomicFile.failure(Kind.CANNOT_CREATE, file, e);
    }
  }

  private static @Nullable CheckpointLock attempt(Path file, Path checkpoint) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw inUse(file, checkpoint);
      }
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw inUse(file, checkpoint);
    } catch (FileException | IOException e) {
      channel.close();
      throw e;
    }
    String owner = ProcessHandle.current().pid() + "\n";
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.US_ASCII)));
    if (!owner.equals(content(file))) {
      channel.close();
      return null;
    }
    return new CheckpointLock(file, channel);
  }

  private static FileException inUse(Path file, Path checkpoint) throws IOException {
    String owner = content(file).strip();
    String process = owner.matches("[0-9]{1,19}") ? "process " + owner : "another process";
    return new FileException(
        Kind.LOCKED, checkpoint.toString(), "in use by " + process, null, null);
  }

  private static String content(Path file) throws IOException {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.US_ASCII);
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  /** Removes the file while it is still locked, then frees it. */
  @Override
  public void close() {
    try (channel) {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // a lock file that nobody has locked is in nobody's way
    }
  }
}
