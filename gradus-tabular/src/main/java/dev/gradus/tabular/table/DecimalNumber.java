package dev.gradus.tabular.table;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The number grammar of a cell, {@code [+-]digits[.digits][e[+-]digits]}, also {@code .5} and
 * {@code 7.}, in ASCII digits, at most 1,000 characters long, read with correct rounding.
 *
 * <p>Java's own {@code Double.parseDouble} is no CSV parser: it takes {@code 1d}, {@code 0x1p3},
 * {@code NaN} and turns 1e400 into infinity. It is asked only about texts that passed the grammar.
 */
public final class DecimalNumber {
  /** The most characters that a number may have. */
  public static final int LONGEST = 1000;

  /** 10^22 is the largest power of ten that a double holds exactly. */
  private static final double[] EXACT_POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private static final int EXACT_DIGITS = 15;

  private static final Pattern NOT_FINITE = Pattern.compile("[+-]?(?:inf|infinity|nan)");

  private static final Pattern HEXADECIMAL =
      Pattern.compile("[+-]?0x[0-9a-f.]+(?:p[+-]?[0-9]+)?[df]?");

  /** Why a text is not a number that Gradus takes. */
  enum Refusal {
    /** Letters, or anything else. */
    TEXT,
    /** An infinity, or a NaN that is not a missing token. */
    NOT_FINITE,
    /** In the grammar, beyond the largest double. */
    TOO_LARGE,
    /** In the grammar, longer than {@link #LONGEST}. */
    TOO_LONG,
    /** Taken by Java or C, such as {@code 1d} and {@code 0x1p3}. */
    FOREIGN_FORM,
    /** A number if the other decimal mark were meant. */
    OTHER_DECIMAL;

    /** Whether whoever wrote the cell meant a number. */
    boolean meansNumber() {
      return this != TEXT;
    }
  }

  private DecimalNumber() {}

  /**
   * The double nearest to the number that the text writes, ties to even.
   *
   * @param text without spaces around it
   * @param decimal the decimal mark, {@code '.'} or {@code ','}
   * @return NaN where the text is not in the grammar, too long, or beyond the largest double
   */
  public static double parse(String text, char decimal) {
    if (text.length() > LONGEST || !isInGrammar(text, decimal)) {
      return Double.NaN;
    }
    double fast = exact(text, decimal);
    if (!Double.isNaN(fast)) {
      return fast;
    }
    double value = Double.parseDouble(decimal == '.' ? text : text.replace(decimal, '.'));
    return Double.isInfinite(value) ? Double.NaN : value;
  }

  /** Why {@link #parse} gave NaN. */
  static Refusal refusal(String text, char decimal) {
    if (isInGrammar(text, decimal)) {
      return text.length() > LONGEST ? Refusal.TOO_LONG : Refusal.TOO_LARGE;
    }
    if (text.length() > LONGEST || !beginsLikeNumber(text)) {
      return Refusal.TEXT;
    }
    if (isInGrammar(text, decimal == '.' ? ',' : '.')) {
      return Refusal.OTHER_DECIMAL;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (NOT_FINITE.matcher(lower).matches()) {
      return Refusal.NOT_FINITE;
    }
    boolean suffixed =
        "dfl".indexOf(lower.charAt(lower.length() - 1)) >= 0
            && isInGrammar(text.substring(0, text.length() - 1), decimal);
    return suffixed || HEXADECIMAL.matcher(lower).matches() ? Refusal.FOREIGN_FORM : Refusal.TEXT;
  }

  /** Whether a closer look is worth its time: plain texts are most of what comes here. */
  private static boolean beginsLikeNumber(String text) {
    int at = afterSign(text, 0);
    return at < text.length() && "0123456789.,iInN".indexOf(text.charAt(at)) >= 0;
  }

  private static boolean isInGrammar(String text, char decimal) {
    int at = afterSign(text, 0);
    int whole = afterDigits(text, at);
    int digits = whole - at;
    at = whole;
    if (at < text.length() && text.charAt(at) == decimal) {
      int fraction = afterDigits(text, at + 1);
      digits += fraction - at - 1;
      at = fraction;
    }
    if (digits == 0) {
      return false;
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      int power = afterSign(text, at + 1);
      at = afterDigits(text, power);
      return at > power && at == text.length();
    }
    return at == text.length();
  }

  private static int afterSign(String text, int at) {
    return at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-') ? at + 1 : at;
  }

  private static int afterDigits(String text, int from) {
    int at = from;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * Numbers of at most 15 digits, without exponent: the digits and the power of ten are both exact
   * doubles, so that their one quotient is rounded once, which is correct rounding (Clinger, How to
   * read floating point numbers accurately, 1990). NaN where the number is not of this kind.
   */
  private static double exact(String text, char decimal) {
    long digits = 0;
    int count = 0;
    int scale = 0;
    boolean fraction = false;
    for (int i = afterSign(text, 0); i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == decimal) {
        fraction = true;
      } else if (isDigit(c) && ++count <= EXACT_DIGITS) {
        digits = 10 * digits + (c - '0');
        scale += fraction ? 1 : 0;
      } else {
        return Double.NaN;
      }
    }
    double magnitude = digits / EXACT_POWERS[scale];
    return text.charAt(0) == '-' ? -magnitude : magnitude;
  }
}
