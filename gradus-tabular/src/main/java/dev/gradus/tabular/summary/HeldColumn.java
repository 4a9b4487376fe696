package dev.gradus.tabular.summary;

import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.Column;
import dev.gradus.tabular.table.ColumnKind;
import dev.gradus.tabular.table.NumberColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Describes a column that is held in memory, exactly. */
final class HeldColumn {
  private HeldColumn() {}

  static ColumnSummary summary(Column column) {
    return switch (column) {
      case NumberColumn numbers -> numbers(numbers);
      case CategoryColumn texts -> texts(texts);
    };
  }

  private static ColumnSummary numbers(NumberColumn column) {
    int rows = column.size();
    NumberTally tally = new NumberTally(Math.max(rows, 2)); // room for all: exact
    DistinctCounter distinct = new DistinctCounter(rows);
    for (int row = 0; row < rows; row++) {
      if (!column.isMissing(row)) {
        tally.add(column.value(row));
        distinct.add(column.value(row));
      }
    }
    List<ColumnSummary.Value> common =
        column.kind() == ColumnKind.BOOLEAN ? truths(column) : List.of();
    return summary(column, distinct.count(), tally.summary(), common, false);
  }

  private static List<ColumnSummary.Value> truths(NumberColumn column) {
    long[] counts = new long[2];
    for (int row = 0; row < column.size(); row++) {
      if (!column.isMissing(row)) {
        counts[(int) column.value(row)]++;
      }
    }
    return commonest(column.words(), counts);
  }

  private static ColumnSummary texts(CategoryColumn column) {
    long[] counts = new long[column.categories().size()];
    for (int row = 0; row < column.size(); row++) {
      if (!column.isMissing(row)) {
        counts[column.code(row)]++;
      }
    }
    long different = IntStream.range(0, counts.length).filter(code -> counts[code] > 0).count();
    boolean nearlyUnique =
        ColumnTally.isNearlyUnique(different, (long) column.size() - column.missing());
    List<ColumnSummary.Value> common = commonest(column.categories(), counts);
    return summary(column, different, Optional.empty(), common, nearlyUnique);
  }

  /** Of equally common ones the first in their order. */
  private static List<ColumnSummary.Value> commonest(List<String> texts, long[] counts) {
    List<ColumnSummary.Value> seen = new ArrayList<>();
    for (int code = 0; code < counts.length; code++) {
      if (counts[code] > 0) {
        seen.add(new ColumnSummary.Value(texts.get(code), counts[code]));
      }
    }
    seen.sort(Comparator.comparingLong(value -> -value.count()));
    return seen.subList(0, Math.min(ColumnTally.SHOWN, seen.size()));
  }

  private static ColumnSummary summary(
      Column column,
      long different,
      Optional<ColumnSummary.Numbers> numbers,
      List<ColumnSummary.Value> common,
      boolean nearlyUnique) {
    return new ColumnSummary(
        column.name(),
        column.kind(),
        (long) column.size() - column.missing(),
        column.missing(),
        different,
        true,
        numbers,
        common,
        true,
        nearlyUnique);
  }
}
