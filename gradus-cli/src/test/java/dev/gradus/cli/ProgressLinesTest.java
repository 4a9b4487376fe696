package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private ProgressLines lines(long total) {
    return new ProgressLines(new PrintStream(err, true, StandardCharsets.UTF_8), "training", total);
  }

  @Test
  void aLineSaysHowFarAndHowLong() {
    ProgressLines lines = lines(10_000);
    assertThat(lines.first()).isEqualTo(1000);
    assertThat(lines.show(1000, 500_000_000, "loss: 0.2081")).isEqualTo(2000);
    assertThat(lines.show(10_000, 5_000_000_000L, "")).isEqualTo(Long.MAX_VALUE);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            training: 10 % (1000 of 10000), loss: 0.2081, 2000/s, 4.5 s left
            training: 100 % (10000 of 10000), 2000/s, took 5.0 s
            """);
  }

  @Test
  void tenthsAreRoundedUpToWholeSteps() {
    assertThat(lines(3).first()).isEqualTo(1);
    assertThat(lines(3).show(1, 1, "")).isEqualTo(2);
    assertThat(lines(3).show(2, 1, "")).isEqualTo(3);
    assertThat(lines(1).first()).isEqualTo(1);
    assertThat(lines(25).show(7, 1, "")).isEqualTo(8);
  }

  @Test
  void timesAreReadable() {
    assertThat(ProgressLines.time(0.26)).isEqualTo("0.3 s");
    assertThat(ProgressLines.time(9.97)).isEqualTo("10 s");
    assertThat(ProgressLines.time(200)).isEqualTo("3 min 20 s");
    assertThat(ProgressLines.time(7500)).isEqualTo("2 h 5 min");
  }
}
