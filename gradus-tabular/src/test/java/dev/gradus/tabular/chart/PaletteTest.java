package dev.gradus.tabular.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PaletteTest {

  @Test
  void theFirstThirtyTwoSeriesDifferInColourOrDash() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 32; i++) {
      seen.add(Palette.hex(Palette.colour(i)) + java.util.Arrays.toString(Palette.dash(i)));
    }

    assertThat(seen).hasSize(32);
    assertThat(Palette.dash(7)).isEmpty();
    assertThat(Palette.dash(8)).isNotEmpty();
    assertThat(Palette.colour(Chart.MAX_SERIES)).isNotNegative();
  }

  @Test
  void writesColoursWithSixDigits() {
    assertThat(Palette.hex(Palette.colour(0))).isEqualTo("#0072b2");
    assertThat(Palette.hex(Palette.colour(6))).isEqualTo("#000000");
  }
}
