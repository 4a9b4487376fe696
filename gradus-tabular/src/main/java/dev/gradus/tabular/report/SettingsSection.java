package dev.gradus.tabular.report;

import java.util.Map;

/** How the model was made, whether its gradient was checked, and how to make it again. */
final class SettingsSection {
  private SettingsSection() {}

  static void add(ReportData data, Html page) {
    if (!data.certificate().isEmpty()) {
      page.section("Gradient check");
      table(data.certificate(), page);
      page.note(
          "Partial derivatives that backpropagation gives, a sample of them on a few rows, beside"
              + " difference quotients of the loss.");
      page.end();
    }
    page.section("How it was trained");
    table(data.settings(), page);
    page.end();
    page.section("Once more");
    page.raw("<pre><code>").text(data.command()).line("</code></pre>");
    page.note("The same data, settings and seed give the same bits on any machine.");
    page.end();
  }

  private static void table(Map<String, Object> values, Html page) {
    page.line("<dl class=\"settings\">");
    values.forEach(
        (key, value) -> {
          page.raw("<div><dt>").text(key.replace('_', ' ')).raw("</dt><dd>");
          value(value, page).line("</dd></div>");
        });
    page.line("</dl>");
  }

  /** A text may be the name of a column. */
  private static Html value(Object value, Html page) {
    return switch (value) {
      case Double number -> page.text(Figure.text(number));
      case String text -> page.user(text);
      default -> page.text(String.valueOf(value));
    };
  }
}
