package dev.gradus.tabular.report;

import dev.gradus.tabular.table.Quotation;

/**
 * HTML as it grows. What a user wrote comes in by {@link #user} or {@link #text} alone, which let
 * no markup through.
 */
final class Html {
  private final StringBuilder out = new StringBuilder(1 << 16);

  /** Markup of ours, as it is. */
  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  /** A line of markup of ours. */
  Html line(String markup) {
    return raw(markup).raw("\n");
  }

  /** Any text, escaped. */
  Html text(String text) {
    return raw(escaped(text));
  }

  /**
   * A user's text: at most 40 characters of it, what cannot be printed or turns the direction of
   * writing shown as its code, and kept apart from its neighbours.
   */
  Html user(String text) {
    return raw("<bdi>").text(Quotation.name(text)).raw("</bdi>");
  }

  /** An element with a text in it. */
  Html element(String name, String text) {
    return raw("<" + name + ">").text(text).line("</" + name + ">");
  }

  /** A paragraph that explains. */
  Html note(String text) {
    return raw("<p class=\"note\">").text(text).line("</p>");
  }

  /** Begins a section with a heading. */
  Html section(String heading) {
    return line("<section>").element("h2", heading);
  }

  /** Ends a section. */
  Html end() {
    return line("</section>");
  }

  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isAllowed(c) ? c : 0xfffd);
              }
            });
    return escaped.toString();
  }

  /** Whether it may stand in the page: what is blank, and what does no harm. */
  private static boolean isAllowed(int c) {
    return c == '\n' || c == '\t' || !Quotation.isHarmful(c);
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
