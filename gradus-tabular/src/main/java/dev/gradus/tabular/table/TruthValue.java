package dev.gradus.tabular.table;

import java.util.List;
import java.util.Locale;

/**
 * The words for true and false, in any letter case: true and false, yes and no, t and f, y and n.
 */
final class TruthValue {
  private static final List<String> TRUE = List.of("true", "yes", "t", "y");

  /** Each the opposite of the word at the same place above. */
  private static final List<String> FALSE = List.of("false", "no", "f", "n");

  private static final int LONGEST = 5;

  private TruthValue() {}

  /** 1 for true, 0 for false, NaN for any other text. */
  static double parse(String text) {
    if (text.isEmpty() || text.length() > LONGEST || "tfynTFYN".indexOf(text.charAt(0)) < 0) {
      return Double.NaN;
    }
    String word = text.toLowerCase(Locale.ROOT);
    return TRUE.contains(word) ? 1 : FALSE.contains(word) ? 0 : Double.NaN;
  }

  /** Whether the two are a pair: {@code no} and {@code yes}, not {@code no} and {@code true}. */
  static boolean isPair(String no, String yes) {
    int place = FALSE.indexOf(no.toLowerCase(Locale.ROOT));
    return place >= 0 && place == TRUE.indexOf(yes.toLowerCase(Locale.ROOT));
  }
}
