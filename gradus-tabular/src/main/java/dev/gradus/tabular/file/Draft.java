package dev.gradus.tabular.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;

/**
 * A file that is being written under a temporary name, {@code NAME.tmp-PID-RANDOM}, in the folder
 * in which it will have its own.
 *
 * @param disk what it is written with
 * @param target the name that it will have; links are followed already
 * @param temporary the name that it has
 */
record Draft(Disk disk, Path target, Path temporary) {
  /** What stands between the name and the number of the process. */
  static final String MARK = ".tmp-";

  /** Of a file. */
  static Draft of(Path target, Disk disk) {
    String name =
        target.getFileName() + MARK + ProcessHandle.current().pid() + "-" + UUID.randomUUID();
    return new Draft(disk, target, target.resolveSibling(name));
  }

  /** The new file, empty. */
  FileChannel create() throws IOException {
    return disk.create(temporary);
  }

  /**
   * Writes all, with the permissions of the file that it will replace, brings it to the device,
   * closes, and reads it back.
   *
   * @param channel of {@link #create}
   * @throws IOException if that fails, or what is read is not what was written
   */
  void write(FileChannel channel, byte[] content) throws IOException {
    try {
      AtomicFile.keepPermissions(target, temporary);
      disk.write(channel, content);
      disk.force(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    disk.close(channel);
    if (!Arrays.equals(content, disk.read(temporary))) {
      throw new IOException("what is read back is something else");
    }
  }

  /** Gives it its name, and makes that durable. */
  void publish() throws IOException {
    disk.move(temporary, target);
    disk.forceFolder(AtomicFile.folder(target));
  }

  /** After a failure; what cannot be removed is left over, since the first failure counts. */
  void remove() {
    try {
      disk.delete(temporary);
    } catch (IOException e) {
      // the first failure is on its way to the user
    }
  }

  /** What the system said, with what is wanted and what there is where the device is full. */
  String reason(IOException e, int bytes) {
    String what = AtomicFile.reasonOf(e);
    return what.equals("no space left") ? what + room(bytes) : what;
  }

  /** {@code (needs 10 MB, 2 MB free)}. */
  private String room(int bytes) {
    try {
      long free = Files.getFileStore(AtomicFile.folder(target)).getUsableSpace();
      return " (needs " + megabytes(bytes) + ", " + megabytes(free) + " free)";
    } catch (IOException e) {
      return " (needs " + megabytes(bytes) + ")";
    }
  }

  private static String megabytes(long bytes) {
    return bytes < 10_000_000 ? bytes / 1000 + " kB" : bytes / 1_000_000 + " MB";
  }
}
