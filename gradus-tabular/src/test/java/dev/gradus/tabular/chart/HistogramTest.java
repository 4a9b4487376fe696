package dev.gradus.tabular.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistogramTest {
  @Test
  void theLargestCountFillsThePicture() {
    String svg = Histogram.inline("counts", 5, 0, 1, 10);
    assertThat(svg)
        .contains("x=\"0\" y=\"13.5\" width=\"23\" height=\"12.5\"")
        .contains("x=\"24\" y=\"26\" width=\"23\" height=\"0\"")
        .contains("height=\"2.5\"")
        .contains("x=\"72\" y=\"1\" width=\"23\" height=\"25\"");
  }

  @Test
  void aRareCountIsStillSeenAndNoneIsNoError() {
    assertThat(Histogram.inline("counts", 1, 1_000_000))
        .contains("y=\"25\" width=\"23\" height=\"1\"");
    assertThat(Histogram.inline("counts")).doesNotContain("<rect");
    assertThat(Histogram.inline("counts", 0, 0)).contains("height=\"0\"");
  }
}
