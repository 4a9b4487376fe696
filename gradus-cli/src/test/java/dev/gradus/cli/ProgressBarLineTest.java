package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.error.Location;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressBarLineTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Terminal terminal =
      new Terminal(new ByteArrayOutputStream(), err, new Manner(false, false, false, false, 100));

  @Test
  void theBarIsDrawnWithoutNativeCode() {
    assertThatThrownBy(() -> Class.forName("org.jline.nativ.JLineNativeLoader"))
        .isInstanceOf(ClassNotFoundException.class);
    try (Progress progress = terminal.progress(1000, "training")) {
      for (int i = 0; i < 1000; i++) {
        progress.step(1, () -> "loss: 0.2081");
      }
    }
    String said = err.toString(StandardCharsets.UTF_8);
    assertThat(said).contains("training 100% [").contains("1000/1000").contains("loss: 0.2081");
    assertThat(said).endsWith("\n");
    assertThat(said.split("[\r\n]")).allSatisfy(l -> assertThat(l.length()).isLessThan(100));
  }

  @Test
  void aWarningClearsTheLineOfTheBar() {
    try (Progress progress = terminal.progress(10, "training")) {
      progress.step(1);
      terminal.warn("x", Location.of(""), "odd");
    }
    terminal.warn("x", Location.of(""), "even");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("\r\u001b[Kgradus: warning: odd\n")
        .endsWith("\ngradus: warning: even\n");
  }

  @Test
  void theNextLookIsAtMostTwiceAsFarAsTheLast() {
    ProgressBarLine bar =
        new ProgressBarLine(
            new java.io.PrintStream(err, true, StandardCharsets.UTF_8), "x", 1000, 80, () -> {});
    assertThat(bar.show(1, 1, "")).isEqualTo(3);
    assertThat(bar.show(3, 3, "")).isEqualTo(7);
    assertThat(bar.show(7, 7_000_000_000L, "")).isEqualTo(8);
    assertThat(bar.show(1000, 7_000_000_000L, "")).isEqualTo(Long.MAX_VALUE);
    bar.end();
  }
}
