package dev.gradus.tabular.table;

import java.util.List;

/** The words with which a column says false and true, as they came. */
final class TruthWords {
  private String no = "";
  private String yes = "";
  private boolean mixed;

  /**
   * Takes note of a word.
   *
   * @param truth what it says, 0 or 1
   */
  void add(String word, double truth) {
    String known = truth == 0 ? no : yes;
    if (word.equals(known)) {
      return;
    }
    mixed |= !known.isEmpty();
    if (known.isEmpty() && truth == 0) {
      no = word;
    } else if (known.isEmpty()) {
      yes = word;
    }
  }

  /** Whether there was one word for each, and they belong together. */
  boolean arePair() {
    return !mixed && TruthValue.isPair(no, yes);
  }

  /** The first words seen for false and for true; {@code false} and {@code true} where none was. */
  List<String> list() {
    return List.of(no.isEmpty() ? "false" : no, yes.isEmpty() ? "true" : yes);
  }
}
