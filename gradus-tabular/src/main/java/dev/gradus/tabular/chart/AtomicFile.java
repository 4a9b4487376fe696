package dev.gradus.tabular.chart;

import dev.gradus.error.FileException;
import dev.gradus.error.FileException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a whole file or none: under another name in the same folder, then moved in one step. */
final class AtomicFile {
  private AtomicFile() {}

  /** Makes a folder and those above it, where they are missing. */
  static void makeFolder(Path folder) {
    for (Path part = folder; part != null; part = part.getParent()) {
      if (Files.exists(part)) {
        if (!Files.isDirectory(part)) {
          String what = "is a file; a folder is wanted";
          throw new FileException(Kind.CANNOT_CREATE, part.toString(), what, null, null);
        }
        break;
      }
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw failure(Kind.CANNOT_CREATE, folder, e);
    }
  }

  static void write(Path file, byte[] content) {
    if (Files.isDirectory(file)) {
      String what = "is a folder; a file is wanted";
      throw new FileException(Kind.CANNOT_CREATE, file.toString(), what, null, null);
    }
    Path temporary = file.resolveSibling(temporaryName(file));
    try {
      fill(file, temporary, content);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw failure(Kind.FAILED, file, e);
    } finally {
      remove(temporary);
    }
  }

  private static String temporaryName(Path file) {
    return file.getFileName() + ".tmp-" + ProcessHandle.current().pid() + "-" + UUID.randomUUID();
  }

  private static void fill(Path file, Path temporary, byte[] content) throws IOException {
    try (FileChannel channel = create(file, temporary)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  private static FileChannel create(Path file, Path temporary) {
    try {
      return FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw failure(Kind.CANNOT_CREATE, file, e);
    }
  }

  /** After the move there is nothing left to remove; after a failure only the failure counts. */
  private static void remove(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      // a left-over .tmp file is the lesser evil: the first failure is on its way to the user
    }
  }

  /** What the system said, in the user's words. */
  static FileException failure(Kind kind, Path place, IOException e) {
    String what =
        switch (e) {
          case AccessDeniedException denied -> "permission denied";
          case AtomicMoveNotSupportedException unsupported -> "atomic move is not supported here";
          case FileSystemException system -> reason(e, system.getReason());
          default -> reason(e, e.getMessage());
        };
    return new FileException(kind, place.toString(), what, null, e);
  }

  private static String reason(IOException e, @Nullable String said) {
    if (said == null || said.isBlank()) {
      return "cannot be written (" + e.getClass().getSimpleName() + ")";
    }
    String line = DisplayText.line(said, 200);
    String lower = line.substring(0, 1).toLowerCase(Locale.ROOT) + line.substring(1);
    return lower.startsWith("no space left") ? "no space left" : lower;
  }
}
