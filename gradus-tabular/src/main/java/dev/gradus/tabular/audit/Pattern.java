package dev.gradus.tabular.audit;

import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.Column;
import dev.gradus.tabular.table.NumberColumn;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Which rows of a column hold the same, whatever it is called: two columns have equal patterns if
 * one is the other with its values renamed, each to one of its own.
 *
 * <p>Where nearly every row holds another value that says nothing: an identity repeats every other
 * one. Numbers are then told apart by their order too, rising or falling: a temperature in other
 * degrees, a logarithm.
 */
final class Pattern {
  private static final int MISSING = -1;

  private final int[] codes;
  private final int different;

  private Pattern(int[] codes, int different) {
    this.codes = codes;
    this.different = different;
  }

  /**
   * The pattern of some rows.
   *
   * @param rows counted from 0
   */
  static Pattern of(Column column, int[] rows) {
    int[] cells =
        switch (column) {
          case NumberColumn numbers -> ranks(numbers, rows);
          case CategoryColumn texts -> Arrays.stream(rows).map(texts::code).toArray();
        };
    Pattern renamed = renamed(cells);
    boolean ordered = column instanceof NumberColumn && 2 * renamed.different > rows.length;
    return ordered ? new Pattern(upwards(cells), renamed.different) : renamed;
  }

  /** The place of each number among the different ones in increasing order. */
  private static int[] ranks(NumberColumn numbers, int[] rows) {
    double[] sorted =
        Arrays.stream(rows)
            .filter(row -> !numbers.isMissing(row))
            .mapToDouble(row -> numbers.value(row) + 0.0) // −0 is 0
            .sorted()
            .distinct()
            .toArray();
    int[] ranks = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      boolean missing = numbers.isMissing(rows[i]);
      ranks[i] = missing ? MISSING : Arrays.binarySearch(sorted, numbers.value(rows[i]) + 0.0);
    }
    return ranks;
  }

  /** Numbered in the order in which they appear; missing is a value like any other. */
  private static Pattern renamed(int[] cells) {
    Map<Integer, Integer> names = new HashMap<>();
    int[] codes = new int[cells.length];
    for (int i = 0; i < cells.length; i++) {
      Integer known = names.putIfAbsent(cells[i], names.size());
      codes[i] = known == null ? names.size() - 1 : known;
    }
    return new Pattern(codes, names.size());
  }

  /** Turned round where the first two different numbers fall. */
  private static int[] upwards(int[] ranks) {
    int most = Arrays.stream(ranks).max().orElse(0);
    int first = MISSING;
    for (int rank : ranks) {
      if (first != MISSING && rank != MISSING && rank != first) {
        boolean falls = rank < first;
        return falls
            ? Arrays.stream(ranks).map(r -> r == MISSING ? MISSING : most - r).toArray()
            : ranks;
      }
      first = first == MISSING ? rank : first;
    }
    return ranks;
  }

  /** How many different values there are, missing among them. */
  int different() {
    return different;
  }

  /** Whether there is something to repeat: more than one value, and not a text for each row. */
  boolean tells(Column column) {
    return different > 1 && (column instanceof NumberColumn || 2 * different <= codes.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Pattern that && Arrays.equals(codes, that.codes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(codes);
  }
}
