package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class ContestantTest {
  private static Contestant that(String script) {
    return new Contestant(
        "peer", EnumSet.allOf(Workload.class), (workload, threads) -> List.of("sh", "-c", script));
  }

  @Test
  void itsAnswerIsReadWithItsOwnName() throws Exception {
    String script = "printf 'NAME\\tPeer 1\\nRESULT\\tW2_ROWS\\t%s\\n' $OPENBLAS_NUM_THREADS";
    Answer answer = that(script).measure(Workload.W2, 2);
    assertThat(answer.name()).isEqualTo("Peer 1");
    assertThat(answer.values()).containsEntry("W2_ROWS", 2.0);
  }

  @Test
  void aWholeProcessIsTimedFromOutside() throws Exception {
    Answer answer = that("exit 0").measure(Workload.W1W, 1);
    assertThat(answer.name()).isEqualTo("peer");
    assertThat(answer.values().get("W1W_PROCESS")).isBetween(0.0, 60.0);
  }

  @Test
  void aFigureThatIsMissingIsAFailure() {
    assertThatThrownBy(() -> that("exit 0").measure(Workload.W4, 1))
        .isInstanceOf(IOException.class)
        .hasMessage("peer on W4 did not say W4_MEDIAN");
  }
}
