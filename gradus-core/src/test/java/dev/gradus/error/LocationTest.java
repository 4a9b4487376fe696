package dev.gradus.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LocationTest {

  @Test
  void saysAsMuchAsIsKnown() {
    assertThat(Location.of("d.csv")).hasToString("d.csv");
    assertThat(Location.of("--epochs 0")).hasToString("--epochs 0");
    assertThat(Location.of("")).hasToString("");
    assertThat(Location.line("d.csv", 3)).hasToString("d.csv: line 3");
    assertThat(Location.cell("d.csv", 3, 2, "b")).hasToString("d.csv: line 3, column 2 (b)");
    assertThat(Location.cell("d.csv", 3, 2, "")).hasToString("d.csv: line 3, column 2");
    assertThat(Location.line("", 3)).hasToString("line 3");
  }

  @Test
  void aColumnWithoutALineIsNotShown() {
    assertThat(new Location("d.csv", 0, 2, "b")).hasToString("d.csv");
  }
}
