package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class ChildTest {
  private static Child shell(String script, Map<String, String> environment) throws Exception {
    return Child.run(List.of("sh", "-c", script), environment);
  }

  @Test
  void statusOutputAndErrorsAreKept() throws Exception {
    Child child = shell("echo out; echo err >&2; exit 3", Map.of());
    assertThat(child.status()).isEqualTo(3);
    assertThat(child.output()).contains("out\n", "err\n");
    assertThat(child.seconds()).isPositive();
    assertThatThrownBy(() -> child.orFail("it"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("it ended with status 3: ");
  }

  @Test
  void theEnvironmentIsOursWithWhatIsAdded() throws Exception {
    Child child = shell("echo $OMP_NUM_THREADS$OPENBLAS_CORETYPE", Map.of("OMP_NUM_THREADS", "2"));
    assertThat(child.output()).isEqualTo("2\n");
  }

  @Test
  void aFurtherProcessOfOursHasItsOptionsBeforeItsWords() {
    List<String> command = Child.again(List.of("-Xint"), "measure", "W1", "2");
    assertThat(command)
        .contains("-Xint", "jdk.incubator.vector")
        .endsWith("dev.gradus.bench.Main", "measure", "W1", "2");
  }
}
