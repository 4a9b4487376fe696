package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
  @Test
  void aStepThatIsNotShownAsksForNothing() {
    AtomicLong asked = new AtomicLong();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(new ByteArrayOutputStream(), err, Manner.PLAIN);
    try (Progress progress = terminal.progress(1_000_000, "training")) {
      for (int i = 0; i < 1_000_000; i++) {
        progress.step(1, () -> "loss: " + asked.incrementAndGet());
      }
    }
    assertThat(asked).hasValue(10);
    assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(10);
  }

  @Test
  void quietShowsNothingAndJsonShowsLines() {
    assertThat(shown(new Manner(false, true, false, false, 80))).isEmpty();
    assertThat(shown(new Manner(true, false, false, false, 80)).lines()).hasSize(2);
  }

  private static String shown(Manner manner) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(new ByteArrayOutputStream(), err, manner);
    try (Progress progress = terminal.progress(2, "training")) {
      progress.step(1);
      progress.step(1);
    }
    return err.toString(StandardCharsets.UTF_8);
  }
}
