package dev.gradus.tabular.source;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Values as Java source, in ASCII. */
final class Literal {
  /** A constant of a class file takes 65,535 bytes, and a char of it up to three. */
  private static final int LONGEST = 20_000;

  private Literal() {}

  /**
   * A text: backslashes, quotes and what is not printable ASCII are escaped, so that nothing in it
   * ends the literal or begins another escape. A long one comes in pieces that are joined when it
   * runs.
   */
  static String of(String text) {
    StringBuilder source = new StringBuilder();
    int from = 0;
    do {
      int to = Math.min(text.length(), from + LONGEST);
      String piece = '"' + escaped(text.substring(from, to)) + '"';
      source.append(from == 0 ? piece : ".concat(" + piece + ")");
      from = to;
    } while (from < text.length());
    return source.toString();
  }

  private static String escaped(String text) {
    StringBuilder source = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        source.append('\\').append(c);
      } else if (c < ' ' || c == 0x7f) {
        source.append(
            String.format(Locale.ROOT, "\\%03o", (int) c)); // a Unicode escape would act early
      } else if (c > 0x7f) {
        source.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        source.append(c);
      }
    }
    return source.toString();
  }

  /** Texts, with commas between them. */
  static String of(List<String> texts) {
    return texts.stream().map(Literal::of).collect(Collectors.joining(", "));
  }

  /** A finite number: what Java reads back to the same bits. */
  static String of(double value) {
    return Double.toString(value);
  }
}
