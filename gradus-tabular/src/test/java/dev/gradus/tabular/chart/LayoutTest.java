package dev.gradus.tabular.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LayoutTest {
  private static final double[] XS = {1e9, 1e9 + 2e-3};

  @Test
  void makesRoomForLabelsThatAreLong() {
    Layout plain = new Layout(Chart.titled("").line("", new double[] {0, 1}, new double[] {0, 1}));
    Layout wide = new Layout(Chart.titled("").line("", XS, XS));

    assertThat(wide.left).isGreaterThan(plain.left);
    assertThat(wide.x.ticks()).hasSizeLessThan(plain.x.ticks().size());
    assertThat(wide.widestY()).startsWith("1000000000.");
  }

  @Test
  void growsWithItsLegendAndKeepsItInside() {
    Chart chart = Chart.titled("t");
    int oneRow = new Layout(chart.line("a", XS, XS)).height;
    for (int i = 0; i < 30; i++) {
      chart = chart.line("a name of some length, number " + i, XS, XS);
    }
    Layout layout = new Layout(chart);

    assertThat(layout.height).isGreaterThan(oneRow);
    assertThat(layout.legend).hasSize(30);
    for (Layout.Entry entry : layout.legend) {
      double end = entry.x() + Layout.SAMPLE + DisplayText.width(entry.name(), Layout.FONT);
      assertThat(end).isLessThan(Layout.WIDTH);
      assertThat(entry.y()).isLessThan(layout.top);
    }
    assertThat(layout.bottom - layout.top).isEqualTo(350);
  }

  @Test
  void placesTheEndsOfTheAxesAtTheEndsOfThePlot() {
    Layout layout = new Layout(Chart.titled("t").line("a", XS, new double[] {0, 10}));

    assertThat(layout.px(layout.x.low())).isEqualTo(layout.left);
    assertThat(layout.px(layout.x.high())).isEqualTo(layout.right);
    assertThat(layout.py(layout.y.low())).isEqualTo(layout.bottom);
    assertThat(layout.py(layout.y.high())).isEqualTo(layout.top);
  }
}
