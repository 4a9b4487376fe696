package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFileTest {
  @TempDir private Path folder;

  @Test
  void dimensionsAndElementsAreRead() throws IOException {
    byte[] elements = {0, 1, 2, (byte) 253, (byte) 254, (byte) 255};
    Path path = IdxFiles.write(folder.resolve("a.gz"), new int[] {2, 3}, elements);
    IdxFile file = IdxFile.read(path);
    assertThat(file.count()).isEqualTo(2);
    assertThat(file.width()).isEqualTo(3);
    assertThat(file.get(5)).isEqualTo(255);
    assertThat(file).hasToString("IDX [2, 3]");
  }

  @Test
  void aFileThatEndsTooEarlyIsRefused() throws IOException {
    Path path = IdxFiles.write(folder.resolve("a.gz"), new int[] {3}, new byte[2]);
    assertThatThrownBy(() -> IdxFile.read(path))
        .isInstanceOf(IOException.class)
        .hasMessage(path + ": ends too early");
  }

  @Test
  void moreThanCouldBeIsRefusedBeforeItCostsMemory() throws IOException {
    Path path = IdxFiles.write(folder.resolve("a.gz"), new int[] {1 << 30, 1 << 30}, new byte[2]);
    assertThatThrownBy(() -> IdxFile.read(path)).hasMessageContaining("more than 268435456");
  }

  @Test
  void anotherKindOfFileIsRefused() throws IOException {
    Path path = IdxFiles.write(folder.resolve("a.gz"), new int[] {}, new byte[2]);
    assertThatThrownBy(() -> IdxFile.read(path)).hasMessageContaining("no IDX file");
  }
}
