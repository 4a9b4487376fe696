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
}
