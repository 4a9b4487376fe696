package dev.gradus.tabular.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgWriterTest {
  private static final Pattern POINT = Pattern.compile("[ML]([-0-9.]+) ([-0-9.]+)");
  private static final double[] TWO = {1, 2};

  private static Element parsed(Chart chart) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    InputSource source = new InputSource(new StringReader(SvgWriter.write(chart)));
    return factory.newDocumentBuilder().parse(source).getDocumentElement();
  }

  private static List<Element> all(Element in, String tag) {
    NodeList nodes = in.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static List<String> texts(Element in) {
    return all(in, "text").stream().map(Element::getTextContent).toList();
  }

  private static Element group(Element svg, String name) {
    return all(svg, "g").stream()
        .filter(g -> g.getAttribute("class").equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void isWellFormedAndHoldsAllLabels() throws Exception {
    Element svg = parsed(Charts.losses());

    assertThat(svg.getTagName()).isEqualTo("svg");
    assertThat(svg.getAttribute("width")).isEqualTo("720");
    assertThat(all(svg, "title").getFirst().getTextContent()).isEqualTo("Training");
    assertThat(texts(svg)).contains("Training", "step", "loss");
    assertThat(texts(group(svg, "legend"))).containsExactly("training", "validation");
    assertThat(texts(group(svg, "x-ticks"))).contains("100", "1000");
    assertThat(texts(group(svg, "y-ticks"))).contains("0", "2", "12");
  }

  @Test
  void drawsOnePathForEachSeriesInItsColour() throws Exception {
    Chart chart = Charts.losses().points("empty", new double[0], new double[0]);
    List<Element> paths = all(group(parsed(chart), "series"), "path");

    assertThat(paths.stream().map(path -> path.getAttribute("stroke")))
        .containsExactly("#0072b2", "#d55e00", "#009e73");
    assertThat(paths.get(0).getAttribute("d")).matches("M[0-9. ]+(L[0-9. ]+){999}");
    assertThat(paths.get(2).getAttribute("d")).isEmpty();
  }

  @Test
  void escapesTextOfTheUser() throws Exception {
    String nasty = "<script>alert(\"1\")</script> & 'x' ]]> \0\u001b \ud800";
    String shown = "<script>alert(\"1\")</script> & 'x' ]]> \ufffd\ufffd \ufffd";
    Chart chart = Chart.titled(nasty).xAxis(nasty).yAxis("</svg>").line("a<b", TWO, TWO);
    Element svg = parsed(chart);

    assertThat(all(svg, "script")).isEmpty();
    assertThat(all(svg, "title").getFirst().getTextContent()).isEqualTo(shown);
    assertThat(texts(svg)).contains(shown, "</svg>", "a<b");
  }

  @Test
  void hasALegendOnlyWhereThereIsSomethingToTellApart() {
    Chart nameless = Chart.titled("t").line("", TWO, TWO);

    assertThat(SvgWriter.write(nameless)).doesNotContain("legend");
    assertThat(SvgWriter.write(nameless.points("", TWO, TWO))).contains("series 1", "series 2");
  }

  @Test
  void givesTheSameTextOnEachCallAndInAnyLocale() {
    Chart chart = Charts.losses().logYAxis("loss");
    String expected = SvgWriter.write(chart);
    Locale before = Locale.getDefault();
    try {
      for (String tag : new String[] {"tr", "ar-EG", "de", "ar-EG-u-nu-arab", "th-TH-u-nu-thai"}) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(SvgWriter.write(chart)).as(tag).isEqualTo(expected);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void survivesDegenerateData() {
    Charts.degenerate()
        .forEach(
            (name, chart) -> {
              assertThat(SvgWriter.write(chart)).as(name).doesNotContainPattern("NaN|Inf|[0-9]E");
              assertThat(SvgWriter.write(chart)).as(name).isNotEmpty();
            });
  }

  @Test
  void keepsAllCoordinatesOnThePicture() throws Exception {
    for (Chart chart : Charts.degenerate().values()) {
      Element svg = parsed(chart);
      double height = Double.parseDouble(svg.getAttribute("height"));
      for (Element text : all(svg, "text")) {
        assertThat(Double.parseDouble(text.getAttribute("y"))).isBetween(0.0, height);
      }
      for (Element path : all(group(svg, "series"), "path")) {
        Matcher point = POINT.matcher(path.getAttribute("d"));
        while (point.find()) {
          assertThat(Double.parseDouble(point.group(1))).as(chart.title()).isBetween(0.0, 720.0);
          assertThat(Double.parseDouble(point.group(2))).as(chart.title()).isBetween(0.0, height);
        }
      }
    }
  }

  @Test
  void saysSoWhereThereIsNothingToShow() throws Exception {
    Chart nothing = Chart.titled("t").line("a", TWO, new double[] {Double.NaN, Double.NaN});

    assertThat(texts(parsed(nothing))).contains("nothing to show");
    assertThat(texts(parsed(nothing.line("b", TWO, TWO)))).doesNotContain("nothing to show");
  }

  @Test
  void showsAPointBetweenTwoGapsAsADisc() throws Exception {
    double[] ys = {1, Double.NaN, 2, Double.NaN, 3, 4};
    Chart chart = Chart.titled("t").line("", new double[] {1, 2, 3, 4, 5, 6}, ys);
    String path = all(group(parsed(chart), "series"), "path").getFirst().getAttribute("d");

    assertThat(path.chars().filter(c -> c == 'M').count()).isEqualTo(3);
    assertThat(path.chars().filter(c -> c == 'a').count()).isEqualTo(4);
  }

  @Test
  void staysSmallForALongSeries() {
    int n = 200_000;
    double[] xs = new double[n];
    Arrays.setAll(xs, i -> i);
    double[] ys = new double[n];
    Arrays.setAll(ys, i -> StrictMath.sin(i * 0.7));

    assertThat(SvgWriter.write(Chart.titled("t").line("", xs, ys)).length()).isLessThan(60_000);
  }

  @Test
  void breaksTheLinesOfTheNinthSeriesOn() {
    Chart chart = Chart.titled("t");
    for (int i = 0; i < 8; i++) {
      chart = chart.line("", TWO, TWO);
    }

    assertThat(SvgWriter.write(chart)).doesNotContain("stroke-dasharray");
    assertThat(SvgWriter.write(chart.line("", TWO, TWO))).contains("stroke-dasharray=\"7 4\"");
  }

  @Test
  void withinAPageColoursAreThePages() {
    Chart chart = Chart.titled("t").line("a", TWO, TWO).points("b", TWO, TWO);
    String svg = SvgWriter.inline(chart, 400, 200);
    assertThat(svg)
        .startsWith("<svg ")
        .contains("width=\"400\"", "class=\"chart\"", "class=\"line s0\"", "class=\"dots s1\"")
        .doesNotContain("<rect", "<?xml");
  }
}
