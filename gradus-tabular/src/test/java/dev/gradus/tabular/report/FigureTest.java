package dev.gradus.tabular.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureTest {
  @Test
  void sixDigitsAreEnoughForAReader() {
    assertThat(Figure.text(0)).isEqualTo("0");
    assertThat(Figure.text(-0.25)).isEqualTo("-0.25");
    assertThat(Figure.text(1.0 / 3)).isEqualTo("0.333333");
    assertThat(Figure.text(500_001)).isEqualTo("500,001");
    assertThat(Figure.text(-14_999.5)).isEqualTo("-14,999.5");
    assertThat(Figure.text(100)).isEqualTo("100");
    assertThat(Figure.text(1.5e-9)).isEqualTo("1.5e-09");
    assertThat(Figure.text(1e300)).isEqualTo("1e+300");
    assertThat(Figure.text(123_456_789)).isEqualTo("123,457,000");
    assertThat(Figure.count(20_640)).isEqualTo("20,640");
  }
}
