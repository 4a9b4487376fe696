package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MachineTest {
  @Test
  void itSaysWhatItIs() {
    assertThat(Machine.here().processors()).isPositive();
    assertThat(Machine.here().describe()).contains("processors, JDK ").doesNotContain("null");
  }
}
