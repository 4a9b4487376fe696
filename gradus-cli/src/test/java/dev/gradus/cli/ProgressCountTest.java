package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressCountTest {
  /** 300 steps of a tenth of a second each. */
  private static String shown(boolean moving, int steps) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    AtomicLong clock = new AtomicLong();
    Progress.Display display = new ProgressCount(err, "reading, in MB", moving, () -> {});
    try (Progress progress = new Progress(display, clock::get)) {
      for (int step = 0; step < steps; step++) {
        clock.addAndGet(100_000_000);
        progress.step(1);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aFileGetsALineWheneverTwiceAsMuchIsRead() {
    assertThat(shown(false, 300))
        .isEqualTo(
            """
            reading, in MB: 32, 10/s
            reading, in MB: 64, 10/s
            reading, in MB: 128, 10/s
            reading, in MB: 256, 10/s
            """);
  }

  @Test
  void aTerminalGetsOneLineThatIsWrittenOver() {
    assertThat(shown(true, 34))
        .isEqualTo(
            "\rreading, in MB: 32, 10/s\rreading, in MB: 33, 10/s\rreading, in MB: 34, 10/s\n");
  }

  @Test
  void aShortOneShowsNothing() {
    assertThat(shown(true, 31)).isEmpty();
    assertThat(shown(false, 31)).isEmpty();
  }
}
