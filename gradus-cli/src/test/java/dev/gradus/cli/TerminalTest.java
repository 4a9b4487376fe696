package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void resultsAndErrorsGoToStreamsOfTheirOwn() {
    Terminal terminal = new Terminal(out, err, Manner.PLAIN);
    terminal.out().print("é");
    DataException odd = new DataException("x", Location.of("d"), "odd\u001b");
    assertThat(terminal.failAfterOutput(odd)).isEqualTo(ExitStatus.DATA);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("é");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("gradus: error: d: odd\\u001b\n");
    assertThat(terminal.json()).isFalse();
  }

  @Test
  void underJsonAndDebugTheLastLineIsTheError() {
    Terminal terminal = new Terminal(out, err, new Manner(true, false, false, true, 0));
    assertThat(terminal.json()).isTrue();
    terminal.fail(new IllegalStateException("x"));
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("java.lang.IllegalStateException: x\n  at ")
        .endsWith("\n{\"error\":{\"code\":\"internal\",\"message\":\"x\"}}\n");
  }
}
