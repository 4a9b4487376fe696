package dev.gradus.tabular.file;

import dev.gradus.error.FileException;
import dev.gradus.error.FileException.Kind;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files of one checkpoint: {@code c.gradus}, and the one before it, {@code c.1.gradus}.
 * Whatever happens, be it a kill between any two operations, one of the two is whole.
 *
 * <p>A new one is written to a temporary file in the same folder, forced to the device, closed, and
 * read back; only then the present one gets its second name, and the new one is moved over the
 * first. While the store is open no other process can open it.
 */
public final class CheckpointStore implements AutoCloseable {
  private final Path file;
  private final Path older;
  private final Disk disk;
  private final CheckpointLock lock;
  private boolean presentIsGood; // whether what has the name is worth being kept

  private CheckpointStore(Path file, Disk disk, CheckpointLock lock) {
    this.file = file;
    this.older = older(file);
    this.disk = disk;
    this.lock = lock;
    this.presentIsGood = true;
  }

  /**
   * Locks it, and removes what processes that no longer live left of their writing.
   *
   * @param place for messages: {@code --checkpoint c.gradus}
   * @throws FileException if the folder is missing or not writable, or another process is at work
   */
  public static CheckpointStore open(Path file, String place) {
    return open(file, place, Disk.REAL);
  }

  static CheckpointStore open(Path file, String place, Disk disk) {
    AtomicFile.requireWritable(file, place);
    Path target = AtomicFile.target(file);
    CheckpointLock lock = CheckpointLock.of(target);
    try {
      removeLeftovers(target);
    } catch (IOException e) {
      lock.close();
      throw AtomicFile.failure(Kind.CANNOT_CREATE, file, e);
    }
    return new CheckpointStore(target, disk, lock);
  }

  /** {@code c.gradus} → {@code c.1.gradus}. */
  public static Path older(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    String before = dot > 0 ? name.substring(0, dot) : name;
    String after = dot > 0 ? name.substring(dot) : "";
    return file.resolveSibling(before + ".1" + after);
  }

  private static void removeLeftovers(Path file) throws IOException {
    String start = file.getFileName() + Draft.MARK;
    try (DirectoryStream<Path> folder = Files.newDirectoryStream(AtomicFile.folder(file))) {
      for (Path path : folder) {
        String name = String.valueOf(path.getFileName());
        if (name.startsWith(start) && isOfTheDead(name.substring(start.length()))) {
          Files.deleteIfExists(path);
        }
      }
    }
  }

  /**
   * @param rest {@code PID-RANDOM}
   */
  private static boolean isOfTheDead(String rest) {
    String pid = rest.replaceFirst("-.*", "");
    return pid.matches("[0-9]{1,18}")
        && ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive).isEmpty();
  }

  /** The newest, and the one before, as far as they exist. */
  public List<Path> present() {
    return List.of(file, older).stream().filter(Files::exists).toList();
  }

  /** The newest turned out to be damaged: it will be overwritten, and the one before it kept. */
  public void newestIsDamaged() {
    presentIsGood = false;
  }

  /** The one before a file, if there is one: for a hint. */
  public static Optional<Path> before(Path file) {
    return Optional.of(older(file)).filter(Files::exists);
  }

  /**
   * Keeps a new one; it is on the device when this returns.
   *
   * @throws FileException if that cannot be done; one that was there before is then still there
   */
  public void save(byte[] content) {
    Draft draft = Draft.of(file, disk);
    try {
      draft.write(draft.create(), content);
      keepPresent();
      disk.move(draft.temporary(), file);
      presentIsGood = true;
      disk.forceFolder(AtomicFile.folder(file));
    } catch (IOException e) {
      draft.remove();
      throw failure(draft.reason(e, content.length), e);
    }
  }

  /** Under its second name, if it is good, while it still has its first. */
  private void keepPresent() throws IOException {
    if (!presentIsGood || !disk.exists(file)) {
      return;
    }
    disk.delete(older);
    try {
      disk.link(older, file);
    } catch (IOException e) { // no second names in this file system
      disk.move(file, older);
    }
  }

  private FileException failure(String what, IOException e) {
    boolean kept = disk.exists(file) || disk.exists(older);
    return new FileException(
        Kind.FAILED,
        file.toString(),
        kept ? what + "; the previous checkpoint is kept" : what,
        null,
        e);
  }

  /** Frees it for others. */
  @Override
  public void close() {
    lock.close();
  }
}
