package dev.gradus.tabular.file;

import dev.gradus.error.FileException;
import dev.gradus.error.FileException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.random.RandomGenerator;

/**
 * Writes whole files: whoever reads sees the old content or the new, never a part. The bytes go to
 * a temporary file in the same folder, are forced to the disk, and are then moved over the name.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /**
   * Replaces a file's content, or creates it.
   *
   * @throws FileException if that cannot be done; the old file is then as it was
   */
  public static void write(Path file, byte[] content) {
    requireWritable(file);
    Path temporary = temporary(file);
    try {
      writeAndForce(temporary, content);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      forceFolder(folder(file));
    } catch (IOException e) {
      remove(temporary, e);
      throw failed(file, e);
    }
  }

  /**
   * Says at the start what {@link #write} would say at the end.
   *
   * @throws FileException if the folder is missing or not writable, or the name is a folder
   */
  public static void requireWritable(Path file) {
    Path folder = folder(file);
    if (!Files.isDirectory(folder)) {
      throw cannotCreate(file, "folder " + folder + " does not exist");
    }
    if (Files.isDirectory(file)) {
      throw cannotCreate(file, "is a folder; a file name is wanted");
    }
    if (!Files.isWritable(folder)) {
      throw cannotCreate(file, "folder is not writable");
    }
  }

  private static FileException cannotCreate(Path file, String what) {
    return new FileException(Kind.CANNOT_CREATE, file.toString(), what, null, null);
  }

  private static Path folder(Path file) {
    Path parent = file.getParent();
    return parent == null ? Path.of("").toAbsolutePath() : parent;
  }

  private static Path temporary(Path file) {
    // A name, not a number that reaches a result: two processes must not meet.
    long random = RandomGenerator.getDefault().nextLong() & 0xffffffL;
    String name = file.getFileName() + ".tmp-" + ProcessHandle.current().pid() + "-" + random;
    return file.resolveSibling(name);
  }

  private static void writeAndForce(Path file, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  /** Makes the new name itself durable, where the system can. */
  private static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // folders cannot be opened on every system; the content is safe already
    }
  }

  private static void remove(Path temporary, IOException cause) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  private static FileException failed(Path file, IOException e) {
    return switch (e) {
      case AccessDeniedException denied ->
          new FileException(Kind.CANNOT_CREATE, file.toString(), "permission denied", null, e);
      case NoSuchFileException gone ->
          new FileException(Kind.CANNOT_CREATE, file.toString(), "the folder is gone", null, e);
      case AtomicMoveNotSupportedException unsupported ->
          new FileException(
              Kind.FAILED, file.toString(), "atomic move is not supported here", null, e);
      default ->
          new FileException(
              Kind.FAILED, file.toString(), "writing failed: " + e.getMessage(), null, e);
    };
  }
}
