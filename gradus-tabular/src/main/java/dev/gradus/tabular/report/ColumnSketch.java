package dev.gradus.tabular.report;

import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.Column;
import dev.gradus.tabular.table.NumberColumn;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one line of a report says about a column.
 *
 * @param name the column's
 * @param role what it is for: target, feature, left out
 * @param kind of its cells
 * @param missing how many cells hold no value
 * @param distinct how many different values there are
 * @param summary least, median and greatest number, or the commonest texts with their counts
 * @param counts of the bars of a small picture: numbers in equal steps, or texts, commonest first
 */
@SuppressWarnings("ArrayRecordComponent") // shared inside; equality is not used
public record ColumnSketch(
    String name,
    String role,
    String kind,
    int missing,
    int distinct,
    List<String> summary,
    long[] counts) {
  private static final int BINS = 20;
  private static final int TEXTS = 12;
  private static final int NAMED = 3;

  /** Copies the list. */
  public ColumnSketch {
    summary = List.copyOf(summary);
  }

  /** Of all rows of a column. */
  public static ColumnSketch of(Column column, String role) {
    return switch (column) {
      case NumberColumn numbers -> numbers(numbers, role);
      case CategoryColumn texts -> texts(texts, role);
    };
  }

  private static ColumnSketch numbers(NumberColumn column, String role) {
    double[] sorted =
        IntStream.range(0, column.size())
            .filter(row -> !column.isMissing(row))
            .mapToDouble(column::value)
            .sorted()
            .toArray();
    int n = sorted.length;
    String kind = column.kind().label();
    if (n == 0) {
      return new ColumnSketch(column.name(), role, kind, column.size(), 0, List.of(), new long[0]);
    }
    long[] counts = new long[BINS];
    double low = sorted[0];
    double range = sorted[n - 1] / 2 - low / 2; // halves: no difference overflows
    for (double value : sorted) {
      int bin = range > 0 ? (int) ((value / 2 - low / 2) / range * BINS) : BINS / 2;
      counts[Math.clamp(bin, 0, BINS - 1)]++;
    }
    double median = 0.5 * sorted[(n - 1) / 2] + 0.5 * sorted[n / 2];
    return new ColumnSketch(
        column.name(),
        role,
        kind,
        column.size() - n,
        (int) Arrays.stream(sorted).distinct().count(),
        List.of(Figure.text(low), Figure.text(median), Figure.text(sorted[n - 1])),
        counts);
  }

  private static ColumnSketch texts(CategoryColumn column, String role) {
    long[] counts = new long[column.categories().size()];
    for (int row = 0; row < column.size(); row++) {
      if (!column.isMissing(row)) {
        counts[column.code(row)]++;
      }
    }
    List<Integer> commonest =
        IntStream.range(0, counts.length)
            .filter(code -> counts[code] > 0)
            .boxed()
            .sorted(Comparator.comparingLong((Integer code) -> -counts[code]))
            .toList();
    return new ColumnSketch(
        column.name(),
        role,
        column.kind().label(),
        column.missing(),
        commonest.size(),
        commonest.stream().limit(NAMED).map(column.categories()::get).toList(),
        commonest.stream().limit(TEXTS).mapToLong(code -> counts[code]).toArray());
  }
}
