package dev.gradus.tabular.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BarsTest {
  @Test
  void aBarIsAsLongAsItsValueAndBegunAtZero() {
    String svg = Bars.inline("t", List.of(new Bars.Bar("a", 3, 1), new Bars.Bar("b", -1, 0)), 360);
    // 50 pixels from −1 to 4: 10 a unit, 0 lies at 200
    assertThat(svg)
        .contains("class=\"bar\" x=\"200\" y=\"10\" width=\"30\"")
        .contains("class=\"bar below\" x=\"190\" y=\"36\" width=\"10\"")
        .contains("M220 17H240m0 -4v8M220 13v8")
        .contains("3.0000 ± 1.0000", "−1.0000 ± 0.0000");
  }

  @Test
  void labelsAreEscapedAndCutAndNothingIsNoError() {
    String svg = Bars.inline("<t>", List.of(new Bars.Bar("<b>" + "x".repeat(99), 0, 0)), 360);
    assertThat(svg).contains("&lt;b&gt;xx").doesNotContain("x".repeat(30)).contains("&lt;t&gt;");
    assertThat(Bars.inline("none", List.of(), 360)).contains("height=\"8\"");
  }
}
