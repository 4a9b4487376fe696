package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardOutputTest {
  @Test
  void textArrivesAsUtf8OnceItIsFlushed() {
    ByteArrayOutputStream system = new ByteArrayOutputStream();
    PrintStream out = StandardOutput.over(system);
    out.print("größe");
    assertThat(system.size()).isZero();
    out.flush();
    assertThat(system.toString(StandardCharsets.UTF_8)).isEqualTo("größe");
  }

  @Test
  void aFailurePassesThroughThePrintStream() {
    PrintStream out =
        StandardOutput.over(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
              }
            });
    assertThatThrownBy(() -> out.print("x".repeat(1 << 20))).isInstanceOf(ClosedOutput.class);
  }
}
