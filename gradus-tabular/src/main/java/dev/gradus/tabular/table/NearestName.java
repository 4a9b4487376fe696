package dev.gradus.tabular.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The name that was probably meant: at most two letters inserted, deleted or exchanged. */
public final class NearestName {
  private static final int FARTHEST = 2;

  private NearestName() {}

  /**
   * The name at the least edit distance (Levenshtein 1966), letter case aside; of several the
   * first.
   *
   * @param wanted what was given
   * @param names what there is
   * @return nothing where all are farther than two edits, or farther than the name is long
   */
  public static Optional<String> to(String wanted, Collection<String> names) {
    String least = null;
    int distance = Math.min(FARTHEST, wanted.length() - 1) + 1;
    for (String name : names) {
      int d = distance(wanted.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (d < distance) {
        distance = d;
        least = name;
      }
    }
    return Optional.ofNullable(least);
  }

  /** {@code ; did you mean NAME?}, or nothing. */
  public static String question(String wanted, Collection<String> names) {
    return to(wanted, names).map(meant -> "; did you mean " + meant + "?").orElse("");
  }

  /**
   * A hint for a file that is not there: {@code did you mean houses.csv?}, of the folder's files
   * the one whose name is nearest.
   */
  public static Optional<String> beside(Path absent) {
    Path folder = absent.toAbsolutePath().getParent();
    Path wanted = absent.getFileName();
    if (folder == null || wanted == null) {
      return Optional.empty();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      List<String> names =
          entries
              .filter(Files::isRegularFile)
              .map(entry -> String.valueOf(entry.getFileName()))
              .sorted()
              .toList();
      return to(wanted.toString(), names)
          .map(near -> Quotation.name(absent.resolveSibling(near).toString()))
          .map(near -> "did you mean " + near + "?");
    } catch (IOException e) {
      return Optional.empty(); // a folder that cannot be listed has no nearest name to offer
    }
  }

  /** Levenshtein's distance; anything clearly beyond the limit counts as far. */
  private static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > FARTHEST) {
      return Integer.MAX_VALUE;
    }
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int exchanged = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(exchanged, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[b.length()];
  }
}
