package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void columnsStandBelowEachOther() {
    TextTable table = new TextTable("who", "µs").add("Gradus", "1.000").add("NumPy", "45.19");
    assertThat(table)
        .hasToString(
            """
            who        µs
            Gradus  1.000
            NumPy   45.19
            """);
  }

  @Test
  void aLineOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> new TextTable("a", "b").add("c"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 cells below a head of 2");
  }
}
