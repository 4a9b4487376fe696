package dev.gradus.tabular.table;

import java.util.List;
import java.util.Locale;

/**
 * Text of a user's file as it may stand in a message: printable, escaped, at most 40 characters.
 *
 * <p>Control and format characters (escape sequences, right-to-left overrides), lone surrogates,
 * private and unassigned code points are shown as {@code \\u001b}, so that a cell can neither drive
 * a terminal nor turn the reading order of a message.
 */
public final class Quotation {
  private static final int LONGEST = 40;
  private static final int LONGEST_LIST = 20;

  private Quotation() {}

  /** The text between double quotes; quotes and backslashes within are escaped. */
  public static String of(String text) {
    return '"' + escaped(text, true) + '"';
  }

  /** The text without quotes, for names: only what is not printable is escaped. */
  public static String name(String text) {
    return escaped(text, false);
  }

  /** Names with commas between them: all up to 20, else the first 20 and how many there are. */
  public static String names(List<String> names) {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < Math.min(names.size(), LONGEST_LIST); i++) {
      list.append(i == 0 ? "" : ", ").append(name(names.get(i)));
    }
    if (names.size() > LONGEST_LIST) {
      list.append(", … (").append(names.size()).append(" in all)");
    }
    return list.toString();
  }

  /**
   * Whether a character must not stand in a page or a picture: control characters, halves of
   * characters, what Unicode has no character for, and the marks that turn the direction of
   * writing.
   */
  public static boolean isHarmful(int point) {
    boolean turns =
        (point >= 0x202a && point <= 0x202e)
            || (point >= 0x2066 && point <= 0x2069)
            || point == 0x200e
            || point == 0x200f
            || point == 0x61c;
    boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    boolean nonCharacter = (point & 0xfffe) == 0xfffe;
    return turns || surrogate || nonCharacter || Character.isISOControl(point);
  }

  /** Whether the text can be pasted into a shell as it stands. */
  static boolean isPlainWord(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST
        && text.charAt(0) != '-'
        && text.chars()
            .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "_-.+/:@%".indexOf(c) >= 0));
  }

  /** The whole text, however long; only what is not printable is escaped. Twice is as once. */
  public static String escaped(String text) {
    if (text.chars().noneMatch(c -> c < ' ' || c > '~')) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(point -> shown.append(piece(point, false)));
    return shown.toString();
  }

  private static String escaped(String text, boolean quotes) {
    StringBuilder shown = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      String piece = piece(point, quotes);
      int room = LONGEST - (i < text.length() ? 1 : 0);
      if (shown.length() + piece.length() > room) {
        return shown.append('…').toString();
      }
      shown.append(piece);
    }
    return shown.toString();
  }

  private static String piece(int point, boolean quotes) {
    if (quotes && (point == '"' || point == '\\')) {
      return "\\" + (char) point;
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          unicode(point);
      default -> Character.toString(point);
    };
  }

  private static String unicode(int point) {
    StringBuilder escape = new StringBuilder();
    for (char c : Character.toChars(point)) {
      escape.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
    }
    return escape.toString();
  }
}
