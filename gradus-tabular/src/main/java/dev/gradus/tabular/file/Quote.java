package dev.gradus.tabular.file;

/** Shows foreign text in a message: printable, escaped, at most 40 characters. */
public final class Quote {
  private static final int LONGEST = 40;

  private Quote() {}

  /** The text without quotation marks. */
  public static String of(String text) {
    StringBuilder shown = new StringBuilder();
    int count = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (count++ == LONGEST) {
        return shown.append('…').toString();
      }
      append(shown, text.codePointAt(i));
    }
    return shown.toString();
  }

  private static void append(StringBuilder shown, int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> {
        for (char unit : Character.toChars(c)) {
          shown.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) unit));
        }
      }
      default -> shown.appendCodePoint(c);
    }
  }
}
