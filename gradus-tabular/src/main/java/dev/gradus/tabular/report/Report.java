package dev.gradus.tabular.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A report as one HTML page: no script, no picture and no style from elsewhere, and a
 * Content-Security-Policy that lets a browser take none, not even one that a user's text would
 * smuggle in: the style sheet is allowed by its hash. The same data give the same bytes: there is
 * no time in it.
 */
public final class Report {
  private Report() {}

  /** The page, to be stored as UTF-8. */
  public static String html(ReportData data) {
    String style = style();
    Html page = new Html();
    page.line("<!DOCTYPE html>").line("<html lang=\"en\">").line("<head>");
    page.line("<meta charset=\"utf-8\">");
    page.line(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '"
            + hash(style)
            + "'; base-uri 'none'; form-action 'none'\">");
    page.line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    page.line("<meta name=\"color-scheme\" content=\"light dark\">");
    page.raw("<title>Gradus: ").user(data.target()).line("</title>");
    page.raw("<style>").raw(style).line("</style>").line("</head>").line("<body><main>");
    HeadSection.add(data, page);
    MetricsSection.add(data, page);
    data.parts().forEach(part -> AnswersSection.add(part, page));
    CurveSection.add(data, page);
    ImportanceSection.add(data, page);
    ColumnsSection.add(data, page);
    SettingsSection.add(data, page);
    page.line("</main></body>").line("</html>");
    return page.toString();
  }

  private static String style() {
    try (InputStream in = Report.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new AssertionError("report.css is not beside its class");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String style) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
