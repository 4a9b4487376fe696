package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExitStatusTest {
  @Test
  void theNumbersAreThoseOfTheTable() {
    assertThat(Arrays.stream(ExitStatus.values()).map(ExitStatus::code))
        .containsExactly(0, 1, 64, 65, 66, 69, 70, 71, 73, 74, 75, 76, 78, 129, 130, 141, 143);
  }
}
