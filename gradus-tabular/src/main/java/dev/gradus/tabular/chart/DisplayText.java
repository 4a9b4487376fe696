package dev.gradus.tabular.chart;

import dev.gradus.tabular.table.Quotation;

/** User text on its way into a picture: one line, without what XML or a font cannot show. */
final class DisplayText {
  private static final String NARROW = "iljtfrI.,:;'|!()[]{} ";

  private DisplayText() {}

  /**
   * The text as one line: tabs and line ends become spaces; other control characters, surrogates
   * without their partner and non-characters, all of which XML forbids or a font has no form for,
   * and marks that turn the direction of writing become U+FFFD.
   */
  static String line(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints().map(DisplayText::shown).forEach(line::appendCodePoint);
    return line.toString();
  }

  private static int shown(int c) {
    if (c == '\t' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029) {
      return ' ';
    }
    return Quotation.isHarmful(c) ? 0xfffd : c;
  }

  /** As {@link #line}, cut to so many characters, the last one then an ellipsis. */
  static String line(String text, int most) {
    String line = line(text);
    if (line.codePointCount(0, line.length()) <= most) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
  }

  /** A line, ready to stand in XML between tags or within quotes. */
  static String xml(String line) {
    StringBuilder escaped = new StringBuilder(line.length() + 16);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      switch (c) {
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '&' -> escaped.append("&amp;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&apos;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** The width of a line in a common sans-serif font, guessed without one: rather too wide. */
  static double width(String line, double fontSize) {
    return line.codePoints().mapToDouble(DisplayText::em).sum() * fontSize;
  }

  private static double em(int c) {
    if (c < 0x80 && NARROW.indexOf(c) >= 0) {
      return 0.36;
    }
    if (c >= 0x2e80) {
      return 1.05;
    }
    if (c == 'm' || c == 'w' || c == 'M' || c == 'W' || c == '@' || c == '%') {
      return 0.95;
    }
    if ((c >= 0x2070 && c <= 0x207f) || c == 0xb9 || c == 0xb2 || c == 0xb3) {
      return 0.4;
    }
    return Character.isUpperCase(c) ? 0.72 : 0.6;
  }
}
