package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class RatioPictureTest {
  private static String svg() {
    Results results = new Results();
    results.add(true, 1, ResultsTest.answer("Gradus", "W2_ROWS", 180_000));
    results.add(false, 1, ResultsTest.answer("NumPy 2", "W2_ROWS", 120_000));
    results.add(true, 2, ResultsTest.answer("Gradus", "W3_ROWS", 10_000));
    results.add(false, 2, ResultsTest.answer("NumPy 2", "W3_ROWS", 20_000));
    results.add(true, 1, ResultsTest.answer("Gradus", "W4_MEDIAN", 8));
    return new RatioPicture(results).svg();
  }

  @Test
  void eachFigureWithAPeerHasABarAndItsRatio() throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg())));
    assertThat(document.getElementsByTagName("rect").getLength())
        .isEqualTo(1 + 2); // and the ground
    assertThat(svg()).contains(">1.50 ×<", ">0.50 ×<").doesNotContain("W4");
  }

  @Test
  void aheadAndBehindDifferInColourAndInSide() {
    assertThat(svg()).containsOnlyOnce("#1f6fb2").containsOnlyOnce("#b35900");
  }
}
