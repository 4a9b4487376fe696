package dev.gradus.tabular.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.error.DataException;
import org.junit.jupiter.api.Test;

class HeapRoomTest {
  private static final double MEGABYTE = 1 << 20;

  @Test
  void saysWhatIsNeededWhatThereIsAndWhatHelps() {
    assertThat(HeapRoom.sentence(3174 * MEGABYTE, 256 * MEGABYTE))
        .isEqualTo("needs about 3.1 GB, the heap is 256 MB; run with JDK_JAVA_OPTIONS=-Xmx4g");
    assertThat(HeapRoom.sentence(384 * MEGABYTE, 256 * MEGABYTE))
        .isEqualTo("needs about 384 MB, the heap is 256 MB; run with JDK_JAVA_OPTIONS=-Xmx1g");
    assertThat(HeapRoom.sentence(12e9, 8e9)).endsWith("-Xmx14g");
  }

  @Test
  void whatFitsIsNotRefused() {
    HeapRoom.require("m.gradus", (double) Runtime.getRuntime().maxMemory());
    assertThatThrownBy(() -> HeapRoom.require("m.gradus", 1e18))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("m.gradus: needs about 931322574.6 GB, the heap is ");
  }
}
