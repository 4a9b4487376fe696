package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ClosedOutputTest {
  @Test
  void aReaderThatLeftIsToldFromADiskThatIsFull() {
    assertThat(new ClosedOutput(new IOException("Broken pipe")).readerLeft()).isTrue();
    assertThat(new ClosedOutput(new IOException("Relais brisé (pipe)")).readerLeft()).isTrue();
    ClosedOutput full = new ClosedOutput(new IOException("No space left on device"));
    assertThat(full.readerLeft()).isFalse();
    assertThat(full.reason()).isEqualTo("No space left on device");
  }
}
