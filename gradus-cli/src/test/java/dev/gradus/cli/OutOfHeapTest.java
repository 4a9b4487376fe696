package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Row 80: a model, a network and a table that are larger than the heap. */
class OutOfHeapTest {
  @TempDir Path folder;

  private void requireRefused(String message, String heap, String... words) throws Exception {
    ChildJvm child = new ChildJvm(folder, List.of("-Xmx" + heap));
    assertThat(child.status(words)).isEqualTo(71);
    String said = child.err().lines().toList().getLast();
    assertThat(said.replaceFirst("heap is [0-9]{2} MB", "heap is N MB"))
        .isEqualTo("gradus: error: " + message);
  }

  @Test
  void aModelThatIsTooLargeIsNotRead() throws Exception {
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve("m.gradus").toFile(), "rw")) {
      byte[] start = new byte[108];
      start[8] = '{';
      ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).putLong(100);
      file.write(start);
      file.setLength(400_000_000);
    }
    requireRefused(
        "m.gradus: needs about 1.1 GB, the heap is N MB; run with JDK_JAVA_OPTIONS=-Xmx2g",
        "64m",
        "info",
        "m.gradus");
  }

  @Test
  void aNetworkThatIsTooLargeIsNotBegun() throws Exception {
    Files.writeString(folder.resolve("d.csv"), Desk.numbers(20));
    requireRefused(
        "--hidden: needs about 1.9 GB, the heap is N MB; run with JDK_JAVA_OPTIONS=-Xmx3g",
        "64m",
        "train",
        "d.csv",
        "--target",
        "y",
        "--hidden",
        "16000,16000",
        "--quiet");
    assertThat(folder.resolve("d.gradus")).doesNotExist();
  }

  @Test
  void aTableThatDidNotFitIsNamed() throws Exception {
    StringBuilder rows = new StringBuilder("a,b,y\n");
    for (int i = 0; i < 400_000; i++) {
      rows.append(i).append(",1").append(i).append(",2").append(i).append('\n');
    }
    Files.writeString(folder.resolve("d.csv"), rows);
    requireRefused(
        "d.csv: needs about 51 MB, the heap is N MB; run with JDK_JAVA_OPTIONS=-Xmx1g",
        "20m",
        "train",
        "d.csv",
        "--target",
        "y",
        "--quiet");
  }
}
