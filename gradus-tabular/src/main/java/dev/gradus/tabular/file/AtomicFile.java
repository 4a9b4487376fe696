package dev.gradus.tabular.file;

import dev.gradus.error.FileException;
import dev.gradus.error.FileException.Kind;
import dev.gradus.tabular.table.Quotation;
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

/**
 * Writes whole files: whoever reads sees the old content or the new, never a part. The bytes go to
 * a temporary file in the same folder, are forced to the disk, and are then moved over the name.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /**
   * Says at the start what {@link #write} would say at the end.
   *
   * @throws FileException if the folder is missing or not writable, or the name is a folder
   */
  public static void requireWritable(Path file) {
    requireWritable(file, file.toString());
  }

  /**
   * The same for a file that the user named with a flag.
   *
   * @param place for messages, e.g. {@code --out m.gradus}
   */
  public static void requireWritable(Path file, String place) {
    Path folder = folder(file);
    if (!Files.isDirectory(folder)) {
      throw cannotCreate(place, "folder " + folder + " does not exist");
    }
    if (Files.isDirectory(file)) {
      throw cannotCreate(place, "is a folder; a file is wanted");
    }
    if (!Files.isWritable(folder)) {
      throw cannotCreate(place, "folder is not writable");
    }
  }

  private static FileException cannotCreate(Path place, String what) {
    return cannotCreate(place.toString(), what);
  }

  private static FileException cannotCreate(String place, String what) {
    return new FileException(Kind.CANNOT_CREATE, place, what, null, null);
  }

  private static Path folder(Path file) {
    Path parent = file.getParent();
    return parent == null ? Path.of(".") : parent;
  }

  /**
   * Says at the start what {@link #makeFolder} would say at the end; makes nothing.
   *
   * @param place for messages, e.g. {@code --out pictures}
   * @throws FileException if a file stands in the way, or the nearest folder is not writable
   */
  public static void requireFolder(Path folder, String place) {
    Path part = folder.toAbsolutePath();
    while (part != null && !Files.exists(part)) {
      part = part.getParent();
    }
    if (part != null && !Files.isDirectory(part)) {
      throw cannotCreate(place, "is a file; a folder is wanted");
    }
    if (part == null || !Files.isWritable(part)) {
      throw cannotCreate(place, "folder is not writable");
    }
  }

  /**
   * Makes a folder and those above it, where they are missing.
   *
   * @throws FileException if a file stands in the way, or the system refuses
   */
  public static void makeFolder(Path folder) {
    for (Path part = folder; part != null; part = part.getParent()) {
      if (Files.exists(part)) {
        if (!Files.isDirectory(part)) {
          throw cannotCreate(part, "is a file; a folder is wanted");
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

  /**
   * Replaces a file's content, or creates it.
   *
   * @throws FileException if that cannot be done; the old file is then as it was
   */
  public static void write(Path file, byte[] content) {
    if (Files.isDirectory(file)) {
      throw cannotCreate(file, "is a folder; a file is wanted");
    }
    Path temporary = file.resolveSibling(temporaryName(file));
    try {
      fill(file, temporary, content);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      forceFolder(folder(file));
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

  /** Makes the new name itself durable, where the system can. */
  private static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // folders cannot be opened on every system; the content is safe already
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
    String line = Quotation.name(said);
    String lower = line.substring(0, 1).toLowerCase(Locale.ROOT) + line.substring(1);
    return lower.startsWith("no space left") ? "no space left" : lower;
  }
}
