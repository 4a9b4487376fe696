package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void helpIsThePageOfHelp() throws Exception {
    assertThat(Main.dispatch(List.of("bench", "--help"), out)).isZero();
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(BenchArguments.USAGE);
  }

  @Test
  void aPartOfSameBitsAnswers() throws Exception {
    assertThat(Main.dispatch(List.of("same-bits-part", "1", "tiny"), out)).isZero();
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).hasSize(6);
  }

  @Test
  void whatIsUnknownIsRefused() {
    assertThatThrownBy(() -> Main.dispatch(List.of(), out)).isInstanceOf(WrongUse.class);
    assertThatThrownBy(() -> Main.dispatch(List.of("fly"), out)).isInstanceOf(WrongUse.class);
    assertThatThrownBy(() -> Main.dispatch(List.of("bench", "W9"), out))
        .isInstanceOf(WrongUse.class);
  }
}
