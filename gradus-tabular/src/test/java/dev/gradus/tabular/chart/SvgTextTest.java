package dev.gradus.tabular.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SvgTextTest {

  @Test
  void roundsCoordinatesToTwoDecimals() {
    assertThat(SvgText.number(1)).isEqualTo("1");
    assertThat(SvgText.number(1.5)).isEqualTo("1.5");
    assertThat(SvgText.number(1.05)).isEqualTo("1.05");
    assertThat(SvgText.number(-0.126)).isEqualTo("-0.13");
    assertThat(SvgText.number(-0.001)).isEqualTo("0");
    assertThat(SvgText.number(12345678.999)).isEqualTo("12345679");
    assertThat(SvgText.number(1e-9)).isEqualTo("0");
  }

  @Test
  void escapesTextAndAttributes() {
    SvgText svg = new SvgText();
    svg.open("text").attribute("a", "\"<").text("&>");

    assertThat(svg).hasToString("<text a=\"&quot;&lt;\">&amp;&gt;</text>\n");
  }
}
