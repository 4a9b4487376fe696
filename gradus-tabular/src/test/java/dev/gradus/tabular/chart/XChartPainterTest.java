package dev.gradus.tabular.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** These need a machine with fonts, as a build machine is. */
class XChartPainterTest {

  private static BufferedImage read(Chart chart) throws IOException {
    Png.Image png = XChartPainter.paint(chart);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png.bytes()));
    assertThat(image.getWidth()).isEqualTo(png.width());
    assertThat(image.getHeight()).isEqualTo(png.height());
    return image;
  }

  private static long count(BufferedImage image, int rgb) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return java.util.Arrays.stream(pixels).filter(pixel -> (pixel & 0xffffff) == rgb).count();
  }

  @Test
  void paintsBothSeriesInTheirColours() throws IOException {
    BufferedImage image = read(Charts.losses());

    assertThat(image.getWidth()).isEqualTo(1440);
    assertThat(image.getHeight()).isEqualTo(900);
    assertThat(count(image, 0xffffff)).isGreaterThan(1_000_000);
    assertThat(count(image, Palette.colour(0))).isGreaterThan(2000);
    assertThat(count(image, Palette.colour(1))).isGreaterThan(2000);
    assertThat(count(image, Palette.INK)).isGreaterThan(500);
  }

  @Test
  void paintsLogAxesWithLabels() throws IOException {
    Chart chart = Charts.losses();
    BufferedImage image = read(new Chart("", "", "", true, chart.series()));
    BufferedImage strip = image.getSubimage(0, 0, 80, 750);

    assertThat(count(strip, Palette.INK)).isGreaterThan(50);
  }

  @Test
  void rulesTheGridAtRoundNumbersAndNotAtTheData() throws IOException {
    BufferedImage image = read(Charts.losses());
    int row = 300; // above the losses of all but the first steps
    int lines = 0;
    for (int x = 1; x < image.getWidth(); x++) {
      boolean grid = (image.getRGB(x, row) & 0xffffff) == Palette.GRID;
      lines += grid && (image.getRGB(x - 1, row) & 0xffffff) != Palette.GRID ? 1 : 0;
    }

    assertThat(lines).as("lines at 100, 200 to 1000").isBetween(9, 10);
  }

  @Test
  void survivesDegenerateData() {
    Charts.degenerate()
        .forEach(
            (name, chart) -> assertThat(XChartPainter.paint(chart).bytes()).as(name).isNotEmpty());
  }

  @Test
  void showsAPointBetweenTwoGaps() throws IOException {
    double[] ys = {Double.NaN, 2, Double.NaN};
    BufferedImage image = read(Chart.titled("").line("", new double[] {1, 2, 3}, ys));

    assertThat(count(image, Palette.colour(0))).isBetween(20L, 400L);
  }

  @Test
  void growsForALongLegend() throws IOException {
    Chart chart = Chart.titled("t");
    for (int i = 0; i < Chart.MAX_SERIES; i++) {
      chart = chart.line("a long name " + i, new double[] {0, 1}, new double[] {i, i});
    }

    assertThat(read(chart).getHeight()).isGreaterThan(4000);
  }

  @Test
  void takesTextThatFontsCannotShow() throws IOException {
    String nasty = "$\\frac{1}{2}$ \0\ud800 <b> 日本 \u202e";
    Chart chart = Chart.titled(nasty).xAxis(nasty).yAxis(nasty);

    assertThat(read(chart.line(nasty, new double[] {0, 1}, new double[] {0, 1}))).isNotNull();
  }

  @Test
  void givesTheSameBytesOnEachCallAndInAnyLocale() {
    byte[] expected = XChartPainter.paint(Charts.losses()).bytes();
    Locale before = Locale.getDefault();
    try {
      for (String tag : new String[] {"tr", "ar-EG", "de"}) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(XChartPainter.paint(Charts.losses()).bytes()).as(tag).isEqualTo(expected);
      }
    } finally {
      Locale.setDefault(before);
    }
  }
}
