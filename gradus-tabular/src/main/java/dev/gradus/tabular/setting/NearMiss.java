package dev.gradus.tabular.setting;

import java.util.Collection;
import java.util.Optional;

/** The known word that an unknown one was probably meant to be. */
public final class NearMiss {
  private static final int FARTHEST = 2;

  private NearMiss() {}

  /** The nearest of the known words within edit distance 2; the earlier one where two are equal. */
  public static Optional<String> of(String word, Collection<String> known) {
    String nearest = null;
    int least = Math.min(FARTHEST, word.length() - 1) + 1;
    for (String candidate : known) {
      if (Math.abs(candidate.length() - word.length()) < least) {
        int distance = distance(word, candidate);
        if (distance < least) {
          least = distance;
          nearest = candidate;
        }
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** {@code ; did you mean WORD?}, or nothing. */
  public static String question(String word, Collection<String> known) {
    return of(word, known).map(meant -> "; did you mean " + meant + "?").orElse("");
  }

  /**
   * Insertions, deletions and replacements that turn a into b (Levenshtein 1966), row by row: the
   * entry j of a row is the distance of a's first i characters to b's first j.
   */
  static int distance(String a, String b) {
    int[] above = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      int[] swap = above;
      above = row;
      row = swap;
    }
    return above[b.length()];
  }
}
