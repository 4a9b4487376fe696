package dev.gradus.tabular.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.error.FileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointStoreTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("c.gradus");
  }

  private Path older() {
    return folder.resolve("c.1.gradus");
  }

  private static byte[] content(int number) {
    byte[] content = new byte[1000];
    Arrays.fill(content, (byte) number);
    return content;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> String.valueOf(path.getFileName())).sorted().toList();
    }
  }

  @Test
  void keepsTheNewestAndTheOneBefore() throws IOException {
    try (CheckpointStore store = CheckpointStore.open(file(), "--checkpoint")) {
      assertThat(store.present()).isEmpty();
      for (int i = 1; i <= 3; i++) {
        store.save(content(i));
      }
      assertThat(store.present()).containsExactly(file(), older());
    }
    assertThat(file()).hasBinaryContent(content(3));
    assertThat(older()).hasBinaryContent(content(2));
    assertThat(names()).containsExactly("c.1.gradus", "c.gradus");
    assertThat(CheckpointStore.older(Path.of("a/b"))).isEqualTo(Path.of("a/b.1"));
  }

  @Test
  void aDamagedNewestDoesNotTakeThePlaceOfTheOneBefore() throws IOException {
    Files.write(file(), content(9));
    Files.write(older(), content(1));
    try (CheckpointStore store = CheckpointStore.open(file(), "--checkpoint")) {
      store.newestIsDamaged();
      store.save(content(2));
      assertThat(older()).hasBinaryContent(content(1));
      store.save(content(3));
      assertThat(older()).hasBinaryContent(content(2));
    }
  }

  @Test
  void nobodyElseOpensItMeanwhile() {
    try (CheckpointStore store = CheckpointStore.open(file(), "--checkpoint")) {
      assertThat(store.present()).isEmpty();
      assertThatThrownBy(() -> CheckpointStore.open(file(), "--checkpoint"))
          .isInstanceOf(FileException.class)
          .hasMessage(file() + ": in use by process " + ProcessHandle.current().pid());
    }
    CheckpointStore.open(file(), "--checkpoint").close();
  }

  @Test
  void removesWhatTheDeadLeftAndNothingElse() throws Exception {
    long dead = dead();
    long alive = ProcessHandle.current().pid();
    Files.createFile(folder.resolve("c.gradus.tmp-" + dead + "-x"));
    Files.createFile(folder.resolve("c.gradus.tmp-" + alive + "-x"));
    Files.createFile(folder.resolve("d.gradus.tmp-" + dead + "-x"));
    Files.createFile(folder.resolve("c.gradus.tmp-mine"));
    Files.writeString(folder.resolve("c.gradus.lock"), dead + "\n");
    CheckpointStore.open(file(), "--checkpoint").close();
    assertThat(names())
        .containsExactly(
            "c.gradus.tmp-" + alive + "-x", "c.gradus.tmp-mine", "d.gradus.tmp-" + dead + "-x");
  }

  /** The number of a process that has ended. */
  private static long dead() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
            .redirectErrorStream(true)
            .start();
    process.getInputStream().readAllBytes();
    process.waitFor();
    return process.pid();
  }

  @Test
  void aMissingFolderIsNoticedAtTheStart() {
    Path file = folder.resolve("none/c.gradus");
    assertThatThrownBy(() -> CheckpointStore.open(file, "--checkpoint x"))
        .hasMessage("--checkpoint x: folder " + folder.resolve("none") + " does not exist");
  }

  /**
   * Whatever the operation that fails: the present or the new one is whole, and nothing else lies.
   */
  @Test
  void theNthOperationFails() throws IOException {
    int failures = 0;
    for (int n = 1; ; n++) {
      for (String name : names()) {
        Files.delete(folder.resolve(name));
      }
      FaultyDisk disk = new FaultyDisk();
      try (CheckpointStore store = CheckpointStore.open(file(), "--checkpoint", disk)) {
        store.save(content(1));
        store.save(content(2));
        disk.failAfter(n);
        boolean saved = saved(store);
        byte[] newest = Files.readAllBytes(file());
        assertThat(newest).as("operation " + n).isIn(content(2), content(3));
        assertThat(saved && !Arrays.equals(newest, content(3))).as("saved without it").isFalse();
        if (!disk.hasFailed()) {
          assertThat(failures).as("operations that failed").isGreaterThan(7);
          return;
        }
        failures += saved ? 0 : 1;
        store.save(content(4)); // goes on as if nothing had been
        assertThat(file()).hasBinaryContent(content(4));
      }
    }
  }

  private boolean saved(CheckpointStore store) {
    try {
      store.save(content(3));
      return true;
    } catch (FileException e) {
      assertThat(e)
          .hasMessageContaining("no space left (needs 1 kB, ")
          .hasMessageEndingWith("; the previous checkpoint is kept");
      return false;
    }
  }

  @Test
  void whatADiskForgetsIsNotKept() throws IOException {
    FaultyDisk disk = new FaultyDisk();
    try (CheckpointStore store = CheckpointStore.open(file(), "--checkpoint", disk)) {
      store.save(content(1));
      disk.forget();
      assertThatThrownBy(() -> store.save(content(2)))
          .hasMessage(
              file() + ": what is read back is something else; the previous checkpoint is kept");
    }
    assertThat(file()).hasBinaryContent(content(1));
    assertThat(names()).containsExactly("c.gradus");
  }
}
