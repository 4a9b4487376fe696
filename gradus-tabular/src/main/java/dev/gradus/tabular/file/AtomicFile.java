package dev.gradus.tabular.file;

import dev.gradus.error.FileException;
import dev.gradus.error.FileException.Kind;
import dev.gradus.tabular.table.Quotation;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes whole files: whoever reads sees the old content or the new, never a part. The bytes go to
 * a temporary file in the same folder, are forced to the disk, and are then moved over the name.
 */
public final class AtomicFile {
  /** As Linux has it. */
  private static final int MOST_LINKS = 40;

  private AtomicFile() {}

  /** What is to stand in a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of it. */
    void writeTo(OutputStream out) throws IOException;
  }

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
    Path target = target(file);
    Path folder = folder(target);
    if (!Files.isDirectory(folder)) {
      throw cannotCreate(place, "folder " + folder + " does not exist");
    }
    requireRegular(target, place);
    if (!Files.isWritable(folder)) {
      throw cannotCreate(place, "folder is not writable");
    }
  }

  /** Replacing a pipe or a device by a file would take it away from those who use it. */
  private static void requireRegular(Path target, String place) {
    if (Files.isDirectory(target)) {
      throw cannotCreate(place, "is a folder; a file is wanted");
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      throw cannotCreate(place, "is not a regular file; a file is wanted");
    }
  }

  /** Where symbolic links lead: the file is replaced there, and the links stay. */
  static Path target(Path file) {
    Path target = file;
    try {
      for (int links = 0; Files.isSymbolicLink(target); links++) {
        if (links == MOST_LINKS) {
          throw cannotCreate(
              file, "more than " + MOST_LINKS + " symbolic links, one after another");
        }
        target = target.resolveSibling(Files.readSymbolicLink(target));
      }
    } catch (IOException e) {
      throw failure(Kind.CANNOT_CREATE, file, e);
    }
    return target;
  }

  private static FileException cannotCreate(Path place, String what) {
    return cannotCreate(place.toString(), what);
  }

  private static FileException cannotCreate(String place, String what) {
    return new FileException(Kind.CANNOT_CREATE, place, what, null, null);
  }

  static Path folder(Path file) {
    Path parent = file.getParent();
    return parent == null ? Path.of(".") : parent;
  }

  /**
   * Makes a folder and those above it, where they are missing.
   *
   * @throws FileException if a file stands in the way, or the system refuses
   */
  public static void makeFolder(Path folder) {
    Optional<Path> file = fileAmong(folder);
    if (file.isPresent()) {
      throw cannotCreate(file.get(), "is a file; a folder is wanted");
    }
    create(folder, folder);
  }

  /**
   * The same for a folder that the user named with a flag.
   *
   * @param place for messages, e.g. {@code --out pictures}
   */
  public static void makeFolder(Path folder, String place) {
    Optional<Path> file = fileAmong(folder);
    if (file.isPresent()) {
      String which = file.get().equals(folder) ? "" : file.get() + " ";
      throw cannotCreate(place, which + "is a file; a folder is wanted");
    }
    create(folder, Path.of(place)); // a place is shown, never opened
  }

  /** The file that stands where a folder is wanted. */
  private static Optional<Path> fileAmong(Path folder) {
    for (Path part = folder; part != null; part = part.getParent()) {
      if (Files.exists(part)) {
        return Files.isDirectory(part) ? Optional.empty() : Optional.of(part);
      }
    }
    return Optional.empty();
  }

  private static void create(Path folder, Path place) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw failure(Kind.CANNOT_CREATE, place, e);
    }
  }

  /**
   * Replaces a file's content, or creates it, and reads it back before it gets its name. A symbolic
   * link is followed, and the permissions of a file that is replaced are kept.
   *
   * @throws FileException if that cannot be done; the old file is then as it was
   */
  public static void write(Path file, byte[] content) {
    write(file, content, Disk.REAL);
  }

  static void write(Path file, byte[] content, Disk disk) {
    Path target = target(file);
    requireRegular(target, file.toString());
    Draft draft = Draft.of(target, disk);
    FileChannel channel = create(draft, file);
    try {
      draft.write(channel, content);
      draft.publish();
    } catch (IOException e) {
      draft.remove();
      String what = draft.reason(e, content.length);
      throw new FileException(Kind.FAILED, file.toString(), what, null, e);
    }
  }

  private static FileChannel create(Draft draft, Path file) {
    try {
      return draft.create();
    } catch (IOException e) {
      throw failure(Kind.CANNOT_CREATE, file, e);
    }
  }

  /**
   * The same for content that is made while it is written, and is not read back. What the content
   * throws passes through; the old file is then as it was.
   */
  public static void write(Path file, Content content) {
    Path target = target(file);
    requireRegular(target, file.toString());
    Draft draft = Draft.of(target, Disk.REAL);
    FileChannel channel = create(draft, file);
    try {
      fill(draft, channel, content);
      draft.publish();
    } catch (IOException e) {
      throw failure(Kind.FAILED, file, e);
    } finally {
      draft.remove(); // after the move there is nothing left
    }
  }

  private static void fill(Draft draft, FileChannel into, Content content) throws IOException {
    try (FileChannel channel = into) {
      keepPermissions(draft.target(), draft.temporary());
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
      content.writeTo(out);
      out.flush();
      channel.force(true);
    }
  }

  static void keepPermissions(Path old, Path temporary) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
    if (view != null && Files.exists(old)) {
      view.setPermissions(Files.getPosixFilePermissions(old));
    }
  }

  /** What the system said, as a complaint about a file. */
  static FileException failure(Kind kind, Path place, IOException e) {
    return new FileException(kind, place.toString(), reasonOf(e), null, e);
  }

  /** What the system said, in the user's words. */
  static String reasonOf(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "permission denied";
      case AtomicMoveNotSupportedException unsupported -> "atomic move is not supported here";
      case FileSystemException system -> reason(e, system.getReason());
      default -> reason(e, e.getMessage());
    };
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
