package dev.gradus.tabular.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gradus.error.FileException;
import dev.gradus.error.FileException.Kind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void replacesAnOlderFileAndLeavesNoOther() throws IOException {
    Path file = folder.resolve("a");
    AtomicFile.write(file, new byte[] {1, 2, 3});
    AtomicFile.write(file, new byte[] {4});

    assertThat(file).hasBinaryContent(new byte[] {4});
    assertThat(folder.toFile().list()).containsExactly("a");
  }

  @Test
  void refusesAFolderInPlaceOfTheFile() throws IOException {
    Path taken = Files.createDirectory(folder.resolve("a"));

    assertThatExceptionOfType(FileException.class)
        .isThrownBy(() -> AtomicFile.write(taken, new byte[1]))
        .withMessage(taken + ": is a folder; a file is wanted")
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.CANNOT_CREATE));
  }

  @Test
  void namesTheFileThatStandsInTheWayOfAFolder() throws IOException {
    Path file = Files.createFile(folder.resolve("f"));

    assertThatExceptionOfType(FileException.class)
        .isThrownBy(() -> AtomicFile.makeFolder(file.resolve("x/y")))
        .withMessage(file + ": is a file; a folder is wanted")
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.CANNOT_CREATE));
  }

  @Test
  void saysPermissionDeniedAndLeavesNothing() throws IOException {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeThat(Files.isWritable(closed)).as("root may write anywhere").isFalse();

    assertThatExceptionOfType(FileException.class)
        .isThrownBy(() -> AtomicFile.write(closed.resolve("a"), new byte[1]))
        .withMessage(closed.resolve("a") + ": permission denied")
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.CANNOT_CREATE));
  }

  @Test
  void tellsInWordsWhatTheSystemSaid() {
    assertThat(said(new AccessDeniedException("x"))).isEqualTo("p: permission denied");
    assertThat(said(new AtomicMoveNotSupportedException("x", "y", "z")))
        .isEqualTo("p: atomic move is not supported here");
    assertThat(said(new FileSystemException("x", null, "No space left on device")))
        .isEqualTo("p: no space left");
    assertThat(said(new FileSystemException("x", null, "Read-only file system")))
        .isEqualTo("p: read-only file system");
    assertThat(said(new IOException("No space left on device"))).isEqualTo("p: no space left");
    assertThat(said(new IOException())).isEqualTo("p: cannot be written (IOException)");
  }

  private static String said(IOException e) {
    return String.valueOf(AtomicFile.failure(Kind.FAILED, Path.of("p"), e).getMessage());
  }

  @Test
  void followsALinkAndKeepsIt() throws IOException {
    Path folder2 = Files.createDirectory(folder.resolve("deep"));
    Path old = Files.write(folder2.resolve("old"), new byte[] {1});
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("deep/old"));
    Path second = Files.createSymbolicLink(folder.resolve("second"), link);

    AtomicFile.requireWritable(second);
    AtomicFile.write(second, new byte[] {2});

    assertThat(old).hasBinaryContent(new byte[] {2});
    assertThat(link).isSymbolicLink();
    assertThat(second).isSymbolicLink();
    assertThat(folder2.toFile().list()).containsExactly("old");
  }

  @Test
  void aLinkWithoutEndIsRefused() throws IOException {
    Path loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));

    assertThatExceptionOfType(FileException.class)
        .isThrownBy(() -> AtomicFile.write(loop, new byte[1]))
        .withMessage(loop + ": more than 40 symbolic links, one after another");
  }

  @Test
  void keepsThePermissionsOfTheFileThatItReplaces() throws IOException {
    Path file = Files.write(folder.resolve("a"), new byte[] {1});
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    AtomicFile.write(file, new byte[] {2});

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void aDeviceIsNotReplaced() {
    Path device = Path.of("/dev/null");
    assumeThat(device).exists();

    assertThatExceptionOfType(FileException.class)
        .isThrownBy(() -> AtomicFile.requireWritable(device, "--out /dev/null"))
        .withMessage("--out /dev/null: is not a regular file; a file is wanted");
    assertThatExceptionOfType(FileException.class)
        .isThrownBy(() -> AtomicFile.write(device, new byte[1]))
        .withMessage("/dev/null: is not a regular file; a file is wanted");
  }

  @Test
  void whatTheContentThrowsLeavesTheOldFile() throws IOException {
    Path file = Files.write(folder.resolve("a"), new byte[] {1});

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(2);
                      throw new IllegalStateException("midway");
                    }));
    assertThat(file).hasBinaryContent(new byte[] {1});
    assertThat(folder.toFile().list()).containsExactly("a");
  }

  @Test
  void whatADiskForgetsDoesNotTakeTheNameOfTheOldFile() throws IOException {
    Path file = folder.resolve("m.gradus");
    byte[] old = {1, 2, 3, 4};
    AtomicFile.write(file, old);
    FaultyDisk disk = new FaultyDisk();
    disk.forget();

    assertThatExceptionOfType(FileException.class)
        .isThrownBy(() -> AtomicFile.write(file, new byte[] {5, 6, 7, 8}, disk))
        .withMessage(file + ": what is read back is something else")
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.FAILED));
    assertThat(file).hasBinaryContent(old);
    assertThat(folder.toFile().list()).containsExactly("m.gradus");
  }

  /** The n-th operation fails, for every n until none does: the old file, or the new one. */
  @Test
  void whateverFailsOneOfTheTwoIsWhole() throws IOException {
    Path file = folder.resolve("m.gradus");
    byte[] old = {1, 2, 3, 4};
    byte[] next = {5, 6, 7, 8};
    for (int n = 1; ; n++) {
      AtomicFile.write(file, old);
      FaultyDisk disk = new FaultyDisk();
      disk.failAfter(n);
      boolean written = isWritten(file, next, disk);
      assertThat(Files.readAllBytes(file)).as("operation " + n).isIn(old, next);
      assertThat(folder.toFile().list()).hasSize(1);
      if (!disk.hasFailed()) {
        assertThat(file).hasBinaryContent(next);
        assertThat(n).as("operations that failed").isGreaterThan(6);
        return;
      }
      assertThat(written).isFalse();
    }
  }

  private static boolean isWritten(Path file, byte[] content, Disk disk) {
    try {
      AtomicFile.write(file, content, disk);
      return true;
    } catch (FileException e) {
      assertThat(e).hasMessageMatching(".*m\\.gradus: no space left.*");
      return false;
    }
  }
}
