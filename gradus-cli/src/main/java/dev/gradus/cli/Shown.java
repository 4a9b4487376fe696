package dev.gradus.cli;

import java.util.Locale;

/** Text of others, made safe to show: no control characters, no end in the middle of a page. */
final class Shown {
  /** Longest piece of a user's text that a message repeats. */
  static final int LONGEST = 40;

  private Shown() {}

  /** {@code "text"}: in quotes, escaped, at most 40 characters of it. */
  static String quoted(String text) {
    return '"' + value(text) + '"';
  }

  /** The text escaped and cut to 40 characters, {@code ...} being the last three where it was. */
  static String value(String text) {
    String escaped = escaped(text);
    if (escaped.length() <= LONGEST) {
      return escaped;
    }
    StringBuilder cut = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      String next = escaped(Character.toString(point));
      if (cut.length() + next.length() > LONGEST - 3) {
        break;
      }
      cut.append(next);
      i += Character.charCount(point);
    }
    return cut.append("...").toString();
  }

  /**
   * The text with everything that could move the cursor, change the colour, break the line or turn
   * the direction of writing as {@code \}{@code u001b}. Escaping twice changes nothing more.
   */
  static String escaped(String text) {
    if (text.chars().noneMatch(c -> c < ' ' || c > '~')) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(point -> append(shown, point));
    return shown.toString();
  }

  private static void append(StringBuilder shown, int point) {
    if (isPlain(point)) {
      shown.appendCodePoint(point);
      return;
    }
    for (char unit : Character.toChars(point)) {
      shown.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
    }
  }

  private static boolean isPlain(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
