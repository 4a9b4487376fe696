package dev.gradus.tabular.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.error.FileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointWriterTest {
  @TempDir Path folder;

  @Test
  void whatWasGivenIsThereWhenItIsFinished() throws IOException {
    Path file = folder.resolve("c.gradus");
    try (CheckpointStore store = CheckpointStore.open(file, "--checkpoint");
        CheckpointWriter writer = new CheckpointWriter(store)) {
      for (int i = 0; i < 20; i++) {
        byte[] content = {(byte) i};
        writer.write(() -> content);
      }
      writer.finish();
      assertThat(file).hasBinaryContent(new byte[] {19});
      assertThat(folder.resolve("c.1.gradus"))
          .as("none is passed over")
          .hasBinaryContent(new byte[] {18});
    }
  }

  @Test
  void eachThatWasGivenIsWrittenInItsOrder() throws IOException {
    List<Integer> asked = new CopyOnWriteArrayList<>();
    try (CheckpointStore store = CheckpointStore.open(folder.resolve("c.gradus"), "--checkpoint");
        CheckpointWriter writer = new CheckpointWriter(store)) {
      for (int i = 0; i < 20; i++) {
        int number = i;
        writer.write(
            () -> {
              asked.add(number);
              return new byte[] {(byte) number};
            });
      }
      writer.finish();
    }
    assertThat(asked).isEqualTo(IntStream.range(0, 20).boxed().toList());
  }

  @Test
  void anInterruptOfTheTrainingSpoilsNothing() throws IOException {
    Path file = folder.resolve("c.gradus");
    try (CheckpointStore store = CheckpointStore.open(file, "--checkpoint");
        CheckpointWriter writer = new CheckpointWriter(store)) {
      Thread.currentThread().interrupt();
      writer.write(() -> new byte[1 << 20]);
      writer.finish();
      assertThat(Thread.interrupted()).as("the interrupt is still there").isTrue();
      assertThat(Files.size(file)).isEqualTo(1 << 20);
    }
  }

  @Test
  void aFailureReachesTheTraining() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    try (CheckpointStore store = CheckpointStore.open(inner.resolve("c.gradus"), "--checkpoint");
        CheckpointWriter writer = new CheckpointWriter(store)) {
      Files.delete(inner.resolve("c.gradus.lock"));
      Files.delete(inner); // the folder is removed meanwhile
      writer.write(() -> new byte[1]);
      assertThatThrownBy(writer::finish).isInstanceOf(FileException.class);
      assertThatThrownBy(() -> writer.write(() -> new byte[1])).isInstanceOf(FileException.class);
    }
  }
}
