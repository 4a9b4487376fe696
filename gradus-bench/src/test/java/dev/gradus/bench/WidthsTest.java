package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class WidthsTest {

  @Test
  void tellsARatioToTheArticlesNetworkForEach() {
    assertThat(new Widths(1, 1).measured().lines())
        .hasSize(4)
        .satisfies(lines -> assertThat(lines.get(1)).startsWith("1-16-32-1").contains("1.00 ×"))
        .satisfies(lines -> assertThat(lines.get(3)).startsWith("2-15-31-2").contains("≤ 1.3"));
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatExceptionOfType(WrongUse.class)
        .isThrownBy(() -> Widths.command(List.of("--threads")))
        .withMessage("unknown flag --threads; see ./gradus bench --help");
  }
}
