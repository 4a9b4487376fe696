package dev.gradus.tabular.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ReportTest {
  private static final List<String> HOSTILE =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "' onload='alert(1)",
          "]]>--></style><svg onload=alert(1)>",
          "a\u202egnp.exe",
          "=cmd|' /C calc'!A0",
          "&lt;b&gt;",
          "\u0000\u0007\u001b[31m\ud800",
          "x".repeat(10_000));

  /** Read as XML, which our own markup is but for the unclosed tags of the head. */
  private static Document parsed(String html) throws Exception {
    String xml = html.replace("<!DOCTYPE html>", "").replaceAll("<meta ([^>]*)>", "<meta $1/>");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }

  private static List<ReportData> reports(String name) {
    return List.of(Reports.values(name), Reports.classes(name, 2), Reports.classes(name, 15));
  }

  @Test
  void noTextOfAUserBecomesMarkup() throws Exception {
    Document harmless = parsed(Report.html(Reports.values("price")));
    for (String name : HOSTILE) {
      for (ReportData data : reports(name)) {
        Document page = parsed(Report.html(data));
        NodeList all = page.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
          assertElementIsOurs((Element) all.item(i));
        }
      }
      assertThat(parsed(Report.html(Reports.values(name))).getElementsByTagName("*").getLength())
          .as(name.substring(0, Math.min(20, name.length())))
          .isEqualTo(harmless.getElementsByTagName("*").getLength());
    }
  }

  private static void assertElementIsOurs(Element element) {
    assertThat(element.getTagName())
        .isIn(
            "html", "head", "meta", "title", "style", "body", "main", "header", "section", "div",
            "h1", "h2", "p", "span", "bdi", "dl", "dt", "dd", "ul", "li", "table", "caption",
            "thead", "tbody", "tr", "th", "td", "svg", "g", "path", "rect", "text", "pre", "code");
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      assertThat(attributes.item(i).getNodeName())
          .doesNotStartWith("on")
          .isNotIn("style", "href", "src");
    }
  }

  @Test
  void writingIsNotTurnedRoundAndLongNamesAreCut() {
    for (ReportData data : reports("a\u202eb\u2066c")) {
      assertThat(Report.html(data)).doesNotContain("\u202e").doesNotContain("\u2066");
    }
    for (ReportData data : reports("x".repeat(10_000))) {
      String page = Report.html(data);
      assertThat(page.substring(0, page.indexOf("<pre>"))).doesNotContain("x".repeat(61));
    }
  }

  @Test
  void thePolicyAllowsTheStyleSheetByItsHashAndNothingElse() throws Exception {
    String page = Report.html(Reports.values("y"));
    Matcher style = Pattern.compile("<style>(.*)</style>", Pattern.DOTALL).matcher(page);
    assertThat(style.find()).isTrue();
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(style.group(1).getBytes(StandardCharsets.UTF_8));
    assertThat(page)
        .contains(
            "content=\"default-src 'none'; style-src 'sha256-"
                + Base64.getEncoder().encodeToString(digest)
                + "'; base-uri 'none'; form-action 'none'\"");
    assertThat(style.group(1)).doesNotContain("url(").doesNotContain("@import");
    assertThat(page).doesNotContain("<script").doesNotContain("src=");
  }

  @Test
  void allThatTheDataHoldIsTold() {
    String page = Report.html(Reports.values("price"));
    assertThat(page)
        .contains("training report", "Predicted against actual", "Residuals", "Learning curves")
        .contains("column price is constant", "Permutation importance", "0.5000 ± 0.1000")
        .contains("Gradient check", "right", "learning rate", "0.001", "./gradus train price")
        .contains("The rows count as column", "After that the model was trained again")
        .contains("500,001");
    String classes = Report.html(Reports.classes("kind", 2));
    assertThat(classes).contains("Confusion matrix", "Calibration", "kind0", "kind1");
    assertThat(Report.html(Reports.classes("kind", 15))).contains("commonest mistakes");
  }

  @Test
  void theSameDataGiveTheSameBytes() {
    assertThat(Report.html(Reports.values("y"))).isEqualTo(Report.html(Reports.values("y")));
  }
}
